import { SECTIONS } from '../../schemas/index.ts'
import { remember } from '../io/remember.ts'
import type { Layout, Line, PlacedLine } from '../layout/index.ts'
import { findClosingEnd, findClosingStart, findUpdateDates } from './closing.ts'
import { type Heading, readHeading, splitHeadings } from './heading.ts'
import { isBackgroundHeading, type Profile, parseProfile } from './parse-profile.ts'

/** A title line; an entry of a table of contents ends in a page number. */
const TITLE = /^CYBER\s*-?\s*WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b(?!.*(?:\s|\.{3,})\d{1,3}$)/i

/** A title line that is nothing but the title, or the title and a name. */
const BARE_TITLE = /^CYBER\s*-?\s*WELL?NESS\s+(?:COUNTRY\s+)?PROFILE(?:\s+\S+){0,6}$/

const FIRST_HEADING = /^[-–—•.\s]*1\s?[.,]?(?:\s?1\s?[.,]?){0,2}(?!\s?[.,]?\s?\d)/

const LABEL = /\b(?:Total Population|Internet users)\b/i

/** The title block and the background figures take up at most this many lines, the closing block this many. */
const MAX_HEAD_LINES = 15
const MAX_CLOSING_LINES = 12

/** Lines of the closing block are at most this far apart, in lines. */
const MAX_CLOSING_DISTANCE = 4

/** A title that was lost leaves at most this many lines above the background figures: those of the name. */
const MAX_NAME_LINES = 3

/** A title without a readable outline below it is accepted from this many lines on; a half title has fewer. */
const MIN_PROFILE_LINES = 20

const LAST_SECTION = SECTIONS.at(-1)?.code

const opensBody = (lines: readonly PlacedLine[], index: number): boolean =>
  FIRST_HEADING.test(lines[index]?.text ?? '') && readHeading(lines, index, -1) !== null

/** Whether a test holds for one of the lines that a title block may take up. */
const isInHead = (
  lines: readonly PlacedLine[],
  from: number,
  test: (line: PlacedLine, index: number) => boolean,
): boolean => lines.slice(from, from + MAX_HEAD_LINES).some((line, offset) => test(line, from + offset))

/** Where the first closing block of a profile ends: closing lines that are together; -1 where it is missing. */
const findClosingBlockEnd = (lines: readonly PlacedLine[], from: number, to: number): number => {
  for (let start = findClosingStart(lines, from, to); start !== -1; ) {
    const next = findClosingStart(lines, start + 1, to)
    if (next !== -1 && next - start <= MAX_CLOSING_DISTANCE) {
      const block = lines.slice(start, Math.min(to, start + MAX_CLOSING_LINES))
      const dated = block.findIndex((line) => findUpdateDates([line]).length > 0)
      return start + 1 + (dated === -1 ? findClosingEnd(block, 0) : dated)
    }
    start = next
  }
  return -1
}

/** Whether a title stands alone at the head of a page, as that of a profile does whose outline cannot be read. */
const headsPage = (lines: readonly PlacedLine[], index: number): boolean =>
  BARE_TITLE.test(lines[index]?.text ?? '') && lines[index - 1]?.page !== lines[index]?.page

/** Whether background figures begin at a line, with their labels on the page and the first heading behind. */
const opensFigures = (lines: readonly PlacedLine[], index: number): boolean => {
  const line = lines[index]
  return (
    line !== undefined &&
    isBackgroundHeading(line) &&
    isInHead(lines, index, ({ page, text }) => page === line.page && LABEL.test(text)) &&
    isInHead(lines, index + 1, (_, at) => opensBody(lines, at))
  )
}

/** A heading of what follows the profiles of a file: a short title in capitals, in bold or at the head of a page. */
const ANNEX =
  /^(?:annex(?:es)?|appendi(?:x|ces)|glossary|acronyms|abbreviations|references|bibliography|index|contacts|credits|acknowledge?ments|sources|list of \p{L}+)\b(?!.*[.;,]$)/iu
const MAX_ANNEX_WORDS = 10

const isAnnexTitle = ({ text, words, bold, page }: PlacedLine, above: PlacedLine | undefined): boolean =>
  ANNEX.test(text) &&
  words.length <= MAX_ANNEX_WORDS &&
  (bold || text === text.toUpperCase() || page !== above?.page)

/** Where the annex of a file begins, behind the last section of its last profile; -1 without one. */
const findAnnex = (lines: readonly PlacedLine[], start: number): number => {
  const heading = lines.findLastIndex(
    (_, index) => index > start && readHeading(lines, index, -1)?.code === LAST_SECTION,
  )
  if (heading === -1) return -1
  return lines.findIndex((line, index) => index > heading + 1 && isAnnexTitle(line, lines[index - 1]))
}

/** Where the last profile of a volume ends that has no whole closing block: at what there is of it, or at an annex. */
const findLastEnd = (lines: readonly PlacedLine[], start: number): number => {
  const annex = findAnnex(lines, start)
  const end = annex === -1 ? lines.length : annex
  const closing = findClosingStart(lines, start + 1, end)
  if (closing === -1) return end
  return findClosingEnd(lines.slice(0, Math.min(end, closing + MAX_CLOSING_LINES)), closing) + 1
}

interface Start {
  readonly index: number
  /** Whether background figures or the first heading follow. */
  readonly sure: boolean
}

/**
 * The first start of a profile from a line on.
 * @param isClosed whether the profile before has ended
 */
const findStart = (lines: readonly PlacedLine[], from: number, isClosed: boolean): Start | null => {
  for (let index = from; index < lines.length; index++) {
    if (TITLE.test(lines[index]?.text ?? '')) {
      const sure = isInHead(lines, index + 1, (line, at) => isBackgroundHeading(line) || opensBody(lines, at))
      if (sure || (isClosed && headsPage(lines, index))) return { index, sure }
    }
    if (isClosed && opensFigures(lines, index))
      return { index: index - from <= MAX_NAME_LINES ? from : index, sure: true }
  }
  return null
}

/**
 * The profiles of a file. One begins at its title line, above background figures or the first heading, or,
 * where the title was lost behind another profile, at its name or background figures; it ends with its closing
 * lines, or where the next begins.
 */
const findProfiles = (lines: readonly PlacedLine[]): readonly Pick<Heading, 'start' | 'end'>[] => {
  const ranges: Pick<Heading, 'start' | 'end'>[] = []
  for (let start = findStart(lines, 0, true); start; ) {
    const { index, sure } = start
    const title = findStart(lines, index + 1, false)
    const closing = findClosingBlockEnd(lines, index + 1, title?.index ?? lines.length)
    const end = closing === -1 ? (title?.index ?? findLastEnd(lines, index)) : closing
    if (sure || end - index >= MIN_PROFILE_LINES) ranges.push({ start: index, end })
    start = closing === -1 ? title : findStart(lines, closing, true)
  }
  return ranges
}

/** What a file holds: a profile as a rule, or several. */
export interface Volume {
  /** In the order of the file; never empty, though a profile may be. */
  readonly profiles: readonly [Profile, ...Profile[]]
  /** What is before, between and behind several profiles, page furniture included. */
  readonly outside: readonly Line[]
}

/** Reads the profiles of a file, and separates what belongs to none of them. */
export const parse = (layout: Layout): Volume => {
  const lines = splitHeadings(layout.lines)
  const ranges = findProfiles(lines)
  const parts = ranges.map(({ start, end }) => lines.slice(start, end))
  const [first, ...others] = parts
  const isAlone = ranges.length < 2 && (lines[ranges[0]?.start ?? 0]?.page ?? 0) <= (lines[0]?.page ?? 0)
  if (!first || isAlone) {
    const annex = findAnnex(lines, ranges[0]?.start ?? 0)
    const end = annex === -1 || findClosingStart(lines, 0) !== -1 ? lines.length : annex
    const profile = parseProfile({ ...layout, lines: lines.slice(0, end) })
    const unexplained = [...profile.unexplained, ...lines.slice(end)]
    return { profiles: [{ ...profile, unexplained }], outside: [] }
  }
  // page furniture belongs to the first profile that has lines on its page
  const findOwner = remember((page: number) =>
    parts.findIndex((part) => (part[0]?.page ?? 0) <= page && page <= (part.at(-1)?.page ?? 0)),
  )
  const furniture = Map.groupBy(layout.furniture, ({ page }) => findOwner(page))
  const read = (part: readonly PlacedLine[], index: number): Profile =>
    parseProfile({ lines: part, furniture: furniture.get(index) ?? [] })
  const rest = others.map((part, index) => read(part, index + 1))
  const between = ranges.flatMap(({ start }, index) => lines.slice(ranges[index - 1]?.end ?? 0, start))
  const behind = lines.slice(ranges.at(-1)?.end)
  return {
    profiles: [read(first, 0), ...rest],
    outside: [...between, ...behind, ...(furniture.get(-1) ?? [])],
  }
}

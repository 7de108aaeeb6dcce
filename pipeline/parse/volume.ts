import { SECTIONS } from '../../schemas/index.ts'
import type { FurnitureLine, Layout, Line, PlacedLine } from '../layout/index.ts'
import { closingEnd, closingStart, updateDates } from './closing.ts'
import { apartFromText, headingAt } from './heading.ts'
import type { Profile } from './parse-profile.ts'
import { isBackgroundHeading, parseProfile } from './parse-profile.ts'

/** The lines of a profile within those of a file: from the first up to, not including, the last. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

/** A title line; an entry of a table of contents ends in a page number. */
const TITLE = /^CYBER\s*-?\s*WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b(?!.*(?:\s|\.{3,})\d{1,3}$)/i

/** A title line that is nothing but the title, or the title and a name. */
const BARE_TITLE = /^CYBER\s*-?\s*WELL?NESS\s+(?:COUNTRY\s+)?PROFILE(?:\s+\S+){0,6}$/

const FIRST_HEADING = /^[-–—•.\s]*1\s?[.,]?(?:\s?1\s?[.,]?){0,2}(?!\s?[.,]?\s?\d)/

const LABEL = /\b(?:Total Population|Internet users)\b/i

/** How many lines the title block and the background figures take up at most. */
const HEAD = 15

/** A title that was lost leaves this many lines above the background figures at most: those of the name. */
const NAME_LINES = 3

/** A title without a readable outline below it is believed from this many lines on; a half title has fewer. */
const FEWEST_LINES = 20

const LAST_SECTION = SECTIONS.at(-1)?.code

/** How many lines the closing block takes up at most. */
const CLOSING = 12

const opensBody = (lines: readonly PlacedLine[], index: number): boolean =>
  FIRST_HEADING.test(lines[index]?.text ?? '') && headingAt(lines, index, -1) !== null

const within = (
  lines: readonly PlacedLine[],
  from: number,
  reach: number,
  test: (index: number) => boolean,
): boolean => {
  for (let index = from; index < Math.min(lines.length, from + reach); index++) if (test(index)) return true
  return false
}

const isBackground = (lines: readonly PlacedLine[], index: number): boolean => {
  const line = lines[index]
  return line !== undefined && isBackgroundHeading(line)
}

/** Where the first closing block from a line on ends: closing lines that stand together; -1 where there is none. */
const closingBlockEnd = (lines: readonly PlacedLine[], from: number, to: number): number => {
  for (let start = closingStart(lines, from, to); start !== -1; ) {
    const next = closingStart(lines, start + 1, to)
    if (next !== -1 && next - start <= 4) {
      const block = lines.slice(start, Math.min(to, start + CLOSING))
      const dated = block.findIndex((line) => updateDates([line]).length > 0)
      if (dated !== -1) return start + dated + 1
      let last = next
      for (
        let more = next;
        more !== -1 && more < start + block.length;
        more = closingStart(lines, more + 1)
      ) {
        last = more
      }
      return last + 1
    }
    start = next
  }
  return -1
}

/** Where a profile begins whose background figures stand at a line and whose title was lost: at the name, if any. */
const startWithoutTitle = (lines: readonly PlacedLine[], background: number, from: number): number => {
  let start = background
  while (
    start > from &&
    background - start < NAME_LINES &&
    lines[start - 1]?.page === lines[background]?.page
  ) {
    start--
  }
  return start === from || lines[start - 1]?.page !== lines[background]?.page ? start : background
}

/** Whether a title stands alone at the head of a page, as that of a profile does whose outline cannot be read. */
const headsPage = (lines: readonly PlacedLine[], index: number): boolean =>
  BARE_TITLE.test(lines[index]?.text ?? '') && lines[index - 1]?.page !== lines[index]?.page

/** Whether background figures begin at a line, with their labels on the page and the first heading behind. */
const opensFigures = (lines: readonly PlacedLine[], index: number): boolean =>
  isBackground(lines, index) &&
  within(
    lines,
    index,
    HEAD,
    (at) => lines[at]?.page === lines[index]?.page && LABEL.test(lines[at]?.text ?? ''),
  ) &&
  within(lines, index + 1, HEAD, (at) => opensBody(lines, at))

/** What stands behind the profiles of a file: a short title that says so, in capitals, bold or at the head of a page. */
const ANNEX =
  /^(?:annex(?:es)?|appendi(?:x|ces)|glossary|acronyms|abbreviations|references|bibliography|index|contacts|credits|acknowledge?ments|sources|list of \p{L}+)\b(?!.*[.;,]$)/iu
const MAX_ANNEX_WORDS = 10

const isAnnexTitle = (lines: readonly PlacedLine[], index: number): boolean => {
  const line = lines[index]
  if (!line || !ANNEX.test(line.text) || line.words.length > MAX_ANNEX_WORDS) return false
  return line.bold || line.text === line.text.toUpperCase() || line.page !== lines[index - 1]?.page
}

/** Where the last profile of a file ends that has no whole closing block: at what there is of it, or at an annex. */
const endOfLast = (lines: readonly PlacedLine[], start: number): number => {
  const isLastHeading = (_: PlacedLine, index: number): boolean =>
    index > start && headingAt(lines, index, -1)?.code === LAST_SECTION
  const heading = lines.findLastIndex(isLastHeading)
  if (heading === -1) return lines.length
  const annex = lines.findIndex((_, index) => index > heading && isAnnexTitle(lines, index))
  const end = annex === -1 ? lines.length : annex
  const closing = closingStart(lines, heading + 1, end)
  return closing === -1 ? end : closingEnd(lines.slice(0, Math.min(end, closing + CLOSING)), closing) + 1
}

interface Start {
  readonly index: number
  /** Whether background figures or the first heading follow. */
  readonly sure: boolean
}

/** The first start of a profile from a line on; `closed` says that the profile before has ended. */
const nextStart = (lines: readonly PlacedLine[], from: number, closed: boolean): Start | null => {
  for (let index = from; index < lines.length; index++) {
    if (TITLE.test(lines[index]?.text ?? '')) {
      const sure = within(lines, index + 1, HEAD, (at) => isBackground(lines, at) || opensBody(lines, at))
      const again = within(
        lines,
        index + 1,
        HEAD,
        (at) => TITLE.test(lines[at]?.text ?? '') && headsPage(lines, at),
      )
      if (sure && !again) return { index, sure }
      if (closed && headsPage(lines, index)) return { index, sure: false }
    }
    if (closed && opensFigures(lines, index)) {
      return { index: startWithoutTitle(lines, index, from), sure: true }
    }
  }
  return null
}

/**
 * The profiles that a file binds. One begins at its title line, above background figures or the first heading, or,
 * where the title was lost behind another profile, at its name or background figures; it ends with its closing
 * lines, or where the next begins.
 */
export const profileRanges = (lines: readonly PlacedLine[]): readonly LineRange[] => {
  const ranges: (LineRange & { readonly sure: boolean })[] = []
  let start = nextStart(lines, 0, true)
  while (start) {
    const title = nextStart(lines, start.index + 1, false)
    const closing = closingBlockEnd(lines, start.index + 1, title?.index ?? lines.length)
    const next = closing === -1 ? title : nextStart(lines, closing, true)
    const end = closing === -1 ? (title?.index ?? endOfLast(lines, start.index)) : closing
    if (start.sure || end - start.index >= FEWEST_LINES)
      ranges.push({ start: start.index, end, sure: start.sure })
    start = next
  }
  const last = ranges.findLastIndex((range) => range.sure)
  return ranges.slice(0, last + 1).map(({ start: first, end }) => ({ start: first, end }))
}

/** What a file holds: a profile as a rule, or many that it binds. */
export interface Volume {
  /** In the order of the file; never empty, though a profile may be. */
  readonly profiles: readonly [Profile, ...Profile[]]
  /** What stands before, between and behind the profiles of a bound volume, page furniture included. */
  readonly outside: readonly Line[]
}

/** Whether a file is more than one profile: it binds several, or has other pages before the first. */
const isVolume = (lines: readonly PlacedLine[], ranges: readonly LineRange[]): boolean =>
  ranges.length > 1 || (lines[ranges[0]?.start ?? 0]?.page ?? 0) > (lines[0]?.page ?? 0)

/** Deals page furniture out to the first profile that has lines on its page; the rest comes back under null. */
const furnitureOf = (
  furniture: readonly FurnitureLine[],
  parts: readonly (readonly PlacedLine[])[],
): Map<number | null, FurnitureLine[]> => {
  const owners = new Map<number, number>()
  for (const [index, part] of parts.entries()) {
    const [first = 0, last = 0] = [part[0]?.page, part.at(-1)?.page]
    for (let page = first; page <= last; page++) if (!owners.has(page)) owners.set(page, index)
  }
  return Map.groupBy(furniture, (line) => owners.get(line.page) ?? null)
}

/** Reads the profiles of a file, and sets aside what belongs to none of them. */
export const parse = (layout: Layout): Volume => {
  const lines = apartFromText(layout.lines)
  const { furniture } = layout
  const ranges = profileRanges(lines)
  const [first, ...rest] = ranges
  if (!first || !isVolume(lines, ranges))
    return { profiles: [parseProfile({ lines, furniture })], outside: [] }
  const partOf = ({ start, end }: LineRange): readonly PlacedLine[] => lines.slice(start, end)
  const furnitureByPart = furnitureOf(furniture, ranges.map(partOf))
  const profileOf = (range: LineRange, index: number): Profile =>
    parseProfile({ lines: partOf(range), furniture: furnitureByPart.get(index) ?? [] })
  const between = ranges.map(({ start }, index) => lines.slice(ranges[index - 1]?.end ?? 0, start))
  return {
    profiles: [profileOf(first, 0), ...rest.map((range, index) => profileOf(range, index + 1))],
    outside: [...between.flat(), ...lines.slice(ranges.at(-1)?.end), ...(furnitureByPart.get(null) ?? [])],
  }
}

import { TITLE_PATTERN } from '../../schemas/index.ts'
import type { Page } from '../extract/index.ts'
import { findQuantile, smallest } from '../io/numbers.ts'
import { type FurnitureLine, findBodySize } from './aside.ts'
import { type Line, opensNumbered } from './line.ts'
import { startsWithListMark } from './list-mark.ts'

/** Lines of the text, and page furniture. */
export interface Sorted {
  readonly body: readonly Line[]
  readonly furniture: readonly FurnitureLine[]
}

const PAGE_NUMBER = /^(?:page\s*)?[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i

/** The rule that plain-text copies of a PDF put between pages. */
const PAGE_RULE = /^-{5,}\s*Page\s+\d+\s*-{5,}$/i

/** Shares of the page height at its head and foot: where furniture may be, and where nothing else should be. */
const MARGIN_ZONE = 0.12
const OUTER_ZONE = 0.075

/**
 * A running head is on this share of the pages, on two at least; in a file of many profiles, where it changes, on
 * this many pages.
 */
const REPEATED_SHARE = 0.6
const MAX_REPEATED_NEEDED = 5

/** Pages that are at most this far from each other are neighbours: a head may differ on left and right pages. */
const MAX_PAGES_APART = 2

const parsePageNumber = ({ text }: Line): number => Number(PAGE_NUMBER.exec(text)?.[1] ?? Number.NaN)

/** The leading of running text: a quarter of the lines has less; headings and short notes have more. */
const findPitch = (lines: readonly Line[]): number =>
  findQuantile(lines.map((line) => line.leading).filter(Number.isFinite), 0.25) ?? 0

/** Distance of a line from its nearest neighbour on the page, in em. */
const measureIsolation = (lines: readonly Line[], line: Line, index: number): number => {
  const next = lines[index + 1]
  return Math.min(line.leading, next ? (line.baseline - next.baseline) / line.size : Number.POSITIVE_INFINITY)
}

/** Numbers alone at the head or foot of a page, further from the text than its lines are from each other. */
const findNumberCandidates = (lines: readonly Line[]): Line[] => {
  const pitch = findPitch(lines)
  return lines.filter(
    (line, index) =>
      (index < 2 || index >= lines.length - 2) &&
      PAGE_NUMBER.test(line.text) &&
      measureIsolation(lines, line, index) > pitch * 1.2,
  )
}

const isNear = (line: Line, other: Line | undefined): boolean =>
  other !== undefined && Math.abs(other.page - line.page) <= MAX_PAGES_APART

/** The candidates that count with the pages: as these do, or at the same distance from them as a neighbour. */
const findPageNumbers = (pages: readonly (readonly Line[])[]): Line[] => {
  const byOffset = Map.groupBy(
    pages.flatMap(findNumberCandidates),
    (line) => parsePageNumber(line) - line.page,
  )
  return [...byOffset].flatMap(([offset, lines]) =>
    lines.filter(
      (line, index) => offset === 0 || isNear(line, lines[index - 1]) || isNear(line, lines[index + 1]),
    ),
  )
}

const TITLE = new RegExp(`^${TITLE_PATTERN}\\b`, 'i')
const FIGURES = /^(?:BACKG?ROUND$|Total Population\b)/i
const SOURCE = /^\(data source\b/i

const opensProfile = (lines: readonly Line[]): boolean => lines.some(({ text }) => FIGURES.test(text))

/** Lines that follow each other on neighbouring pages, at least `needed` of them. */
const findStretches = (lines: readonly Line[], needed: number): readonly Line[] => {
  const stretches: Line[][] = []
  for (const line of lines) {
    const stretch = stretches.at(-1)
    if (stretch && isNear(line, stretch.at(-1))) stretch.push(line)
    else stretches.push([line])
  }
  return stretches.filter((stretch) => stretch.length >= needed).flat()
}

/** Lines of the same words, whatever their numbers, at the same height of neighbouring pages. */
const findRunningHeads = (pages: readonly Page[], linesByPage: readonly (readonly Line[])[]): Line[] => {
  const candidates = pages.flatMap((page, index) => {
    const lines = linesByPage[index] ?? []
    const titles = lines.filter((line) => TITLE.test(line.text))
    // the first lines of a profile are at one height in all that a file holds; a title above another is a head
    const isOpening = (line: Line): boolean =>
      FIGURES.test(line.text) || SOURCE.test(line.text) || (titles.length === 1 && line === titles[0])
    const openings = new Set(opensProfile(lines) ? lines.filter(isOpening) : [])
    const [foot, head] = [page.height * MARGIN_ZONE, page.height * (1 - MARGIN_ZONE)]
    return lines
      .filter(({ baseline }) => baseline < foot || baseline > head)
      .filter((line) => !opensNumbered(line) && !openings.has(line))
  })
  const byKey = Map.groupBy(
    candidates,
    (line) => `${Math.round(line.baseline)} ${line.text.replace(/\d+/g, '#')}`,
  )
  const needed = Math.min(MAX_REPEATED_NEEDED, Math.max(2, Math.ceil(pages.length * REPEATED_SHARE)))
  return [...byKey.values()].flatMap((lines) => findStretches(lines, needed))
}

/** Lines at or below the page number, which belong to the foot. */
const findFeet = (linesByPage: readonly (readonly Line[])[], numbers: ReadonlySet<Line>): readonly Line[] =>
  linesByPage.flatMap((lines) => {
    const foot = lines.findIndex((line, index) => index > 0 && numbers.has(line))
    return foot === -1 ? [] : lines.slice(foot)
  })

/** What is never in a head or foot: words of the title block, of the closing lines, headings, list entries. */
const BODY_WORDS =
  /^(?:CYBER\s?-?\s?WELL?NESS|Internet users|DISCLAIMER|More information is|Last updated?\b|[-–—_=]{8,})/i

const isBodyLine = (line: Line): boolean =>
  [BODY_WORDS, FIGURES, SOURCE].some((words) => words.test(line.text)) ||
  opensNumbered(line) ||
  startsWithListMark(line.text)

/** A head or foot has at most this many lines. */
const MAX_HEAD_LINES = 4

/** The gap between a head or foot and the body, in multiples of the body's leading. */
const MIN_GAP = { head: 1.4, foot: 1.9 } as const

/** Lines at the head or the foot of one page that a gap sets apart, beyond the body of every other page. */
const findApart = (
  lines: readonly Line[],
  side: 'head' | 'foot',
  { page, size, pitch, others }: { page: Page; size: number; pitch: number; others: readonly Line[] },
): readonly Line[] => {
  const isHead = side === 'head'
  // above the title block is what may be a title in other words
  if (isHead && (page.number === 1 || opensProfile(lines))) return []
  const measureDepth = ({ baseline }: Line): number => (isHead ? page.height - baseline : baseline)
  const inward = isHead ? lines : lines.toReversed()
  const count =
    1 +
    inward.findIndex((line, index) => {
      const next = inward[index + 1]
      return next !== undefined && Math.abs(line.baseline - next.baseline) >= MIN_GAP[side] * pitch
    })
  const group = inward.slice(0, count)
  const inner = group.at(-1)
  if (!inner || count > MAX_HEAD_LINES || group.some(isBodyLine)) return []
  const zone = isHead ? MARGIN_ZONE : OUTER_ZONE
  const bodyDepth = smallest(others.map(measureDepth)) - (isHead ? size : size / 2)
  const isBeyond = measureDepth(inner) < Math.min(bodyDepth, page.height * zone)
  return isBeyond && !group.some(({ text }) => /[.;]$/.test(text)) ? group : []
}

/** Heads and feet on a single page, such as the first, or on all pages but that one. */
const findLoneHeads = (pages: readonly Page[], bodies: readonly (readonly Line[])[]): readonly Line[] => {
  const size = findBodySize(bodies.flat())
  const pitch = findPitch(bodies.flat()) * size
  if (pages.length < 2 || pitch === 0) return []
  const extremes = bodies.map((lines) => [lines[0], lines.at(-1)].filter((line) => line !== undefined))
  return pages.flatMap((page, index) => {
    const others = extremes.flatMap((lines, other) => (other === index ? [] : lines))
    const lines = bodies[index] ?? []
    return (['head', 'foot'] as const).flatMap((side) =>
      findApart(lines, side, { page, size, pitch, others }),
    )
  })
}

/** The first and last lines that most pages of a text file have in common, whatever their numbers. */
const findTextHeads = (linesByPage: readonly (readonly Line[])[]): ReadonlySet<Line> => {
  const pages = linesByPage.map((lines) =>
    lines.filter(({ text }) => !PAGE_NUMBER.test(text) && !PAGE_RULE.test(text)),
  )
  const needed = Math.max(2, Math.ceil(pages.length * REPEATED_SHARE))
  const repeated = [0, -1].flatMap((place) => {
    const ends = pages.flatMap((lines) => lines.at(place) ?? [])
    const byText = Map.groupBy(ends, ({ text }) => text.replace(/\d+/g, '#'))
    return [...byText.values()].filter((group) => group.length >= needed).flat()
  })
  return new Set(repeated.filter((line) => !isBodyLine(line)))
}

/**
 * Page numbers of a text file, which count 1, 2, 3, ... through the file or from the title of each profile, and lines at
 * the ends of most pages. Where the file has no page breaks of its own, lines after each number belong to the next page.
 */
const sortCountedPages = (linesByPage: readonly (readonly Line[])[]): Sorted => {
  const hasBreaks = linesByPage.length > 1
  const heads = findTextHeads(linesByPage)
  const body: Line[] = []
  const furniture: Line[] = []
  let page = 1
  let next = 1
  for (const line of linesByPage.flat()) {
    const placed = hasBreaks ? line : { ...line, page }
    if (TITLE.test(line.text)) next = 1
    const number = parsePageNumber(line)
    const isNumber = number === page || number === next
    if (isNumber) {
      page++
      next = number + 1
    }
    const isFurniture = isNumber || heads.has(line) || PAGE_RULE.test(line.text)
    ;(isFurniture ? furniture : body).push(placed)
  }
  return { body, furniture }
}

/** Parts the lines of a document into text and page furniture, by place and repetition. */
export const partFurniture = (pages: readonly Page[], linesByPage: readonly (readonly Line[])[]): Sorted => {
  if (pages.every((page) => page.unit === 'cell')) {
    return sortCountedPages(linesByPage)
  }
  const numbers = new Set(findPageNumbers(linesByPage))
  const sure = new Set([
    ...numbers,
    ...findRunningHeads(pages, linesByPage),
    ...findFeet(linesByPage, numbers),
  ])
  const bodies = linesByPage.map((lines) => lines.filter((line) => !sure.has(line)))
  const lone = new Set(findLoneHeads(pages, bodies))
  return {
    body: bodies.flat().filter((line) => !lone.has(line)),
    furniture: linesByPage
      .flat()
      .filter((line) => sure.has(line) || lone.has(line))
      .map((line) => (lone.has(line) ? { ...line, doubtful: true } : line)),
  }
}

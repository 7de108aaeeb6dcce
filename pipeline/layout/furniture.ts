import type { Page } from '../extract/index.ts'
import { type FurnitureLine, findBodySize, SMALL_TYPE } from './aside.ts'
import { type Line, largest, opensNumbered, smallest } from './line.ts'
import { startsWithListMark } from './list-mark.ts'

/** Lines of the text, and page furniture. */
export interface Sorted {
  readonly body: readonly Line[]
  readonly furniture: readonly FurnitureLine[]
}

const PAGE_NUMBER = /^(?:page\s*)?[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i

/** The rule that plain-text copies of a PDF put between pages. */
const PAGE_RULE = /^-{5,}\s*Page\s+\d+\s*-{5,}$/i

/** Shares of the page height, at its head and foot, in which furniture stands, and in which nothing else should. */
const MARGIN_ZONE = 0.12
const OUTER_ZONE = 0.075

/** A running head stands on this share of the pages, and on two at least. */
const REPEATED_SHARE = 0.6

/** In a file of many profiles a running head changes: it stands on this many pages, two apart at most. */
const MIN_REPEATED_NEARBY = 5
const MAX_PAGES_APART = 2

/** Roman numerals up to 39, by which front matter is numbered. */
const ROMAN = /^[-–—]?\s*(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})\s*[-–—]?$/i
const ROMAN_UNITS: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

const parsePageNumber = ({ text }: Line): number | null => {
  const digits = PAGE_NUMBER.exec(text)?.[1]
  if (digits !== undefined) return Number(digits)
  const [, tens = '', units = ''] = ROMAN.exec(text)?.map((part) => part.toLowerCase()) ?? []
  const value = tens.length * 10 + ROMAN_UNITS.indexOf(units)
  return value > 0 ? value : null
}

/** The leading of running text: a quarter of the lines has less; headings and short notes have more. */
const findPitch = (lines: readonly Line[]): number =>
  lines
    .map((line) => line.leading)
    .filter(Number.isFinite)
    .toSorted((left, right) => left - right)
    .at(Math.floor((lines.length - 1) / 4)) ?? 0

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
      parsePageNumber(line) !== null &&
      measureIsolation(lines, line, index) > pitch * 1.2,
  )
}

const isNear = (line: Line, other: Line | undefined): boolean =>
  other !== undefined && Math.abs(other.page - line.page) <= MAX_PAGES_APART

/**
 * The candidates that count with the pages: at one distance from the page's own number on most of them, and on the
 * other pages on neighbours at least, as in a file of many documents.
 */
const findPageNumbers = (pages: readonly (readonly Line[])[]): Line[] => {
  const byOffset = Map.groupBy(
    pages.flatMap(findNumberCandidates),
    (line) => (parsePageNumber(line) ?? 0) - line.page,
  )
  const [best = [], ...others] = [...byOffset]
    .filter(([offset, lines]) => offset === 0 || lines.length >= 2)
    .toSorted((left, right) => right[1].length - left[1].length)
    .map(([, lines]) => lines)
  const numbered = new Set(best.map((line) => line.page))
  const further = others.flatMap((lines) =>
    lines.filter((line, index) => isNear(line, lines[index - 1]) || isNear(line, lines[index + 1])),
  )
  return [...best, ...further.filter((line) => !numbered.has(line.page))]
}

/** First lines of a profile, which stand at one height in all that a file holds, and are no running heads. */
const OPENING =
  /^(?:CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b|BACKG?ROUND$|Total Population\b|\(data source\b)/i

const TITLE = /^CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b/i

const opensProfile = (lines: readonly Line[]): boolean =>
  lines.some((line) => /^(?:BACKG?ROUND$|Total Population\b)/i.test(line.text))

const isInZone = ({ baseline }: Line, { height }: Page, zone: number): boolean =>
  baseline > height * (1 - zone) || baseline < height * zone

/** Those of repeated lines that follow each other on neighbouring pages, numbered headings left out. */
const findRepeatedNearby = (lines: readonly Line[]): Line[] => {
  const stretches: Line[][] = []
  for (const line of lines.filter(({ text }) => !/^\d\s?[.,]/.test(text))) {
    const stretch = stretches.at(-1)
    if (stretch && isNear(line, stretch.at(-1))) stretch.push(line)
    else stretches.push([line])
  }
  return stretches.filter((stretch) => stretch.length >= MIN_REPEATED_NEARBY).flat()
}

/** Lines of the same words, whatever their numbers, at the same height of most pages or of a stretch of pages. */
const findRunningHeads = (pages: readonly Page[], linesByPage: readonly (readonly Line[])[]): Line[] => {
  const candidates = pages.flatMap((page, index) => {
    const lines = linesByPage[index] ?? []
    const opening = opensProfile(lines)
    const titledAgain = lines.filter((line) => TITLE.test(line.text)).length > 1
    return lines.filter(
      (line) =>
        isInZone(line, page, MARGIN_ZONE) &&
        !(opening && OPENING.test(line.text) && !(titledAgain && TITLE.test(line.text))),
    )
  })
  const byKey = Map.groupBy(
    candidates,
    (line) => `${Math.round(line.baseline)} ${line.text.replace(/\d+/g, '#')}`,
  )
  const needed = Math.max(2, Math.ceil(pages.length * REPEATED_SHARE))
  return [...byKey.values()].flatMap((lines) => (lines.length >= needed ? lines : findRepeatedNearby(lines)))
}

/** Lines at or below the page number, which belong to the foot. */
const findFeet = (linesByPage: readonly (readonly Line[])[], numbers: ReadonlySet<Line>): Line[] =>
  linesByPage.flatMap((lines) => {
    const foot = lines.find((line) => numbers.has(line) && lines.indexOf(line) > 0)
    return foot ? lines.filter((line) => line.baseline <= foot.baseline) : []
  })

/** What a head or foot never holds: words of the title block, of the closing lines, headings, list entries. */
const BODY_WORDS =
  /^(?:CYBER\s?-?\s?WELL?NESS|BACKG?ROUND$|Total Population|Internet users|\(data source|DISCLAIMER|More information is|Last updated?\b|[-–—_=]{8,})/i

const isBodyLine = (line: Line): boolean =>
  BODY_WORDS.test(line.text) || opensNumbered(line) || startsWithListMark(line.text)

/** A head or foot has at most this many lines. */
const MAX_HEAD_LINES = 4

/** Gaps between a head or foot and the body, in multiples of the body's leading, by what else sets the two apart. */
const GAP_OF_SMALL_TYPE = 1.25
const GAP_BEYOND_BODY = 1.4
const GAP_IN_MARGIN = 1.9

/** The extremes of the bodies of the other pages. */
interface BodyReach {
  readonly top: number
  readonly bottom: number
}

/**
 * Lines at the head or the foot of one page that a gap sets apart from the body, and small type, or a place beyond
 * the body of every other page, or one far out in the margin.
 */
const findApart = (
  page: Page,
  lines: readonly Line[],
  { bodySize, pitch, others }: { bodySize: number; pitch: number; others: BodyReach },
): Line[] => {
  const check = (group: readonly Line[], gap: number, isHead: boolean): boolean => {
    const outermost = isHead
      ? largest(group.map((line) => line.baseline))
      : smallest(group.map((line) => line.baseline))
    const innermost = isHead
      ? smallest(group.map((line) => line.baseline))
      : largest(group.map((line) => line.baseline))
    const inZone = (baseline: number, zone: number): boolean =>
      isHead ? baseline > page.height * (1 - zone) : baseline < page.height * zone
    if (group.some(isBodyLine) || !inZone(innermost, MARGIN_ZONE)) return false
    const isSmall = group.every((line) => line.size <= bodySize * SMALL_TYPE)
    const isSentenceEnd = /[.;]$/.test(group.at(isHead ? -1 : 0)?.text ?? '')
    const isBeyond =
      !isSentenceEnd &&
      (isHead ? innermost > others.top + bodySize : innermost < others.bottom - bodySize / 2)
    if (isSmall && gap >= GAP_OF_SMALL_TYPE && inZone(outermost, OUTER_ZONE)) return true
    // above the title block stands what may be a title in other words
    if (isHead) return isBeyond && gap >= GAP_BEYOND_BODY && page.number > 1 && !opensProfile(lines)
    return isBeyond && gap >= GAP_IN_MARGIN && inZone(innermost, OUTER_ZONE)
  }
  const apart: Line[] = []
  for (const isHead of [true, false]) {
    const inward = isHead ? lines : lines.toReversed()
    for (let count = Math.min(MAX_HEAD_LINES, lines.length - 1); count > 0; count--) {
      const [edge, next] = [inward[count - 1], inward[count]]
      const gap = edge && next ? Math.abs(edge.baseline - next.baseline) / pitch : 0
      const group = inward.slice(0, count)
      if (!check(group, gap, isHead)) continue
      for (const line of group) apart.push(line)
      break
    }
  }
  return apart
}

/** Heads and feet that stand on one page only, as a first page has them, or all the others. */
const findLoneHeads = (pages: readonly Page[], bodies: readonly (readonly Line[])[]): Line[] => {
  const lines = bodies.flat()
  const bodySize = findBodySize(lines)
  const pitch = findPitch(lines) * bodySize
  const reaches = bodies.map((own) => ({
    top: largest(own.map((line) => line.baseline)),
    bottom: smallest(own.map((line) => line.baseline)),
  }))
  return pages.flatMap((page, index) => {
    const rest = reaches.filter((_, other) => other !== index)
    if (rest.length === 0 || pitch === 0) return []
    const others = {
      top: largest(rest.map(({ top }) => top)),
      bottom: smallest(rest.map(({ bottom }) => bottom)),
    }
    return findApart(page, bodies[index] ?? [], { bodySize, pitch, others })
  })
}

/**
 * Page numbers of a text file: numbers alone on a line that count 1, 2, 3, ... through the file, or from the title of
 * each profile. Where the file has no page breaks of its own, lines after each belong to the next page.
 */
const sortCountedPages = (lines: readonly Line[], hasBreaks: boolean): Sorted => {
  const body: Line[] = []
  const furniture: Line[] = []
  let page = 1
  let next = 1
  for (const line of lines) {
    const placed = hasBreaks ? line : { ...line, page }
    if (TITLE.test(line.text)) next = 1
    const number = /^\d{1,3}$/.test(line.text) ? Number(line.text) : null
    if (number !== null && (number === page || number === next)) {
      furniture.push(placed)
      page++
      next = number + 1
    } else if (PAGE_RULE.test(line.text)) furniture.push(placed)
    else body.push(placed)
  }
  return { body, furniture }
}

/** Parts the lines of a document into text and page furniture, by place and repetition. */
export const partFurniture = (pages: readonly Page[], linesByPage: readonly (readonly Line[])[]): Sorted => {
  if (pages.every((page) => page.unit === 'cell')) {
    return sortCountedPages(linesByPage.flat(), pages.length > 1)
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
      .flatMap((line) =>
        lone.has(line) ? [{ ...line, doubtful: true as const }] : sure.has(line) ? [line] : [],
      ),
  }
}

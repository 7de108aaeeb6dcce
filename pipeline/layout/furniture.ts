import type { Page, TextRun } from '../extract/index.ts'
import { ASCENT, DESCENT, type Line, makeLine } from './line.ts'
import { wordsOf } from './word.ts'

const RADIANS = Math.PI / 180

/** The corners of a run, however it is turned. */
const boxOf = ({ x, y, width, size, angle = 0 }: TextRun): Pick<Line, 'x0' | 'y0' | 'x1' | 'y1'> => {
  const [cosine, sine] = [Math.cos(angle * RADIANS), Math.sin(angle * RADIANS)]
  const corners = [0, width].flatMap((along) =>
    [-DESCENT * size, ASCENT * size].map((up) => [
      x + along * cosine - up * sine,
      y + along * sine + up * cosine,
    ]),
  )
  const xs = corners.map(([cornerX = x]) => cornerX)
  const ys = corners.map(([, cornerY = y]) => cornerY)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/**
 * Whether a run is none of the page's lines: it is turned, as watermarks and labels in the margin are, or stands where
 * the page does not reach and nobody sees it.
 */
const standsAside = (run: TextRun, page: Page): boolean => {
  if (run.angle !== undefined) return true
  if (page.unit === 'cell') return false
  const { x, y, width, size } = run
  const [bottom, top] = [y - DESCENT * size, y + ASCENT * size]
  return (
    Math.max(x, x + width) <= 0 || Math.min(x, x + width) >= page.width || top <= 0 || bottom >= page.height
  )
}

const lineOf = (run: TextRun, page: Page): Line | null => {
  const words = wordsOf([run])
  const place = { page: page.number, unit: page.unit, baseline: run.y, leading: Number.POSITIVE_INFINITY }
  return words.length === 0 ? null : { ...makeLine(words, place), ...boxOf(run) }
}

/** A page without the runs that are none of its lines, and these, each as a line of its own with its place. */
export const partAside = (page: Page): { readonly page: Page; readonly aside: readonly Line[] } => {
  const { true: aside = [], false: runs = [] } = Object.groupBy(page.runs, (run) =>
    String(standsAside(run, page)),
  )
  if (aside.length === 0) return { page, aside: [] }
  return {
    page: { ...page, runs },
    aside: aside.map((run) => lineOf(run, page)).filter((line) => line !== null),
  }
}

/** Lines of the text, and the page furniture that was set aside. */
export interface Sorted {
  readonly body: readonly Line[]
  readonly furniture: readonly Line[]
}

const PAGE_NUMBER = /^(?:page\s*)?[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i

/** The rule that plain-text copies of a PDF put between pages. */
const PAGE_RULE = /^-{5,}\s*Page\s+\d+\s*-{5,}$/i

/** Share of the page height, at its head and foot, in which running heads are looked for. */
const MARGIN_ZONE = 0.12

/** A running head must stand on this share of the pages, and on two at least. */
const REPEATED_SHARE = 0.6

/** In a volume a running head may change from part to part: it must stand on so many pages, two apart at most. */
const REPEATED_NEARBY = 5
const NEARBY = 2

/** Roman numerals up to 39, which front matter and some papers count their pages by. */
const ROMAN = /^[-–—]?\s*(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})\s*[-–—]?$/i
const ROMAN_UNITS: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

const romanValue = (text: string): number | null => {
  const [, tens = '', units = ''] = ROMAN.exec(text)?.map((part) => part.toLowerCase()) ?? []
  const value = tens.length * 10 + ROMAN_UNITS.indexOf(units)
  return value > 0 ? value : null
}

const pageNumberOf = (line: Line): number | null => {
  const digits = PAGE_NUMBER.exec(line.text)?.[1]
  return digits === undefined ? romanValue(line.text) : Number(digits)
}

/** The leading of running text: that of a quarter of the lines is less; headings and short notes have more. */
const usualLeading = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 4)] ?? 0

/** How far a line stands from its nearest neighbour on the page, in em. */
const isolation = (lines: readonly Line[], index: number): number => {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line) return 0
  const below = next ? (line.baseline - next.baseline) / line.size : Number.POSITIVE_INFINITY
  return Math.min(line.leading, below)
}

/** A number alone at the head or foot of a page, further from the text than lines of text are from each other. */
const numberCandidates = (lines: readonly Line[]): Line[] => {
  const pitch = usualLeading(lines.map((line) => line.leading).filter(Number.isFinite))
  return [0, 1, lines.length - 2, lines.length - 1]
    .filter((index, place, all) => all.indexOf(index) === place)
    .flatMap((index) => {
      const line = lines[index]
      return line && pageNumberOf(line) !== null && isolation(lines, index) > pitch * 1.2 ? [line] : []
    })
}

/** Two numbers that count with the pages stand this many pages apart at most. */
const COUNTING_REACH = 2

/** Page numbers of one offset that others of it stand near to: those of one document that a volume binds. */
const countingTogether = (lines: readonly Line[]): Line[] =>
  lines.filter((line, index) =>
    [lines[index - 1], lines[index + 1]].some(
      (other) => other && Math.abs(other.page - line.page) <= COUNTING_REACH,
    ),
  )

/**
 * The candidates that count with the pages: the same distance from the page's own number on most of them, and on the
 * other pages on neighbours at least.
 */
const pageNumbers = (pages: readonly (readonly Line[])[]): Set<Line> => {
  const byOffset = new Map<number, Line[]>()
  for (const lines of pages) {
    for (const line of numberCandidates(lines)) {
      const offset = (pageNumberOf(line) ?? 0) - line.page
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), line])
    }
  }
  const groups = [...byOffset].filter(([offset, lines]) => offset === 0 || lines.length >= 2)
  const [best, ...others] = groups
    .toSorted((left, right) => right[1].length - left[1].length)
    .map(([, lines]) => lines)
  const numbered = new Set(best?.map((line) => line.page))
  const further = others.flatMap(countingTogether).filter((line) => !numbered.has(line.page))
  return new Set([...(best ?? []), ...further])
}

/** The first lines of a profile, which stand at one height in all that a volume binds: no running heads. */
const OPENING =
  /^(?:CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b|BACKG?ROUND$|Total Population\b|\(data source\b)/i

const TITLE = /^CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b/i

const opensProfile = (lines: readonly Line[]): boolean =>
  lines.some((line) => /^(?:BACKG?ROUND$|Total Population\b)/i.test(line.text))

const inMargin = (line: Line, page: Page): boolean =>
  page.unit === 'point' &&
  (line.baseline > page.height * (1 - MARGIN_ZONE) || line.baseline < page.height * MARGIN_ZONE)

/** Those of repeated lines that follow each other on neighbouring pages, numbered headings left out. */
const repeatedNearby = (lines: readonly Line[]): Line[] => {
  const stretches: Line[][] = []
  for (const line of lines.filter(({ text }) => !/^\d\s?[.,]/.test(text))) {
    const stretch = stretches.at(-1)
    if (stretch && line.page - (stretch.at(-1)?.page ?? 0) <= NEARBY) stretch.push(line)
    else stretches.push([line])
  }
  return stretches.filter((stretch) => stretch.length >= REPEATED_NEARBY).flat()
}

/**
 * Lines of the same words at the same height of several pages, whatever numbers stand in them; in a volume also
 * those on every page, or every other page, of a stretch.
 */
const runningHeads = (pages: readonly Page[], linesByPage: readonly (readonly Line[])[]): Set<Line> => {
  const byKey = new Map<string, Line[]>()
  for (const [index, page] of pages.entries()) {
    const lines = linesByPage[index] ?? []
    const opening = opensProfile(lines)
    const titledAgain = lines.filter((line) => TITLE.test(line.text)).length > 1
    for (const line of lines) {
      const opens = opening && OPENING.test(line.text) && !(titledAgain && TITLE.test(line.text))
      if (!inMargin(line, page) || opens) continue
      const key = `${Math.round(line.baseline)} ${line.text.replace(/\d+/g, '#')}`
      byKey.set(key, [...(byKey.get(key) ?? []), line])
    }
  }
  const needed = Math.max(2, Math.ceil(pages.length * REPEATED_SHARE))
  return new Set(
    [...byKey.values()].flatMap((lines) => (lines.length >= needed ? lines : repeatedNearby(lines))),
  )
}

/** Lines in the foot margin at or below the page number belong to the foot, even where there is but one page. */
const footLines = (linesByPage: readonly (readonly Line[])[], numbers: ReadonlySet<Line>): Set<Line> =>
  new Set(
    linesByPage.flatMap((lines) => {
      const foot = lines.find((line) => numbers.has(line) && line.unit === 'point' && lines.indexOf(line) > 0)
      return foot ? lines.filter((line) => line.baseline <= foot.baseline) : []
    }),
  )

/**
 * Page numbers of a text file: numbers alone on a line that count 1, 2, 3, ... through the file, or anew from the
 * title of each profile. Where the file has no page breaks of its own, lines after each belong to the next page.
 */
const countedPages = (lines: readonly Line[], hasBreaks: boolean): Sorted => {
  const body: Line[] = []
  const furniture: Line[] = []
  let page = 1
  let next = 1
  for (const line of lines) {
    const placed = hasBreaks ? line : { ...line, page }
    if (TITLE.test(line.text)) next = 1
    const number = /^\d{1,3}$/.test(line.text) ? Number(line.text) : null
    if (number === page || number === next) {
      furniture.push(placed)
      page++
      next = (number ?? 0) + 1
    } else if (PAGE_RULE.test(line.text)) furniture.push(placed)
    else body.push(placed)
  }
  return { body, furniture }
}

/** Parts the lines of a document into text and page furniture, by place and repetition. */
export const setFurnitureAside = (
  pages: readonly Page[],
  linesByPage: readonly (readonly Line[])[],
): Sorted => {
  if (pages.every((page) => page.unit === 'cell')) return countedPages(linesByPage.flat(), pages.length > 1)
  const numbers = pageNumbers(linesByPage)
  const heads = runningHeads(pages, linesByPage)
  const feet = footLines(linesByPage, numbers)
  const isFurniture = (line: Line): boolean => numbers.has(line) || heads.has(line) || feet.has(line)
  const all = linesByPage.flat()
  return { body: all.filter((line) => !isFurniture(line)), furniture: all.filter(isFurniture) }
}

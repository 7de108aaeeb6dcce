import type { Page } from '../extract/index.ts'
import type { Line } from './line.ts'

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

const pageNumberOf = (line: Line): number | null => {
  const digits = PAGE_NUMBER.exec(line.text)?.[1]
  return digits === undefined ? null : Number(digits)
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

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
  const pitch = median(lines.map((line) => line.leading).filter(Number.isFinite))
  return [0, 1, lines.length - 2, lines.length - 1]
    .filter((index, place, all) => all.indexOf(index) === place)
    .flatMap((index) => {
      const line = lines[index]
      return line && pageNumberOf(line) !== null && isolation(lines, index) > pitch * 1.2 ? [line] : []
    })
}

/** The candidates that count with the pages: the same distance from the page's own number on most of them. */
const pageNumbers = (pages: readonly (readonly Line[])[]): Set<Line> => {
  const byOffset = new Map<number, Line[]>()
  for (const lines of pages) {
    for (const line of numberCandidates(lines)) {
      const offset = (pageNumberOf(line) ?? 0) - line.page
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), line])
    }
  }
  const groups = [...byOffset].filter(([offset, lines]) => offset === 0 || lines.length >= 2)
  const best = groups.toSorted((left, right) => right[1].length - left[1].length)[0]
  return new Set(best?.[1])
}

const inMargin = (line: Line, page: Page): boolean =>
  page.unit === 'point' &&
  (line.baseline > page.height * (1 - MARGIN_ZONE) || line.baseline < page.height * MARGIN_ZONE)

/** Lines of the same words at the same height of several pages, whatever numbers stand in them. */
const runningHeads = (pages: readonly Page[], linesByPage: readonly (readonly Line[])[]): Set<Line> => {
  const byKey = new Map<string, Line[]>()
  for (const [index, page] of pages.entries()) {
    for (const line of linesByPage[index] ?? []) {
      if (!inMargin(line, page)) continue
      const key = `${Math.round(line.baseline)} ${line.text.replace(/\d+/g, '#')}`
      byKey.set(key, [...(byKey.get(key) ?? []), line])
    }
  }
  const needed = Math.max(2, Math.ceil(pages.length * REPEATED_SHARE))
  return new Set([...byKey.values()].filter((lines) => lines.length >= needed).flat())
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
 * Page numbers of a text file: numbers alone on a line that count 1, 2, 3, ... through the file. Where the file has
 * no page breaks of its own, lines after each belong to the next page.
 */
const countedPages = (lines: readonly Line[], hasBreaks: boolean): Sorted => {
  const body: Line[] = []
  const furniture: Line[] = []
  let page = 1
  for (const line of lines) {
    const placed = hasBreaks ? line : { ...line, page }
    if (/^\d{1,3}$/.test(line.text) && Number(line.text) === page) {
      furniture.push(placed)
      page++
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

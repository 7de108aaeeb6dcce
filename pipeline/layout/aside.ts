import type { Page, TextRun } from '../extract/index.ts'
import { moveBox, rotate } from '../io/geometry.ts'
import { findQuantile } from '../io/numbers.ts'
import { ASCENT, DESCENT, type Line, makeLine } from './line.ts'
import { findWords } from './word.ts'

/** Type of at most this share of the body's size is small. */
const SMALL_TYPE = 0.92

/** A watermark is at least this many times as large as the text that it is printed over. */
const WATERMARK_RATIO = 1.8

/** A note in the margin is at least this far from the body, in em. */
const MARGIN_GAP_EM = 0.8

/** At most this share of the body reaches into its margin. */
const MAX_CROSSING_SHARE = 0.04

/** On a page with more candidates, none is a watermark or a note in the margin. */
const MAX_ASIDE_RUNS = 100

/** Notes in the margin hold at most this share of the characters of the body. */
const MAX_MARGIN_SHARE = 0.2

/** At least this many numbers that count down the edge of a page number its lines. */
const MIN_LINE_NUMBERS = 5

/** Whether a level run is off its page. */
const isOffPage = ({ x, y, width, size }: TextRun, page: Page): boolean =>
  x + width <= 0 || x >= page.width || y + ASCENT * size <= 0 || y - DESCENT * size >= page.height

/** The size in which most characters are set. */
export const findBodySize = (texts: readonly { readonly text: string; readonly size: number }[]): number => {
  const characters = new Map<number, number>()
  for (const { text, size } of texts) {
    const rounded = Math.round(size * 10) / 10
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length)
  }
  return [...characters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

const isPrintedOver = (mark: TextRun, runs: readonly TextRun[]): boolean =>
  runs.some(
    (run) =>
      run.size * WATERMARK_RATIO <= mark.size &&
      run.y > mark.y - DESCENT * mark.size &&
      run.y < mark.y + ASCENT * mark.size &&
      Math.min(run.x + run.width, mark.x + mark.width) - Math.max(run.x, mark.x) > run.size,
  )

/** Large text over which lines of a page run, and what is set at its place on this and other pages. */
const findWatermarks = (pages: readonly (readonly TextRun[])[], bodySize: number): readonly TextRun[] => {
  const toPlace = ({ size, y }: TextRun): string => `${Math.round(size)} ${Math.round(y)}`
  const places = new Set(
    pages.flatMap((runs) => {
      const large = runs.filter((run) => run.size >= bodySize * WATERMARK_RATIO)
      if (large.length > MAX_ASIDE_RUNS) return []
      return large.filter((run) => isPrintedOver(run, runs)).map(toPlace)
    }),
  )
  return places.size === 0 ? [] : pages.flat().filter((run) => places.has(toPlace(run)))
}

const isNumber = (run: TextRun): boolean => /^\d{1,4}\s*$/.test(run.text)

/** Whether runs are numbers that count down a page. */
const areCounting = (runs: readonly TextRun[]): boolean => {
  const numbers = runs.filter(isNumber).toSorted((above, below) => below.y - above.y)
  return (
    numbers.length >= MIN_LINE_NUMBERS &&
    numbers.every((run, index) => Number(run.text) > Number(numbers[index - 1]?.text ?? -1))
  )
}

const countCharacters = (runs: readonly TextRun[]): number =>
  runs.reduce((sum, run) => sum + run.text.length, 0)

/** Line numbers and notes in small type that are beside the body of nearly all lines, and apart from it. */
const findMarginText = (pages: readonly (readonly TextRun[])[], bodySize: number): readonly TextRun[] => {
  const gap = bodySize * MARGIN_GAP_EM
  const isSmall = (run: TextRun): boolean => run.size <= bodySize * SMALL_TYPE
  const body = pages.flat().filter((run) => !isSmall(run) && !isNumber(run))
  const pickEdge = (values: readonly number[]): number =>
    findQuantile(values, MAX_CROSSING_SHARE) ?? Number.NaN
  const left = pickEdge(body.map((run) => run.x)) - gap
  const right = gap - pickEdge(body.map((run) => -run.x - run.width))
  const isClear = (run: TextRun, other: TextRun): boolean =>
    isSmall(other) ||
    Math.abs(other.y - run.y) > 2 * bodySize ||
    other.x > run.x + run.width + gap ||
    other.x + other.width < run.x - gap
  const margins = pages.flatMap((runs) => [
    { runs, beside: runs.filter((run) => run.x + run.width <= left) },
    { runs, beside: runs.filter((run) => run.x >= right) },
  ])
  const isNumbered = margins.some(({ beside }) => areCounting(beside))
  const notes = margins.flatMap(({ runs, beside }) => {
    const notable = beside.filter(isSmall)
    return notable.length > MAX_ASIDE_RUNS
      ? []
      : notable.filter((run) => runs.every((other) => isClear(run, other)))
  })
  return [
    ...(isNumbered ? margins.flatMap(({ beside }) => beside.filter(isNumber)) : []),
    ...(countCharacters(notes) > countCharacters(body) * MAX_MARGIN_SHARE ? [] : notes),
  ]
}

/** A line that is no part of the body. */
export interface FurnitureLine extends Line {
  /** Set where only its place and its type speak against the body, so that a person should know. */
  readonly doubtful?: true
}

const makeFurniture = (run: TextRun, page: Page, isDoubtful: boolean): FurnitureLine | null => {
  const { x, y, width, size, angle = 0 } = run
  const box = moveBox({ x0: 0, y0: -DESCENT * size, x1: width, y1: ASCENT * size }, (corner) => {
    const turned = rotate(corner, angle)
    return { x: x + turned.x, y: y + turned.y }
  })
  const words = findWords([run])
  const { number, unit, derivation } = page
  const place = { page: number, unit, derivation, baseline: y, leading: Number.POSITIVE_INFINITY }
  const line = { ...makeLine(words, place), ...box }
  return words.length === 0 ? null : { ...line, ...(isDoubtful && { doubtful: true }) }
}

/**
 * Parts pages from the runs that are in none of their lines: turned or off the page, watermarks, line numbers, and
 * notes in the margin. Each of these becomes a line of its own.
 */
export const partAside = (
  pages: readonly Page[],
): { readonly pages: readonly Page[]; readonly aside: readonly FurnitureLine[] } => {
  /** Whether the runs that are set aside are doubtful. */
  const aside = new Map<TextRun, boolean>()
  const points = pages.filter((page) => page.unit === 'point')
  for (const page of points) {
    for (const run of page.runs) if (run.angle !== undefined || isOffPage(run, page)) aside.set(run, false)
  }
  const read = (): TextRun[][] => points.map((page) => page.runs.filter((run) => !aside.has(run)))
  const bodySize = findBodySize(read().flat())
  for (const findRuns of [findWatermarks, findMarginText]) {
    for (const run of findRuns(read(), bodySize)) aside.set(run, true)
  }
  if (aside.size === 0) return { pages, aside: [] }
  return {
    pages: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !aside.has(run)) })),
    aside: pages.flatMap((page) =>
      page.runs.flatMap((run) => {
        const isDoubtful = aside.get(run)
        return isDoubtful === undefined ? [] : (makeFurniture(run, page, isDoubtful) ?? [])
      }),
    ),
  }
}

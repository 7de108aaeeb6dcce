import { rotate } from '../io/geometry.ts'
import { findMedian } from '../io/numbers.ts'
import type { Page, TextRun } from './page.ts'
import { findSkew } from './skew.ts'

/** A page's size and its runs, in points from the bottom left of the page as it is read. */
type UprightPage = Pick<Page, 'width' | 'height' | 'runs'>

/** A run rotated from the page's lines by at most this many degrees is part of them, as on a scan. */
const MAX_SKEW = 10

/** Skew of less than this many degrees moves no word out of its line. */
const MIN_SKEW = 0.05

/** Fewer words do not say how a page is rotated. */
const MIN_WORDS = 20

/** How much better the words must line up for a skew to be accepted. */
const MIN_GAIN = 1.3

const QUARTER = 90

/** Degrees from -180 up to 180. */
const fold = (degrees: number): number => degrees - 360 * Math.floor((degrees + 180) / 360)

const isAlong = ({ angle = 0 }: TextRun, quarter = 0): boolean => Math.abs(fold(angle - quarter)) <= MAX_SKEW

/** The quarter turn in which most of the text of a page runs: that of its lines. */
const findReadingQuarter = (runs: readonly TextRun[]): number => {
  const characters = (quarter: number): number =>
    runs.reduce((sum, run) => sum + (isAlong(run, quarter) ? run.text.length : 0), 0)
  return [0, QUARTER, -QUARTER, 2 * QUARTER].reduce((best, quarter) =>
    characters(quarter) > characters(best) ? quarter : best,
  )
}

/** The angle of lines whose words are set level, each a little higher or lower than the one before. */
const findSteppedSkew = (runs: readonly TextRun[]): number => {
  const size = runs[Math.floor(runs.length / 2)]?.size ?? 1
  return runs.length < MIN_WORDS ? 0 : findSkew(runs, { rowHeight: size / 4, minGain: MIN_GAIN })
}

/**
 * A page with its lines level. One whose text runs up, down or upside down is rotated by a quarter or two, its size
 * with it; one that is skewed, by its skew. Runs that are in no line keep their angle to the lines.
 * @param isScan whether a picture covers the page, so that its words may be set level along lines that are not
 */
export const uprightPage = (page: UprightPage, isScan = false): UprightPage => {
  if (!isScan && page.runs.every((run) => run.angle === undefined)) return page
  const quarter = findReadingQuarter(page.runs)
  const isOnSide = Math.abs(quarter) === QUARTER
  const [width, height] = isOnSide ? [page.height, page.width] : [page.width, page.height]
  const turn = (run: TextRun, degrees: number): TextRun => {
    if (degrees === 0) return run
    const { x, y } = rotate({ x: run.x - page.width / 2, y: run.y - page.height / 2 }, -degrees)
    return { ...run, x: x + width / 2, y: y + height / 2, angle: fold((run.angle ?? 0) - degrees) }
  }
  const turned = page.runs.map((run) => turn(run, quarter))
  const angle = findMedian(turned.filter((run) => isAlong(run)).map((run) => run.angle ?? 0))
  const skew = angle || (isScan ? findSteppedSkew(turned) : 0)
  const level = page.runs.map((run) => turn(run, quarter + (Math.abs(skew) < MIN_SKEW ? 0 : skew)))
  return {
    width,
    height,
    runs: level.map(({ angle = 0, ...run }) => (Math.abs(angle) <= MAX_SKEW ? run : { ...run, angle })),
  }
}

import type { TextRun } from './page.ts'
import { findSkew, type Point } from './skew.ts'

/** A page's size and its runs, in points from the bottom left of the page as it is read. */
export interface UprightPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly TextRun[]
}

/** A run rotated from the page's lines by at most this many degrees is part of them, as on a scan. */
const MAX_SKEW = 10

/** Skew of less than this many degrees moves no word out of its line. */
const MIN_SKEW = 0.05

/** Fewer words do not say how a page is rotated. */
const MIN_WORDS = 20

/** How much better the words must line up for a skew to be accepted. */
const MIN_GAIN = 1.3

const QUARTER = 90
const RADIANS = Math.PI / 180

/** Degrees from -180 up to 180. */
const fold = (degrees: number): number => degrees - 360 * Math.floor((degrees + 180) / 360)

const isAlong = ({ angle = 0 }: TextRun, quarter: number): boolean =>
  Math.abs(fold(angle - quarter)) <= MAX_SKEW

/** The quarter turn in which most of the text of a page runs: that of its lines. */
const findReadingQuarter = (runs: readonly TextRun[]): number => {
  const characters = (quarter: number): number =>
    runs.reduce((sum, run) => sum + (isAlong(run, quarter) ? run.text.length : 0), 0)
  return [0, QUARTER, -QUARTER, 2 * QUARTER].reduce((best, quarter) =>
    characters(quarter) > characters(best) ? quarter : best,
  )
}

const turnRun = (run: TextRun, quarter: number, { width, height }: UprightPage): TextRun => {
  const { x, y, angle = 0 } = run
  const places: Readonly<Record<number, Point>> = {
    [QUARTER]: { x: y, y: width - x },
    [-QUARTER]: { x: height - y, y: x },
    [2 * QUARTER]: { x: width - x, y: height - y },
  }
  return { ...run, ...places[quarter], angle: fold(angle - quarter) }
}

const rotate = ({ x, y }: Point, degrees: number): Point => {
  const [cosine, sine] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
  return { x: x * cosine - y * sine, y: x * sine + y * cosine }
}

/** The angle of the middle one of the runs that are part of the lines. */
const findUsualAngle = (runs: readonly TextRun[]): number => {
  const angles = runs.filter((run) => isAlong(run, 0)).map(({ angle = 0 }) => angle)
  return angles.toSorted((one, other) => one - other)[Math.floor(angles.length / 2)] ?? 0
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
  const isTurned = page.runs.some((run) => run.angle !== undefined)
  if (!isTurned && !isScan) return page
  const quarter = findReadingQuarter(page.runs)
  const onSide = Math.abs(quarter) === QUARTER
  const turned = page.runs.map((run) => turnRun(run, quarter, page))
  const skew = findUsualAngle(turned) || (isScan ? findSteppedSkew(turned) : 0)
  const isLevel = Math.abs(skew) < MIN_SKEW
  const [width, height] = onSide ? [page.height, page.width] : [page.width, page.height]
  const level = (run: TextRun): Point => {
    const { x, y } = rotate({ x: run.x - width / 2, y: run.y - height / 2 }, -skew)
    return { x: x + width / 2, y: y + height / 2 }
  }
  return {
    width,
    height,
    runs: turned.map(({ angle = 0, ...run }) => ({
      ...run,
      ...(isLevel ? {} : level(run)),
      ...(Math.abs(angle) <= MAX_SKEW ? {} : { angle: fold(angle - skew) }),
    })),
  }
}

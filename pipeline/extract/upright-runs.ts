import type { TextRun } from './page.ts'

/** A page's size and its runs, in points from the bottom left of the page as it is read. */
export interface UprightPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly TextRun[]
}

/** A run that stands askew of the page's lines by no more than this many degrees is part of them: scans are. */
const SKEW = 10

const QUARTER = 90

/** Degrees from -180 up to 180. */
const folded = (degrees: number): number => degrees - 360 * Math.floor((degrees + 180) / 360)

const angleOf = (run: TextRun): number => run.angle ?? 0

const alongQuarter = (run: TextRun, quarter: number): boolean =>
  Math.abs(folded(angleOf(run) - quarter)) <= SKEW

/** The quarter turn in which most of the text of a page runs: that of its lines. */
const readingQuarter = (runs: readonly TextRun[]): number => {
  const characters = (quarter: number): number =>
    runs.reduce((sum, run) => sum + (alongQuarter(run, quarter) ? run.text.length : 0), 0)
  return [0, QUARTER, -QUARTER, 2 * QUARTER].reduce((best, quarter) =>
    characters(quarter) > characters(best) ? quarter : best,
  )
}

const turned = ({ angle, ...run }: TextRun, quarter: number, width: number, height: number): TextRun => {
  const places: ReadonlyMap<number, Pick<TextRun, 'x' | 'y'>> = new Map([
    [QUARTER, { x: run.y, y: width - run.x }],
    [-QUARTER, { x: height - run.y, y: run.x }],
    [2 * QUARTER, { x: width - run.x, y: height - run.y }],
  ])
  const off = folded((angle ?? 0) - quarter)
  return { ...run, ...places.get(quarter), ...(Math.abs(off) <= SKEW ? {} : { angle: off }) }
}

/**
 * A page with its lines level: one whose text runs up, down or upside down is turned by a quarter or two, its size with
 * it. Runs that stand askew of the lines keep their angle to them.
 */
export const uprightPage = ({ width, height, runs }: UprightPage): UprightPage => {
  if (runs.every((run) => run.angle === undefined)) return { width, height, runs }
  const quarter = readingQuarter(runs)
  const onSide = Math.abs(quarter) === QUARTER
  return {
    width: onSide ? height : width,
    height: onSide ? width : height,
    runs: runs.map((run) => turned(run, quarter, width, height)),
  }
}

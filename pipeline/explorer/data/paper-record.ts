import type { ExploredPage, ExploredRun } from './explored-profile.ts'
import type { PaperRecord, RunRecord } from './explorer-data.ts'

/** Hundredths of a point are finer than any screen shows. */
const round = (value: number): number => Math.round(value * 100) / 100

const runRecord = ({ text, x, y, width, size, bold }: ExploredRun): RunRecord => [
  text.toWellFormed(),
  round(x),
  round(y),
  round(width),
  round(size),
  bold ? 1 : 0,
]

/** The pages of a document that its profile stands on; a bound volume has others before and behind. */
export const paperRecord = (pages: readonly ExploredPage[], first: number, last: number): PaperRecord =>
  pages
    .filter(({ number }) => number >= first && number <= last)
    .map(({ number, unit, width, height, runs }) => ({
      number,
      unit,
      width: round(width),
      height: round(height),
      runs: runs.map(runRecord),
    }))

import type { TextRun } from './page.ts'

/** The same text closer than this to itself, in em, is one text that was drawn twice to look bold or to cast a shadow. */
const DOUBLE_EM = 0.12

const isDouble = (run: TextRun, other: TextRun): boolean =>
  Math.abs(run.x - other.x) <= DOUBLE_EM * run.size &&
  Math.abs(run.y - other.y) <= DOUBLE_EM * run.size &&
  Math.abs(run.size - other.size) <= DOUBLE_EM * run.size

/** Runs, of those that print the same text in the same place only the first. */
export const withoutDoubles = (runs: readonly TextRun[]): TextRun[] => {
  const byText = new Map<string, TextRun[]>()
  return runs.filter((run) => {
    const same = byText.get(run.text)
    if (same === undefined) byText.set(run.text, [run])
    else if (same.some((other) => isDouble(run, other))) return false
    else same.push(run)
    return true
  })
}

import type { ReopenedRow } from '../reopen/index.ts'
import type { CellChange } from './comparison.ts'

/** The cells in which two rows of a key differ. */
export const cellChanges = (
  key: string,
  old: ReopenedRow,
  now: ReopenedRow,
  columns: readonly string[],
): readonly CellChange[] =>
  columns.flatMap((column) => {
    const [from = null, to = null] = [old[column], now[column]]
    return from === to ? [] : [{ key, column, from, to }]
  })

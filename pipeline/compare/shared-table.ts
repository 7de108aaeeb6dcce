import type { ReopenedRelease, ReopenedTable } from '../reopen/index.ts'
import type { NotCompared } from './comparison.ts'

/** A table that both releases hold, and the columns that both have. */
export interface SharedTable {
  readonly old: ReopenedTable
  readonly now: ReopenedTable
  readonly columns: readonly string[]
}

/** Which of the columns a table of each release has; what is lacking is told to `lacking`. */
export const sharedTable = (
  name: string,
  old: ReopenedRelease,
  now: ReopenedRelease,
  key: readonly string[],
  lacking: (what: NotCompared) => void,
): SharedTable | null => {
  const [before, after] = [old.tables.get(name), now.tables.get(name)]
  if (before === undefined) lacking({ table: name, column: null, missing_in: 'old' })
  if (after === undefined) lacking({ table: name, column: null, missing_in: 'new' })
  if (before === undefined || after === undefined) return null
  const namesBefore = new Set(before.columns.map((column) => column.name))
  const namesAfter = new Set(after.columns.map((column) => column.name))
  const names = [...new Set([...namesAfter, ...namesBefore])]
  for (const column of names) {
    if (!namesBefore.has(column)) lacking({ table: name, column, missing_in: 'old' })
    if (!namesAfter.has(column)) lacking({ table: name, column, missing_in: 'new' })
  }
  const columns = names.filter((column) => namesBefore.has(column) && namesAfter.has(column))
  return key.every((column) => columns.includes(column)) ? { old: before, now: after, columns } : null
}

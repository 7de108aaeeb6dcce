import type { Release, ReleaseColumn, ReleaseTable } from './open-release.ts'

/** A change of tables and columns, apart from the rows in them. */
export interface SchemaChange {
  readonly change:
    | 'table_added'
    | 'table_lost'
    | 'column_added'
    | 'column_lost'
    | 'column_moved'
    | 'column_retyped'
    | 'values_added'
    | 'values_lost'
  readonly table: string
  /** Missing where a table was added or lost. */
  readonly column?: string
  /** The types of a column that was retyped. */
  readonly from?: string
  readonly to?: string
  /** Values that were added to a closed list, or lost from it. */
  readonly values?: readonly string[]
}

const compareColumn = (
  place: Pick<SchemaChange, 'table' | 'column'>,
  old: ReleaseColumn,
  now: ReleaseColumn,
): readonly SchemaChange[] => {
  const changes: SchemaChange[] = []
  if (old.type !== now.type)
    changes.push({ change: 'column_retyped', ...place, from: old.type, to: now.type })
  if (old.values === null || now.values === null) return changes
  const lost = old.values.filter((value) => !now.values?.includes(value))
  const added = now.values.filter((value) => !old.values?.includes(value))
  if (lost.length > 0) changes.push({ change: 'values_lost', ...place, values: lost })
  if (added.length > 0) changes.push({ change: 'values_added', ...place, values: added })
  return changes
}

const compareColumns = (table: string, old: ReleaseTable, now: ReleaseTable): readonly SchemaChange[] => {
  const [before, after] = [[...old.keys()], [...now.keys()]]
  const kept = before.filter((column) => now.has(column))
  const moved = after.filter((column) => old.has(column)).filter((column, index) => kept[index] !== column)
  const list = (change: SchemaChange['change'], columns: readonly string[]): readonly SchemaChange[] =>
    columns.map((column) => ({ change, table, column }))
  return [
    ...list(
      'column_lost',
      before.filter((column) => !now.has(column)),
    ),
    ...list(
      'column_added',
      after.filter((column) => !old.has(column)),
    ),
    ...list('column_moved', moved),
    ...[...now].flatMap(([column, to]) => {
      const from = old.get(column)
      return from === undefined ? [] : compareColumn({ table, column }, from, to)
    }),
  ]
}

/** What changed in tables and columns; a renamed column is one lost and one added. */
export const compareSchemas = (old: Release, now: Release): readonly SchemaChange[] => {
  const [before, after] = [new Map([...old.tables, ...old.views]), new Map([...now.tables, ...now.views])]
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((table): readonly SchemaChange[] => {
      const [from, to] = [before.get(table), after.get(table)]
      if (from === undefined) return [{ change: 'table_added', table }]
      if (to === undefined) return [{ change: 'table_lost', table }]
      return compareColumns(table, from, to)
    })
}

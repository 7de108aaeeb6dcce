import type { ReopenedRelease, ReopenedTable } from '../reopen/index.ts'

/** A change of what the tables are, apart from what stands in them. */
export type SchemaChange =
  | { readonly change: 'table_added' | 'table_lost'; readonly table: string }
  | {
      readonly change: 'column_added' | 'column_lost' | 'column_moved'
      readonly table: string
      readonly column: string
    }
  | {
      readonly change: 'column_retyped'
      readonly table: string
      readonly column: string
      readonly from: string
      readonly to: string
    }

const typeText = ({ storage, nullable }: ReopenedTable['columns'][number]): string =>
  nullable ? `${storage} or null` : storage

/** Columns of both tables whose order among each other is another. */
const movedColumns = (old: ReopenedTable, now: ReopenedTable): string[] => {
  const namesIn = (table: ReopenedTable, other: ReopenedTable): string[] =>
    table.columns
      .map(({ name }) => name)
      .filter((name) => other.columns.some((column) => column.name === name))
  const before = namesIn(old, now)
  return namesIn(now, old).filter((name, index) => before[index] !== name)
}

const compareColumns = (old: ReopenedTable, now: ReopenedTable): SchemaChange[] => {
  const table = now.name
  const before = new Map(old.columns.map((column) => [column.name, column]))
  const after = new Map(now.columns.map((column) => [column.name, column]))
  const lost = [...before.keys()].filter((name) => !after.has(name))
  const added = [...after.keys()].filter((name) => !before.has(name))
  const retyped = [...after.values()].flatMap((column): SchemaChange[] => {
    const former = before.get(column.name)
    if (former === undefined || typeText(former) === typeText(column)) return []
    return [
      { change: 'column_retyped', table, column: column.name, from: typeText(former), to: typeText(column) },
    ]
  })
  return [
    ...lost.map((column): SchemaChange => ({ change: 'column_lost', table, column })),
    ...added.map((column): SchemaChange => ({ change: 'column_added', table, column })),
    ...movedColumns(old, now).map((column): SchemaChange => ({ change: 'column_moved', table, column })),
    ...retyped,
  ]
}

/** What changed of tables and columns; a column that was renamed is one lost and one added. */
export const compareSchemas = (old: ReopenedRelease, now: ReopenedRelease): readonly SchemaChange[] =>
  [...new Set([...old.tables.keys(), ...now.tables.keys()])].sort().flatMap((table): SchemaChange[] => {
    const [before, after] = [old.tables.get(table), now.tables.get(table)]
    if (before === undefined) return [{ change: 'table_added', table }]
    if (after === undefined) return [{ change: 'table_lost', table }]
    return compareColumns(before, after)
  })

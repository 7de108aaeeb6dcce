import type { Release, ReleaseColumn, ReleaseTable } from './open-release.ts'

/** A change of tables and columns, apart from the rows in them. */
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
  | {
      /** Values of a column's closed list. */
      readonly change: 'values_added' | 'values_lost'
      readonly table: string
      readonly column: string
      readonly values: readonly string[]
    }

/** Types of the descriptor are finer than those of SQLite, but can only be compared if both releases have them. */
const describeType = ({ type, storage, nullable }: ReleaseColumn, other: ReleaseColumn): string =>
  `${other.type === null ? storage : (type ?? storage)}${nullable ? ' or null' : ''}`

const compareColumn = (
  table: string,
  column: string,
  old: ReleaseColumn,
  now: ReleaseColumn,
): readonly SchemaChange[] => {
  const changes: SchemaChange[] = []
  const [from, to] = [describeType(old, now), describeType(now, old)]
  if (from !== to) changes.push({ change: 'column_retyped', table, column, from, to })
  if (old.values === null || now.values === null) return changes
  const [before, after] = [new Set(old.values), new Set(now.values)]
  const [lost, added] = [[...before.difference(after)], [...after.difference(before)]]
  if (lost.length > 0) changes.push({ change: 'values_lost', table, column, values: lost })
  if (added.length > 0) changes.push({ change: 'values_added', table, column, values: added })
  return changes
}

const compareColumns = (table: string, old: ReleaseTable, now: ReleaseTable): readonly SchemaChange[] => {
  const lost = [...old.keys()].filter((column) => !now.has(column))
  const added = [...now.keys()].filter((column) => !old.has(column))
  const before = [...old.keys()].filter((column) => now.has(column))
  const after = [...now.keys()].filter((column) => old.has(column))
  const moved = after.filter((column, index) => before[index] !== column)
  return [
    ...lost.map((column): SchemaChange => ({ change: 'column_lost', table, column })),
    ...added.map((column): SchemaChange => ({ change: 'column_added', table, column })),
    ...moved.map((column): SchemaChange => ({ change: 'column_moved', table, column })),
    ...[...now].flatMap(([column, to]) => {
      const from = old.get(column)
      return from === undefined ? [] : compareColumn(table, column, from, to)
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

import type { ReopenedRelease } from '../reopen/index.ts'

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
  | {
      /** The closed list of values of a column is another. */
      readonly change: 'values_added' | 'values_lost'
      readonly table: string
      readonly column: string
      readonly values: readonly string[]
    }

interface ComparedColumn {
  readonly type: string
  readonly values: readonly string[] | null
}

/** The columns of a table, by name and in order. */
type ComparedTable = ReadonlyMap<string, ComparedColumn>

const typeText = (type: string, nullable: boolean): string => (nullable ? `${type} or null` : type)

/** Tables as Parquet has them, and those that are CSV alone as the descriptor does. */
const tablesOf = ({ tables, described }: ReopenedRelease): ReadonlyMap<string, ComparedTable> => {
  const all = new Map<string, ComparedTable>()
  for (const [table, columns] of described) {
    all.set(
      table,
      new Map(
        columns.map(({ name, type, nullable, values }) => [name, { type: typeText(type, nullable), values }]),
      ),
    )
  }
  for (const { name: table, columns } of tables.values()) {
    const values = (name: string): readonly string[] | null => all.get(table)?.get(name)?.values ?? null
    all.set(
      table,
      new Map(
        columns.map(({ name, storage, nullable }) => [
          name,
          { type: typeText(storage, nullable), values: values(name) },
        ]),
      ),
    )
  }
  return all
}

/** Columns of both tables whose order among each other is another. */
const movedColumns = (old: ComparedTable, now: ComparedTable): string[] => {
  const before = [...old.keys()].filter((name) => now.has(name))
  return [...now.keys()].filter((name) => old.has(name)).filter((name, index) => before[index] !== name)
}

const columnChanges = (
  table: string,
  column: string,
  old: ComparedColumn,
  now: ComparedColumn,
): readonly SchemaChange[] => {
  const changes: SchemaChange[] = []
  if (old.type !== now.type) {
    changes.push({ change: 'column_retyped', table, column, from: old.type, to: now.type })
  }
  if (old.values === null || now.values === null) return changes
  const [before, after] = [new Set(old.values), new Set(now.values)]
  const [lost, added] = [[...before.difference(after)], [...after.difference(before)]]
  if (lost.length > 0) changes.push({ change: 'values_lost', table, column, values: lost })
  if (added.length > 0) changes.push({ change: 'values_added', table, column, values: added })
  return changes
}

const compareColumns = (table: string, old: ComparedTable, now: ComparedTable): readonly SchemaChange[] => {
  const lost = [...old.keys()].filter((column) => !now.has(column))
  const added = [...now.keys()].filter((column) => !old.has(column))
  return [
    ...lost.map((column): SchemaChange => ({ change: 'column_lost', table, column })),
    ...added.map((column): SchemaChange => ({ change: 'column_added', table, column })),
    ...movedColumns(old, now).map((column): SchemaChange => ({ change: 'column_moved', table, column })),
    ...[...now].flatMap(([column, after]) => {
      const before = old.get(column)
      return before === undefined ? [] : columnChanges(table, column, before, after)
    }),
  ]
}

/**
 * What changed of tables and columns; a column that was renamed is one lost and one added. Views, which are CSV alone,
 * and lists of values are compared where both releases have a descriptor.
 */
export const compareSchemas = (old: ReopenedRelease, now: ReopenedRelease): readonly SchemaChange[] => {
  const [before, after] = [tablesOf(old), tablesOf(now)]
  const isView = (table: string): boolean => !old.tables.has(table) && !now.tables.has(table)
  const bothDescribed = old.described.size > 0 && now.described.size > 0
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((table) => bothDescribed || !isView(table))
    .sort()
    .flatMap((table): readonly SchemaChange[] => {
      const [former, latter] = [before.get(table), after.get(table)]
      if (former === undefined) return [{ change: 'table_added', table }]
      if (latter === undefined) return [{ change: 'table_lost', table }]
      return compareColumns(table, former, latter)
    })
}

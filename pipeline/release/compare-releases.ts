import { COMPARED_TABLES, type ComparedTable, compareRows } from './compare-rows.ts'
import { findColumns, type Release, type ReleaseTable } from './open-release.ts'
import { queryReleases } from './release-database.ts'

/** What may change of tables and columns, as people read it. */
export const SCHEMA_CHANGES = {
  table_added: 'table added',
  table_lost: 'table lost',
  column_added: 'column added',
  column_lost: 'column lost',
  column_moved: 'column moved',
  column_retyped: 'column of another type',
  column_emptied: 'column now empty',
  column_filled: 'column no longer empty',
  values_added: 'values added to the list of',
  values_lost: 'values taken from the list of',
} as const

/** A change of tables and columns, apart from the rows in them. */
export interface SchemaChange {
  readonly change: keyof typeof SCHEMA_CHANGES
  readonly table: string
  /** Missing where a table was added or lost. */
  readonly column?: string
  /** The types of a column that was retyped. */
  readonly from?: string
  readonly to?: string
  /** Values that were added to a closed list, or lost from it. */
  readonly values?: readonly string[]
}

/** The name of a column, or of a whole table. */
export const joinName = ({ table, column }: { table: string; column?: string | null }): string =>
  column ? `${table}.${column}` : table

/** What only one of two lists has, in its order. */
const findDifferences = (before: Iterable<string>, after: Iterable<string>) => {
  const [old, now] = [new Set(before), new Set(after)]
  return { lost: [...old.difference(now)], added: [...now.difference(old)] }
}

const compareColumns = (table: string, old: ReleaseTable, now: ReleaseTable): SchemaChange[] => {
  const { lost, added } = findDifferences(old.keys(), now.keys())
  const kept = [...old.keys()].filter((column) => now.has(column))
  const moved = [...now.keys()].filter((column) => old.has(column)).filter((name, at) => kept[at] !== name)
  const changes: SchemaChange[] = [
    ...lost.map((column) => ({ change: 'column_lost', table, column }) as const),
    ...added.map((column) => ({ change: 'column_added', table, column }) as const),
    ...moved.map((column) => ({ change: 'column_moved', table, column }) as const),
  ]
  for (const [column, { type: to, values: after }] of now) {
    const { type: from = to, values: before = null } = old.get(column) ?? {}
    if (from !== to) changes.push({ change: 'column_retyped', table, column, from, to })
    if (before === null || after === null) continue
    const values = findDifferences(before, after)
    if (values.lost.length > 0) changes.push({ change: 'values_lost', table, column, values: values.lost })
    if (values.added.length > 0) changes.push({ change: 'values_added', table, column, values: values.added })
  }
  return changes
}

/** What changed in tables and columns; a renamed column is one lost and one added. */
const compareSchemas = ({ tables: old }: Release, { tables: now }: Release): SchemaChange[] =>
  [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((table): SchemaChange[] => {
    const [from, to] = [old.get(table), now.get(table)]
    if (from && to) return compareColumns(table, from, to)
    return [{ change: from ? 'table_lost' : 'table_added', table }]
  })

/** A release may leave out all notes, which is more than a corrected value. */
const compareNoted = ({ old, now }: Readonly<Record<'old' | 'now', number>>): SchemaChange[] => {
  if (old > 0 === now > 0) return []
  return [{ change: now === 0 ? 'column_emptied' : 'column_filled', table: 'indicators', column: 'note' }]
}

/** Names of files, and of folders such as `explorer/`. */
const compareFiles = ({ files: old }: Release, { files: now }: Release) => {
  const shorten = (names: Iterable<string>): Set<string> =>
    new Set([...names].map((name) => name.replace(/\/.*/s, '/')))
  const [before, after] = [shorten(old.keys()), shorten(now.keys())]
  const { lost, added } = findDifferences(before, after)
  const differing = [...old.keys(), ...now.keys()].filter((name) => old.get(name) !== now.get(name))
  const changed = shorten(differing).intersection(before).intersection(after)
  return { added: added.sort(), lost: lost.sort(), changed: [...changed].sort() }
}

/** The tables, or columns of them, that only one of the releases has. */
const findMissing = (schema: readonly SchemaChange[]) =>
  Object.keys(COMPARED_TABLES).flatMap((name) =>
    schema.flatMap(({ change, table, column = null }) => {
      if (table !== name || !/^(table|column)_(added|lost)$/.test(change)) return []
      return [{ table, column, missing_in: change.endsWith('added') ? ('old' as const) : ('new' as const) }]
    }),
  )

/**
 * Which part of the version to raise (https://datapackage.org/recipes/data-package-version/): tables, columns and values
 * lost, and columns moved, retyped, added, emptied or filled, are major; documents, tables, values and files added, or
 * files and documents lost, are minor; any other change is a patch.
 */
const chooseVersionStep = (schema: readonly SchemaChange[], changes: number): 'major' | 'minor' | 'patch' => {
  const widens = ({ change }: SchemaChange): boolean => change === 'table_added' || change === 'values_added'
  if (!schema.every(widens)) return 'major'
  return schema.length + changes > 0 ? 'minor' : 'patch'
}

const summarise = ({ folder, title, version, collection, rows }: Release) =>
  ({ folder, title, version, collection, rows }) as const

const STATUS_COLUMNS: readonly string[] = [...COMPARED_TABLES.indicators, 'status', 'status_rule']

/**
 * Compares a release with the one before it, in what both have; `not_compared` names what only one has. With the depth
 * `statuses` only documents and statuses are compared, which takes a tenth of the time.
 * @throws CliError if a database is damaged
 */
export const compareReleases = (old: Release, now: Release, depth: 'all' | 'statuses' = 'all') => {
  const listShared = (table: ComparedTable): readonly string[] => {
    const [before, after] = [findColumns(old, table), findColumns(now, table)]
    const columns = [...(after?.keys() ?? [])].filter((column) => before?.has(column))
    if (!COMPARED_TABLES[table].every((key) => columns.includes(key))) return []
    if (depth === 'all' || table === 'documents') return columns
    return table === 'indicators' ? columns.filter((column) => STATUS_COLUMNS.includes(column)) : []
  }
  const { noted, ...rows } = queryReleases({ old: old.folder, now: now.folder }, (query) =>
    compareRows(query, listShared),
  )
  const files = compareFiles(old, now)
  const schema = [...compareSchemas(old, now), ...(depth === 'all' ? compareNoted(noted) : [])]
  const changed = [files.added, files.lost, rows.documents.added.first, rows.documents.lost.first].flat()
  /** Whether both hold the same files, byte for byte. */
  const identical = Object.values(files).flat().length === 0
  return {
    old: summarise(old),
    new: summarise(now),
    identical,
    files,
    schema,
    not_compared: findMissing(schema),
    version_step: identical ? ('none' as const) : chooseVersionStep(schema, changed.length),
    ...rows,
  }
}

export type Comparison = ReturnType<typeof compareReleases>

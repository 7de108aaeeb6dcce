import { compareRows, type SharedColumns } from './compare-rows.ts'
import type { Release, ReleaseColumn, ReleaseTable } from './open-release.ts'
import { queryReleases } from './release-database.ts'

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

/** Names of files, and of folders such as `explorer/`. */
const compareFiles = (old: Release, now: Release) => {
  // of a folder, only its name
  const shorten = (name: string): string => name.replace(/\/.*/s, '/')
  const before = new Set([...old.files.keys()].map(shorten))
  const after = new Set([...now.files.keys()].map(shorten))
  const differing = [...old.files.keys(), ...now.files.keys()]
    .filter((name) => old.files.get(name) !== now.files.get(name))
    .map(shorten)
  return {
    added: [...after.difference(before)].sort(),
    lost: [...before.difference(after)].sort(),
    changed: [...new Set(differing).intersection(before).intersection(after)].sort(),
  }
}

const COMPARED_TABLES = ['documents', 'indicators', 'items', 'boxes', 'sections']

/** The tables, or columns of them, that only one of the releases has. */
const findMissing = (schema: readonly SchemaChange[]) =>
  COMPARED_TABLES.flatMap((name) =>
    schema.flatMap(({ change, table, column = null }) => {
      if (table !== name || !/_(added|lost)$/.test(change) || change.startsWith('values')) return []
      return [{ table, column, missing_in: change.endsWith('added') ? ('old' as const) : ('new' as const) }]
    }),
  )

/**
 * Which part of the version to raise (https://datapackage.org/recipes/data-package-version/): tables, columns and values
 * lost, and columns moved, retyped or added, are major; documents, tables, values and files added, or files and documents
 * lost, are minor; any other change is a patch.
 */
const chooseVersionStep = (
  schema: readonly SchemaChange[],
  files: ReturnType<typeof compareFiles>,
  changedDocuments: number,
): 'major' | 'minor' | 'patch' => {
  const widens = ({ change }: SchemaChange): boolean => change === 'table_added' || change === 'values_added'
  if (!schema.every(widens)) return 'major'
  const changes = schema.length + files.added.length + files.lost.length + changedDocuments
  return changes > 0 ? 'minor' : 'patch'
}

/**
 * Compares a release with the one before it, in what both have; `not_compared` names what only one has. With the depth
 * `statuses` only documents and statuses are compared, which takes a tenth of the time.
 * @throws CliError if a database is damaged
 */
export const compareReleases = (old: Release, now: Release, depth: 'all' | 'statuses' = 'all') => {
  const share = (table: string, ...key: readonly string[]): SharedColumns => {
    const [before, after] = [old.tables.get(table), now.tables.get(table)]
    const columns = [...(after?.keys() ?? [])].filter((column) => before?.has(column))
    return key.every((column) => columns.includes(column)) ? columns : null
  }
  const rows = queryReleases({ old: old.folder, now: now.folder }, (query) =>
    compareRows(query, share, depth),
  )
  const summarise = ({ folder, title, version, collection, rows: counts }: Release) => ({
    ...{ folder, title, version, collection },
    rows: counts,
  })
  const files = compareFiles(old, now)
  const schema = compareSchemas(old, now)
  const { added, lost } = rows.documents
  /** Whether both hold the same files, byte for byte. */
  const identical = Object.values(files).flat().length === 0
  return {
    old: summarise(old),
    new: summarise(now),
    identical,
    files,
    schema,
    not_compared: findMissing(schema),
    /** Which part of the version number to raise. */
    version_step: identical ? ('none' as const) : chooseVersionStep(schema, files, added.count + lost.count),
    ...rows,
  }
}

export type Comparison = ReturnType<typeof compareReleases>

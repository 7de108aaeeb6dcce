import { compareRows, type SharedColumns } from './compare-rows.ts'
import { compareSchemas, type SchemaChange } from './compare-schemas.ts'
import type { Release } from './open-release.ts'
import { queryReleases } from './release-database.ts'

/** Names of files, and of folders such as `explorer/`. */
interface FileChanges {
  readonly added: readonly string[]
  readonly lost: readonly string[]
  readonly changed: readonly string[]
}

const compareFiles = (old: Release, now: Release): FileChanges => {
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

/** A table, or a column of one, that only one of the releases has. */
interface Missing {
  readonly table: string
  readonly column: string | null
  readonly missing_in: 'old' | 'new'
}

const COMPARED_TABLES = ['documents', 'indicators', 'items', 'boxes', 'sections']

/** Derives what cannot be compared from the changes of the schema. */
const findMissing = (schema: readonly SchemaChange[]): readonly Missing[] =>
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
  files: FileChanges,
  changedDocuments: number,
): 'major' | 'minor' | 'patch' => {
  const widens = ({ change }: SchemaChange): boolean => change === 'table_added' || change === 'values_added'
  if (!schema.every(widens)) return 'major'
  const changes = schema.length + files.added.length + files.lost.length + changedDocuments
  return changes > 0 ? 'minor' : 'patch'
}

/** What people want to know of each release beside what changed. */
const summarise = ({ folder, title, version, collection, rows }: Release) => ({
  folder,
  title,
  version,
  collection,
  rows,
})

/**
 * Compares a release with the one before it, in what both have; `not_compared` names what only one has.
 * @throws CliError if a database is damaged
 */
export const compareReleases = (old: Release, now: Release) => {
  const share = (table: string, ...key: readonly string[]): SharedColumns => {
    const [before, after] = [old.tables.get(table), now.tables.get(table)]
    const columns = [...(after?.keys() ?? [])].filter((column) => before?.has(column))
    return key.every((column) => columns.includes(column)) ? columns : null
  }
  const rows = queryReleases({ old: old.folder, now: now.folder }, (query) => compareRows(query, share))
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

/** What changed from one release to the next. */
export type Comparison = ReturnType<typeof compareReleases>

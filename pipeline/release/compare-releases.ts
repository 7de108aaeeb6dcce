import {
  compareBoxes,
  compareDocuments,
  compareIndicators,
  compareItems,
  compareSections,
  pairDocuments,
  type SharedColumns,
} from './compare-rows.ts'
import { compareSchemas, type SchemaChange } from './compare-schemas.ts'
import type { Release } from './open-release.ts'
import { queryReleases } from './release-database.ts'

/** How closely two releases are compared. */
export interface CompareOptions {
  /** How many changes of each kind are listed; all of them by default. All are counted. */
  readonly maxListed?: number
  /** Whether to compare every cell, or only documents and statuses. */
  readonly depth?: 'all' | 'statuses'
}

/** Names of files, and of folders such as `explorer/`. */
interface FileChanges {
  readonly added: readonly string[]
  readonly lost: readonly string[]
  readonly changed: readonly string[]
}

/** A table, or a column of one, that only one of the releases has. */
interface Missing {
  readonly table: string
  readonly column: string | null
  readonly missing_in: 'old' | 'new'
}

const STATUS_COLUMNS = ['document_id', 'section_code', 'status', 'status_rule']

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
    changed: [...new Set(differing)].filter((name) => before.has(name) && after.has(name)).sort(),
  }
}

/** What only one of the releases has of a table. */
const findMissing = (table: string, old: Release, now: Release): readonly Missing[] => {
  const [before, after] = [old.tables.get(table), now.tables.get(table)]
  const missing = (column: string | null, missing_in: 'old' | 'new') => ({ table, column, missing_in })
  if (before === undefined || after === undefined) {
    return [...(before ? [] : [missing(null, 'old')]), ...(after ? [] : [missing(null, 'new')])]
  }
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((column) => {
    if (!before.has(column)) return [missing(column, 'old')]
    return after.has(column) ? [] : [missing(column, 'new')]
  })
}

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
export const compareReleases = (
  old: Release,
  now: Release,
  { maxListed = Number.POSITIVE_INFINITY, depth = 'all' }: CompareOptions = {},
) =>
  queryReleases({ old: old.folder, now: now.folder }, (query) => {
    const share = (table: string, ...key: readonly string[]): SharedColumns => {
      const former = old.tables.get(table)
      const columns = [...(now.tables.get(table)?.keys() ?? [])].filter((column) => former?.has(column))
      return key.every((column) => columns.includes(column)) ? columns : null
    }
    const isDeep = depth === 'all'
    const documentColumns = share('documents', 'document_id')
    const shareRows = (table: string): SharedColumns =>
      documentColumns && share(table, 'document_id', 'section_code')
    const indicatorColumns = shareRows('indicators')?.filter(
      (column) => isDeep || STATUS_COLUMNS.includes(column),
    )

    const comparison = { query, maxListed }
    pairDocuments(comparison, documentColumns)
    const documents = compareDocuments(comparison, documentColumns, isDeep)
    const files = compareFiles(old, now)
    const schema = compareSchemas(old, now)
    const identical = Object.values(files).flat().length === 0
    return {
      old: summarise(old),
      new: summarise(now),
      /** Whether both hold the same files, byte for byte. */
      identical,
      files,
      schema,
      not_compared: ['documents', 'indicators', 'items', 'boxes', 'sections'].flatMap((table) =>
        findMissing(table, old, now),
      ),
      /** Which part of the version number to raise. */
      version_step: identical
        ? ('none' as const)
        : chooseVersionStep(schema, files, documents.added.count + documents.lost.count),
      documents,
      indicators: compareIndicators(comparison, indicatorColumns ?? null),
      items: compareItems(comparison, isDeep ? shareRows('items') : null),
      sections: compareSections(comparison, isDeep ? share('sections', 'section_code') : null),
      boxes: compareBoxes(comparison, isDeep ? shareRows('boxes') : null),
    }
  })

/** What changed from one release to the next. */
export type Comparison = ReturnType<typeof compareReleases>

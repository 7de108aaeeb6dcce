import {
  type ReopenedRelease,
  type ReopenedRow,
  type ReopenedTable,
  releaseCollection,
} from '../reopen/index.ts'
import { cellChanges } from './cell-changes.ts'
import { compareBoxes } from './compare-boxes.ts'
import { compareFiles } from './compare-files.ts'
import { compareIndicators } from './compare-indicators.ts'
import { compareItems } from './compare-items.ts'
import { compareSchemas } from './compare-schemas.ts'
import { compareSections } from './compare-sections.ts'
import type { CellChange, ChangePlace, ComparedRelease, Comparison, NotCompared } from './comparison.ts'
import { Listing } from './listed.ts'
import { comparedDocument, type DocumentPair, PAIRING_COLUMNS, pairDocuments } from './pair-documents.ts'
import type { DocumentOrder } from './paired-rows.ts'
import { type SharedTable, sharedTable } from './shared-table.ts'
import { versionStep } from './version-step.ts'

/** How closely two releases are compared. */
export interface CompareOptions {
  /** How many of each kind of change are listed; all are counted. */
  readonly atMost?: number
  /** Whether all cells are compared, or of `indicators` the statuses alone and of other tables nothing. */
  readonly depth?: 'all' | 'statuses'
}

const STATUS_COLUMNS = ['document_id', 'section_code', 'status', 'status_rule']

const documentRows = (table: ReopenedTable, inDepth: boolean): Promise<readonly ReopenedRow[]> => {
  const columns = table.columns.map(({ name }) => name)
  return Array.fromAsync(
    table.rows(inDepth ? columns : columns.filter((name) => PAIRING_COLUMNS.includes(name))),
  )
}

const releaseSummary = async (release: ReopenedRelease): Promise<ComparedRelease> => ({
  folder: release.folder,
  title: release.title,
  version: release.version,
  collection: await releaseCollection(release),
  rows: Object.fromEntries([...release.tables.values()].map(({ name, rowCount }) => [name, rowCount])),
})

const idOf = (row: ReopenedRow): string => String(row['document_id'])

const placesOf = (rows: readonly ReopenedRow[]): ReadonlyMap<string, number> =>
  new Map(rows.map((row, index) => [idOf(row), index]))

const compareDocuments = (
  old: readonly ReopenedRow[],
  now: readonly ReopenedRow[],
  columns: readonly string[],
  atMost: number,
): { readonly pairs: readonly DocumentPair[]; readonly documents: Comparison['documents'] } => {
  const { pairs, lost, added } = pairDocuments(old, now)
  const listing = <T>(found: readonly T[]): { count: number; first: readonly T[] } => ({
    count: found.length,
    first: found.slice(0, atMost),
  })
  const changed = new Listing<CellChange>(atMost)
  const others = columns.filter((column) => column !== 'document_id')
  for (const pair of pairs) {
    for (const change of cellChanges(idOf(pair.now), pair.old, pair.now, others)) changed.add(change)
  }
  const renamed = pairs
    .filter(({ by }) => by !== 'document_id')
    .map(({ old: from, now: to, by }) => ({ from: idOf(from), to: idOf(to), by }))
  return {
    pairs,
    documents: {
      compared: pairs.length,
      added: listing(added.map(comparedDocument)),
      lost: listing(lost.map(comparedDocument)),
      renamed: listing(renamed),
      changed: changed.listed(),
    },
  }
}

/**
 * Compares a release with the one that it follows. Of an older version or not, what both hold is compared, and what one
 * of them lacks is named.
 * @throws ReleaseUnreadable where a table turns out not to be one of a release
 */
export const compareReleases = async (
  old: ReopenedRelease,
  now: ReopenedRelease,
  { atMost = Number.POSITIVE_INFINITY, depth = 'all' }: CompareOptions = {},
): Promise<Comparison> => {
  const lacking: NotCompared[] = []
  const shared = (name: string, key: readonly string[]): SharedTable | null =>
    sharedTable(name, old, now, key, (what) => lacking.push(what))
  const documentsTable = shared('documents', ['document_id'])
  const rowsTable = (name: string): SharedTable | null => {
    const table = shared(name, ['document_id', 'section_code'])
    return documentsTable ? table : null
  }
  const inDepth = depth === 'all'

  const before = documentsTable ? await documentRows(documentsTable.old, inDepth) : []
  const after = documentsTable ? await documentRows(documentsTable.now, inDepth) : []
  const columnsOfDocuments = (inDepth && documentsTable?.columns) || []
  const { pairs, documents } = compareDocuments(before, after, columnsOfDocuments, atMost)
  const order: DocumentOrder = {
    old: placesOf(before),
    now: placesOf(after),
    oldIds: new Map(pairs.map((pair) => [idOf(pair.now), idOf(pair.old)])),
  }
  const countries = new Map(after.map((row) => [idOf(row), comparedDocument(row).country]))
  const placeOf = (document_id: string, section_code: string): ChangePlace => ({
    document_id,
    country: countries.get(document_id) ?? null,
    section_code,
  })

  const indicatorsTable = rowsTable('indicators')
  const columns = (indicatorsTable?.columns ?? []).filter((name) => inDepth || STATUS_COLUMNS.includes(name))
  const indicators = await compareIndicators(indicatorsTable, columns, order, placeOf, atMost)
  const items = rowsTable('items')
  const boxes = rowsTable('boxes')
  const sections = shared('sections', ['section_code'])
  const files = compareFiles(old, now)
  const schema = compareSchemas(old, now)
  const identical = Object.values(files).every((names) => names.length === 0)
  return {
    old: await releaseSummary(old),
    new: await releaseSummary(now),
    identical,
    files,
    schema,
    not_compared: lacking,
    version_step: versionStep({ identical, schema, files, documents }),
    documents,
    indicators,
    items: await compareItems(inDepth ? items : null, order, placeOf, atMost),
    sections: await compareSections(inDepth ? sections : null, atMost),
    boxes: await compareBoxes(inDepth ? boxes : null, order),
  }
}

import type { Cell } from '../../schemas/index.ts'
import { type Query, quoteName, quoteText, type Row } from './release-database.ts'

/** How many were found, and the first of them. */
export interface Listed<T> {
  readonly count: number
  readonly first: readonly T[]
}

/** Where something changed; the id is that of the new release. */
export interface ChangePlace {
  readonly document_id: string
  readonly country: string | null
  readonly section_code: string
}

/** A changed cell of `documents` or `sections`; `key` is the key of its row. */
export interface CellChange {
  readonly key: string
  readonly column: string
  readonly from: Cell
  readonly to: Cell
}

/** What all comparisons share. */
export interface RowComparison {
  /** Runs SQL on the two databases, attached as `old` and `now`. */
  readonly query: Query
  /** How many changes of each kind are listed; all are counted. */
  readonly maxListed: number
}

/** The columns that both releases have of a table; null if they cannot be compared. */
export type SharedColumns = readonly string[] | null

const NOTHING: Listed<never> = { count: 0, first: [] }

const readCell = (row: Row, column: string) => row[column] ?? null
const readText = (row: Row, column: string): string => String(row[column])
const readTextOrNull = (row: Row, column: string): string | null =>
  readCell(row, column) === null ? null : readText(row, column)

const readCount = ({ query }: RowComparison, from: string): number =>
  Number(query(`SELECT count(*) AS total FROM ${from}`)[0]?.['total'])

/** Counts the rows of a query whose column `place` gives their order, and lists the first of them. */
const listRows = <T>(
  { query, maxListed }: RowComparison,
  sql: string,
  toListed: (row: Row) => T,
): Listed<T> => {
  const limit = Number.isFinite(maxListed) ? maxListed : -1
  const rows = query(`SELECT *, count(*) OVER () AS total FROM (${sql}) ORDER BY place LIMIT ${limit}`)
  return { count: Number(rows[0]?.['total'] ?? 0), first: rows.map(toListed) }
}

/** Equal cells in the rows `o` and `n`; two nulls are equal. */
const sameCells = (columns: readonly string[]): string =>
  columns.map((column) => `o.${quoteName(column)} IS n.${quoteName(column)}`).join(' AND ')

/** How a document is found in the other release, best first. */
const MATCHES = {
  document_id: ['document_id'],
  bytes: ['sha256', 'first_page'],
  country_and_date: ['country_code', 'source_date'],
} as const

/** Fills the temporary table `pairs` with the documents that both releases have; the other comparisons read it. */
export const pairDocuments = ({ query }: RowComparison, shared: SharedColumns): void => {
  query(
    'CREATE TEMP TABLE pairs (now_id TEXT PRIMARY KEY, old_id TEXT UNIQUE, matched_by TEXT, country TEXT, place INTEGER)',
  )
  if (shared === null) return
  // documents that have a key in common cannot be told apart by it
  const unpaired = (release: 'old' | 'now', keys: readonly string[]): string =>
    `(SELECT rowid AS place, * FROM ${release}.documents
      WHERE document_id NOT IN (SELECT ${release}_id FROM pairs) GROUP BY ${keys} HAVING count(*) = 1)`
  for (const [match, keys] of Object.entries(MATCHES)) {
    if (!keys.every((key) => shared.includes(key))) continue
    query(
      `INSERT INTO pairs
       SELECT n.document_id, o.document_id, ?, ${shared.includes('country') ? 'n.country' : 'NULL'}, n.place
       FROM ${unpaired('now', keys)} n JOIN ${unpaired('old', keys)} o ON ${sameCells(keys)} ORDER BY n.place`,
      match,
    )
  }
}

/** Cells that differ between the rows `o` and `n` of a table of few rows. */
const compareCells = (
  comparison: RowComparison,
  joined: string,
  key: string,
  shared: readonly string[],
): Listed<CellChange> => {
  const columns = shared.filter((column) => column !== key)
  if (columns.length === 0) return NOTHING
  const changes = columns.map((name, index) => {
    const column = quoteName(name)
    return `SELECT n.rowid * ${columns.length} + ${index} AS place, n.${key} AS key, ${quoteText(name)} AS name,
      o.${column} AS former, n.${column} AS latter FROM ${joined} WHERE o.${column} IS NOT n.${column}`
  })
  return listRows(comparison, changes.join(' UNION ALL '), (row) => ({
    key: readText(row, 'key'),
    column: readText(row, 'name'),
    from: readCell(row, 'former'),
    to: readCell(row, 'latter'),
  }))
}

const toDocument = (row: Row) => ({
  document_id: readText(row, 'document_id'),
  country_code: readTextOrNull(row, 'country_code'),
  country: readTextOrNull(row, 'country'),
  source_date: readTextOrNull(row, 'source_date'),
})

/** Compares `documents`; their cells only if asked to. */
export const compareDocuments = (comparison: RowComparison, shared: SharedColumns, withCells: boolean) => {
  if (shared === null)
    return { compared: 0, added: NOTHING, lost: NOTHING, renamed: NOTHING, changed: NOTHING }
  const unpaired = (release: 'old' | 'now') =>
    listRows(
      comparison,
      `SELECT rowid AS place, * FROM ${release}.documents WHERE document_id NOT IN (SELECT ${release}_id FROM pairs)`,
      toDocument,
    )
  const renamed = "SELECT rowid AS place, * FROM pairs WHERE matched_by <> 'document_id'"
  const joined =
    'pairs p JOIN now.documents n ON n.document_id = p.now_id JOIN old.documents o ON o.document_id = p.old_id'
  return {
    compared: readCount(comparison, 'pairs'),
    added: unpaired('now'),
    lost: unpaired('old'),
    // the country or date of the document is read otherwise, or it comes in other bytes
    renamed: listRows(comparison, renamed, (row) => ({
      from: readText(row, 'old_id'),
      to: readText(row, 'now_id'),
      by: readText(row, 'matched_by'),
    })),
    changed: withCells ? compareCells(comparison, joined, 'document_id', shared) : NOTHING,
  }
}

/** The rows that a release has of a table for paired documents, with the new id and country of their document. */
const pairedRows = (release: 'old' | 'now', table: string): string =>
  `(SELECT p.now_id, p.country AS land, p.place * 4294967296 + t.rowid AS place, t.*
    FROM pairs p JOIN ${release}.${table} t ON t.document_id = p.${release}_id)`

const toPlace = (row: Row): ChangePlace => ({
  document_id: readText(row, 'now_id'),
  country: readTextOrNull(row, 'land'),
  section_code: readText(row, 'section_code'),
})

/** Compares `indicators` in the given columns. */
export const compareIndicators = (comparison: RowComparison, shared: SharedColumns) => {
  if (shared === null) {
    return { compared: 0, statuses: NOTHING, notes: NOTHING, other: {}, rows_added: 0, rows_lost: 0 }
  }
  const [old, now] = [`${pairedRows('old', 'indicators')} o`, `${pairedRows('now', 'indicators')} n`]
  const sameKey = 'ON o.now_id = n.now_id AND o.section_code = n.section_code'
  const both = `${now} JOIN ${old} ${sameKey}`
  const rules = shared.includes('status_rule')
    ? 'o.status_rule AS rule_from, n.status_rule AS rule_to'
    : 'NULL AS rule_from, NULL AS rule_to'
  const changed = (column: string): string =>
    `SELECT n.place, n.now_id, n.land, n.section_code, o.${column} AS former, n.${column} AS latter, ${rules}
     FROM ${both} WHERE o.${column} IS NOT n.${column}`
  const toChange = (row: Row) => ({
    ...toPlace(row),
    from: readCell(row, 'former'),
    to: readCell(row, 'latter'),
  })
  const others = shared.filter(
    (column) => !['document_id', 'section_code', 'status', 'note'].includes(column),
  )
  const counts = others.map(
    (column, index) => `sum(o.${quoteName(column)} IS NOT n.${quoteName(column)}) AS c${index}`,
  )
  const [sums = {}] = counts.length > 0 ? comparison.query(`SELECT ${counts} FROM ${both}`) : []
  return {
    compared: readCount(comparison, both),
    statuses: shared.includes('status')
      ? listRows(comparison, changed('status'), (row) => ({
          ...toChange(row),
          rule_from: readCell(row, 'rule_from'),
          rule_to: readCell(row, 'rule_to'),
        }))
      : NOTHING,
    notes: shared.includes('note') ? listRows(comparison, changed('note'), toChange) : NOTHING,
    other: Object.fromEntries(
      others
        .map((column, index) => [column, Number(sums[`c${index}`])] as const)
        .filter(([, cells]) => cells > 0),
    ),
    rows_added: readCount(comparison, `${now} LEFT JOIN ${old} ${sameKey} WHERE o.now_id IS NULL`),
    rows_lost: readCount(comparison, `${old} LEFT JOIN ${now} ${sameKey} WHERE n.now_id IS NULL`),
  }
}

/** What makes an item the same one, apart from its position. */
const ITEM_MEANING = ['section_code', 'kind', 'text', 'stage', 'code', 'detail', 'entity_id']

/** Finds the items that only one release has; an item whose kind, stage or code changed is lost and added. */
export const compareItems = (comparison: RowComparison, shared: SharedColumns) => {
  if (shared === null) return { added: NOTHING, lost: NOTHING }
  const meaning = ITEM_MEANING.filter((column) => shared.includes(column))
  const numbered = (release: 'old' | 'now'): string =>
    `(SELECT *, row_number() OVER (PARTITION BY now_id, ${meaning} ORDER BY place) AS copy
      FROM ${pairedRows(release, 'items')})`
  const onlyIn = (
    release: 'old' | 'now',
    other: 'old' | 'now',
  ): Listed<ChangePlace & { readonly kind: Cell; readonly text: Cell }> =>
    listRows(
      comparison,
      `SELECT n.* FROM ${numbered(release)} n LEFT JOIN ${numbered(other)} o
       ON ${sameCells(['now_id', 'copy', ...meaning])} WHERE o.now_id IS NULL`,
      (row) => ({ ...toPlace(row), kind: readCell(row, 'kind'), text: readCell(row, 'text') }),
    )
  return { added: onlyIn('now', 'old'), lost: onlyIn('old', 'now') }
}

/** Counts the notes whose lines moved on their pages, or are divided otherwise. */
export const compareBoxes = (comparison: RowComparison, shared: SharedColumns) => {
  if (shared === null) return { notes_moved: 0 }
  const columns = shared.filter((column) => column !== 'document_id').map(quoteName)
  const [old, now] = (['old', 'now'] as const).map(
    (release) => `SELECT now_id, ${columns} FROM ${pairedRows(release, 'boxes')}`,
  )
  const notes = [`${old} EXCEPT ${now}`, `${now} EXCEPT ${old}`].map(
    (rows) => `SELECT now_id, section_code FROM (${rows})`,
  )
  return { notes_moved: readCount(comparison, `(${notes.join(' UNION ')})`) }
}

/** Compares the codebook. */
export const compareSections = (comparison: RowComparison, shared: SharedColumns) => {
  if (shared === null) return { added: [], lost: [], changed: NOTHING }
  const onlyIn = (release: 'old' | 'now', other: 'old' | 'now'): string[] =>
    comparison
      .query(
        `SELECT section_code FROM ${release}.sections
         WHERE section_code NOT IN (SELECT section_code FROM ${other}.sections) ORDER BY rowid`,
      )
      .map((row) => readText(row, 'section_code'))
  const joined = 'now.sections n JOIN old.sections o ON o.section_code = n.section_code'
  return {
    added: onlyIn('now', 'old'),
    lost: onlyIn('old', 'now'),
    changed: compareCells(comparison, joined, 'section_code', shared),
  }
}

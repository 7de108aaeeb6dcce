import { type Query, quoteName, type Row } from './release-database.ts'

/** Rows that were found, and their number. */
export interface Listed {
  readonly count: number
  readonly first: readonly Row[]
}

/** The columns that both releases have of a table; null if one of them lacks its key. */
export type SharedColumns = readonly string[] | null

/** Finds the columns of a table that both releases have. */
type Share = (table: string, ...key: readonly string[]) => SharedColumns

type Side = 'old' | 'now'

const list = (first: readonly Row[]): Listed => ({ count: first.length, first })

const count = (query: Query, from: string): number =>
  Number(query(`SELECT count(*) AS total FROM ${from}`)[0]?.['total'])

/** Columns for a SELECT; null in place of those that a release may lack. */
const select = (shared: readonly string[], columns: readonly string[], alias = ''): string =>
  columns.map((column) => (shared.includes(column) ? alias + column : `NULL AS ${column}`)).join(', ')

/** Equal cells in the rows `o` and `n`; two nulls are equal. */
const sameCells = (columns: readonly string[]): string =>
  columns.map((column) => `o.${quoteName(column)} IS n.${quoteName(column)}`).join(' AND ')

/** How a document is found in the other release, best first. */
const MATCHES = {
  document_id: ['document_id'],
  bytes: ['sha256', 'first_page'],
  country_and_date: ['country_code', 'source_date'],
} as const

/** Fills the temporary table `pairs` with the documents that both releases have. */
const pairDocuments = (query: Query, shared: readonly string[]): void => {
  // documents that have a key in common cannot be distinguished by it
  const unpaired = (side: Side, keys: readonly string[]): string =>
    `(SELECT rowid AS place, * FROM ${side}.documents
      WHERE document_id NOT IN (SELECT ${side}_id FROM pairs) GROUP BY ${keys} HAVING count(*) = 1)`
  for (const [match, keys] of Object.entries(MATCHES)) {
    if (!keys.every((key) => shared.includes(key))) continue
    query(
      `INSERT INTO pairs
       SELECT n.document_id, o.document_id, ?, ${select(shared, ['country'], 'n.')}, n.place
       FROM ${unpaired('now', keys)} n JOIN ${unpaired('old', keys)} o ON ${sameCells(keys)} ORDER BY n.place`,
      match,
    )
  }
}

/** Cells that differ between the rows `o` and `n` of a table of few rows, column by column. */
const compareCells = (query: Query, joined: string, [key, ...columns]: readonly [string, ...string[]]) =>
  list(
    columns.map(quoteName).flatMap((column) =>
      query(
        `SELECT n.${key} AS key, ? AS column, o.${column} AS "from", n.${column} AS "to"
         FROM ${joined} WHERE o.${column} IS NOT n.${column} ORDER BY n.rowid`,
        column.slice(1, -1),
      ),
    ),
  )

const STATUS_COLUMNS = ['document_id', 'section_code', 'status', 'status_rule']
const DOCUMENT_COLUMNS = ['document_id', 'country_code', 'country', 'source_date']

const compareDocuments = (query: Query, shared: SharedColumns) => {
  if (shared === null) {
    return { compared: 0, added: list([]), lost: list([]), renamed: list([]), changed: list([]) }
  }
  const findUnpaired = (side: Side): Listed =>
    list(
      query(
        `SELECT ${select(shared, DOCUMENT_COLUMNS)} FROM ${side}.documents
         WHERE document_id NOT IN (SELECT ${side}_id FROM pairs) ORDER BY rowid`,
      ),
    )
  const renamed = `SELECT old_id AS "from", now_id AS "to", matched_by AS "by" FROM pairs
    WHERE matched_by <> 'document_id' ORDER BY place`
  const joined =
    'pairs p JOIN now.documents n ON n.document_id = p.now_id JOIN old.documents o ON o.document_id = p.old_id'
  const others = shared.filter((column) => column !== 'document_id')
  return {
    compared: count(query, 'pairs'),
    added: findUnpaired('now'),
    lost: findUnpaired('old'),
    // the country or date is read in another way, or the document comes in other bytes
    renamed: list(query(renamed)),
    changed: compareCells(query, joined, ['document_id', ...others]),
  }
}

/** The rows that a release has of a table for paired documents, with the new id and country of their document. */
const pairedRows = (side: Side, table: string): string =>
  `(SELECT p.now_id, p.country AS country_now, p.place * 4294967296 + t.rowid AS place, t.*
    FROM pairs p JOIN ${side}.${table} t ON t.document_id = p.${side}_id)`

const PLACE = 'n.now_id AS document_id, n.country_now AS country, n.section_code'

const compareIndicators = (query: Query, shared: SharedColumns) => {
  if (shared === null) {
    return { compared: 0, statuses: list([]), notes: list([]), other: {}, rows_added: 0, rows_lost: 0 }
  }
  const [old, now] = [`${pairedRows('old', 'indicators')} o`, `${pairedRows('now', 'indicators')} n`]
  const sameKey = 'ON o.now_id = n.now_id AND o.section_code = n.section_code'
  const both = `${now} JOIN ${old} ${sameKey}`
  const findChanged = (column: string, more = ''): Listed =>
    shared.includes(column)
      ? list(
          query(
            `SELECT ${PLACE}, o.${column} AS "from", n.${column} AS "to"${more}
             FROM ${both} WHERE o.${column} IS NOT n.${column} ORDER BY n.place`,
          ),
        )
      : list([])
  const rules = ['o', 'n'].map((side) => (shared.includes('status_rule') ? `${side}.status_rule` : 'NULL'))
  const others = shared.filter(
    (column) => !['document_id', 'section_code', 'status', 'note'].includes(column),
  )
  const changes = others.map((column): [string, number] => {
    const name = quoteName(column)
    return [column, count(query, `${both} WHERE o.${name} IS NOT n.${name}`)]
  })
  return {
    compared: count(query, both),
    statuses: findChanged('status', `, ${rules[0]} AS rule_from, ${rules[1]} AS rule_to`),
    notes: findChanged('note'),
    other: Object.fromEntries(changes.filter(([, cells]) => cells > 0)),
    rows_added: count(query, `${now} LEFT JOIN ${old} ${sameKey} WHERE o.now_id IS NULL`),
    rows_lost: count(query, `${old} LEFT JOIN ${now} ${sameKey} WHERE n.now_id IS NULL`),
  }
}

/** What makes an item the same one, apart from its position. */
const ITEM_MEANING = ['section_code', 'kind', 'text', 'stage', 'code', 'detail', 'entity_id']

/** Finds the items that only one release has; an item whose kind, stage or code changed is lost and added. */
const compareItems = (query: Query, shared: SharedColumns) => {
  if (shared === null) return { added: list([]), lost: list([]) }
  const meaning = ITEM_MEANING.filter((column) => shared.includes(column))
  const numbered = (side: Side): string =>
    `(SELECT *, row_number() OVER (PARTITION BY now_id, ${meaning} ORDER BY place) AS copy
      FROM ${pairedRows(side, 'items')})`
  const onlyIn = (side: Side, other: Side): Listed =>
    list(
      query(
        `SELECT ${PLACE}, ${select(shared, ['kind', 'text'], 'n.')}
         FROM ${numbered(side)} n LEFT JOIN ${numbered(other)} o
         ON ${sameCells(['now_id', 'copy', ...meaning])} WHERE o.now_id IS NULL ORDER BY n.place`,
      ),
    )
  return { added: onlyIn('now', 'old'), lost: onlyIn('old', 'now') }
}

/** Counts the notes whose lines moved on their pages, or are divided in another way. */
const compareBoxes = (query: Query, shared: SharedColumns) => {
  if (shared === null) return { notes_moved: 0 }
  const columns = shared.filter((column) => column !== 'document_id').map(quoteName)
  const [old, now] = (['old', 'now'] as const).map(
    (side) => `SELECT now_id, ${columns} FROM ${pairedRows(side, 'boxes')}`,
  )
  const notes = [`${old} EXCEPT ${now}`, `${now} EXCEPT ${old}`].map(
    (rows) => `SELECT now_id, section_code FROM (${rows})`,
  )
  return { notes_moved: count(query, `(${notes.join(' UNION ')})`) }
}

const compareSections = (query: Query, shared: SharedColumns) => {
  if (shared === null) return { added: [], lost: [], changed: list([]) }
  const onlyIn = (side: Side, other: Side): string[] =>
    query(
      `SELECT section_code FROM ${side}.sections
       WHERE section_code NOT IN (SELECT section_code FROM ${other}.sections) ORDER BY rowid`,
    ).map((row) => String(row['section_code']))
  const joined = 'now.sections n JOIN old.sections o ON o.section_code = n.section_code'
  const others = shared.filter((column) => column !== 'section_code')
  return {
    added: onlyIn('now', 'old'),
    lost: onlyIn('old', 'now'),
    changed: compareCells(query, joined, ['section_code', ...others]),
  }
}

/** Compares the rows of two releases, attached as `old` and `now`, in the columns that both have. */
export const compareRows = (query: Query, share: Share, depth: 'all' | 'statuses') => {
  const isDeep = depth === 'all'
  const take = (shared: readonly string[], columns: readonly string[]): readonly string[] =>
    isDeep ? shared : shared.filter((column) => columns.includes(column))
  const documents = share('documents', 'document_id')
  const shareRows = (table: string): SharedColumns => documents && share(table, 'document_id', 'section_code')
  query(
    'CREATE TEMP TABLE pairs (now_id TEXT PRIMARY KEY, old_id TEXT UNIQUE, matched_by TEXT, country TEXT, place INTEGER)',
  )
  if (documents !== null) pairDocuments(query, documents)
  const indicators = shareRows('indicators')
  return {
    documents: compareDocuments(query, documents && take(documents, DOCUMENT_COLUMNS)),
    indicators: compareIndicators(query, indicators && take(indicators, STATUS_COLUMNS)),
    items: compareItems(query, isDeep ? shareRows('items') : null),
    sections: compareSections(query, isDeep ? share('sections', 'section_code') : null),
    boxes: compareBoxes(query, isDeep ? shareRows('boxes') : null),
  }
}

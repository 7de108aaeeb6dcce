import { quoteName } from '../publish/sqlite.ts'
import type { Query, Row } from './release-database.ts'

/** The tables whose rows are compared, with the keys that this needs. */
export const COMPARED_TABLES = {
  documents: ['document_id'],
  indicators: ['document_id', 'section_code'],
  items: ['document_id', 'section_code'],
  boxes: ['document_id', 'section_code'],
  sections: ['section_code'],
} as const

export type ComparedTable = keyof typeof COMPARED_TABLES

const DOCUMENT_NAMES = ['document_id', 'country_code', 'country', 'source_date']

/** What identifies an item, apart from its position. */
const ITEM_MEANING = ['section_code', 'kind', 'text', 'stage', 'code', 'detail', 'entity_id']

/** How a document is found in the other release, best first. */
const MATCHES = {
  document_id: ['document_id'],
  bytes: ['sha256', 'first_page'],
  country_and_date: ['country_code', 'source_date'],
} as const

/** All columns that queries name. */
const NAMED_COLUMNS = [...DOCUMENT_NAMES, ...ITEM_MEANING, ...MATCHES.bytes, 'status', 'status_rule', 'note']

type Side = 'old' | 'now'

/**
 * Makes views such as `old_items` and `now_items` with the columns that both releases have. Other columns are null in
 * both, and a table that is not compared is empty in both, so nothing is found in them.
 */
const createViews = (query: Query, shared: Readonly<Record<string, readonly string[]>>): void => {
  for (const [table, columns] of Object.entries(shared)) {
    const nulls = NAMED_COLUMNS.filter((column) => !columns.includes(column))
    const cells = [...columns.map(quoteName), ...nulls.map((column) => `NULL AS ${column}`)]
    for (const side of ['old', 'now']) {
      const place = columns.length === 0 ? '0 AS place' : 'rowid AS place'
      const from = columns.length === 0 ? 'WHERE FALSE' : `FROM ${side}.${table}`
      query(`CREATE TEMP VIEW ${side}_${table} AS SELECT ${place}, ${cells} ${from}`)
    }
  }
}

/** Rows that were found, and their number. */
const list = (first: readonly Row[]) => ({ count: first.length, first })

const count = (query: Query, from: string): number =>
  Number(query(`SELECT count(*) AS total FROM ${from}`)[0]?.['total'])

/** Equal cells in the rows `o` and `n`; two nulls are equal. */
const sameCells = (columns: readonly string[]): string =>
  columns.map((column) => `o.${quoteName(column)} IS n.${quoteName(column)}`).join(' AND ')

/** Fills the temporary table `pairs` with the documents that both releases have. */
const pairDocuments = (query: Query, shared: readonly string[]): void => {
  query(
    'CREATE TEMP TABLE pairs (now_id TEXT PRIMARY KEY, old_id TEXT UNIQUE, matched_by TEXT, country TEXT, place INTEGER)',
  )
  // documents that have a key in common cannot be distinguished by it
  const unpaired = (side: Side, keys: readonly string[]): string =>
    `(SELECT * FROM ${side}_documents
      WHERE document_id NOT IN (SELECT ${side}_id FROM pairs) GROUP BY ${keys} HAVING count(*) = 1)`
  for (const [match, keys] of Object.entries(MATCHES)) {
    if (!keys.every((key) => shared.includes(key))) continue
    query(
      `INSERT INTO pairs SELECT n.document_id, o.document_id, ?, n.country, n.place
       FROM ${unpaired('now', keys)} n JOIN ${unpaired('old', keys)} o ON ${sameCells(keys)} ORDER BY n.place`,
      match,
    )
  }
}

/** Cells that differ between the rows `o` and `n` of a table of few rows, column by column. */
const compareCells = (query: Query, joined: string, key: string, shared: readonly string[]) => {
  const findChanged = (column: string): readonly Row[] =>
    query(
      `SELECT n.${key} AS key, ? AS column, o.${quoteName(column)} AS "from", n.${quoteName(column)} AS "to"
       FROM ${joined} WHERE NOT ${sameCells([column])} ORDER BY n.place`,
      column,
    )
  return list(shared.filter((column) => column !== key).flatMap(findChanged))
}

const compareDocuments = (query: Query, shared: readonly string[]) => {
  const findUnpaired = (side: Side): readonly Row[] =>
    query(`SELECT ${DOCUMENT_NAMES} FROM ${side}_documents
           WHERE document_id NOT IN (SELECT ${side}_id FROM pairs) ORDER BY place`)
  // the country or date is read in another way, or the document comes in other bytes
  const renamed = query(`SELECT old_id AS "from", now_id AS "to", matched_by AS "by" FROM pairs
                         WHERE matched_by <> 'document_id' ORDER BY place`)
  const joined =
    'pairs p JOIN now_documents n ON n.document_id = p.now_id JOIN old_documents o ON o.document_id = p.old_id'
  return {
    compared: count(query, 'pairs'),
    added: list(findUnpaired('now')),
    lost: list(findUnpaired('old')),
    renamed: list(renamed),
    changed: compareCells(query, joined, 'document_id', shared),
  }
}

/** The rows that a release has of a table for paired documents, with the new id and country of their document. */
const pairedRows = (side: Side, table: string): string =>
  `(SELECT p.now_id, p.country AS country_now, p.place * 4294967296 + t.place AS row_place, t.*
    FROM pairs p JOIN ${side}_${table} t ON t.document_id = p.${side}_id)`

const PLACE = 'n.now_id AS document_id, n.country_now AS country, n.section_code'

const compareIndicators = (query: Query, shared: readonly string[]) => {
  const [old, now] = [`${pairedRows('old', 'indicators')} o`, `${pairedRows('now', 'indicators')} n`]
  const sameKey = `ON ${sameCells(['now_id', 'section_code'])}`
  const both = `${now} JOIN ${old} ${sameKey}`
  const findChanged = (column: string, more = ''): readonly Row[] =>
    shared.includes(column)
      ? query(`SELECT ${PLACE}, o.${column} AS "from", n.${column} AS "to"${more}
               FROM ${both} WHERE NOT ${sameCells([column])} ORDER BY n.row_place`)
      : []
  const others = shared.filter((name) => !['document_id', 'section_code', 'status', 'note'].includes(name))
  const changes = others.map((column) => `, sum(NOT ${sameCells([column])}) AS "changed ${column}"`)
  const notes = 'count(o.note) AS notes_old, count(n.note) AS notes_now'
  const [counts = {}] = query(`SELECT count(*) AS compared, ${notes}${changes.join('')} FROM ${both}`)
  const cells = others.map((column): [string, number] => [column, Number(counts[`changed ${column}`])])
  return {
    compared: Number(counts['compared']),
    statuses: list(findChanged('status', ', o.status_rule AS rule_from, n.status_rule AS rule_to')),
    notes: list(findChanged('note')),
    other: Object.fromEntries(cells.filter(([, changed]) => changed > 0)),
    rows_added: count(query, `${now} LEFT JOIN ${old} ${sameKey} WHERE o.now_id IS NULL`),
    rows_lost: count(query, `${old} LEFT JOIN ${now} ${sameKey} WHERE n.now_id IS NULL`),
    /** The number of notes in the indicators that both have. */
    noted: { old: Number(counts['notes_old']), now: Number(counts['notes_now']) },
  }
}

/** Finds the items that only one release has; an item whose kind, stage or code changed is lost and added. */
const compareItems = (query: Query) => {
  const numbered = (side: Side): string =>
    `(SELECT *, row_number() OVER (PARTITION BY now_id, ${ITEM_MEANING} ORDER BY row_place) AS copy
      FROM ${pairedRows(side, 'items')})`
  const onlyIn = (side: Side, other: Side): readonly Row[] =>
    query(`SELECT ${PLACE}, n.kind, n.text FROM ${numbered(side)} n LEFT JOIN ${numbered(other)} o
           ON ${sameCells(['now_id', 'copy', ...ITEM_MEANING])} WHERE o.now_id IS NULL ORDER BY n.row_place`)
  return { added: list(onlyIn('now', 'old')), lost: list(onlyIn('old', 'now')) }
}

/** Counts the notes whose lines moved on their pages, or are divided in another way. */
const compareBoxes = (query: Query, shared: readonly string[]) => {
  const columns = ['section_code', ...shared].filter((column) => column !== 'document_id').map(quoteName)
  const select = (side: Side): string => `SELECT now_id, ${columns} FROM ${pairedRows(side, 'boxes')}`
  const onlyIn = (side: Side, other: Side): string =>
    `SELECT now_id, section_code FROM (${select(side)} EXCEPT ${select(other)})`
  return { notes_moved: count(query, `(${onlyIn('old', 'now')} UNION ${onlyIn('now', 'old')})`) }
}

const compareSections = (query: Query, shared: readonly string[]) => {
  const onlyIn = (side: Side, other: Side): string[] =>
    query(
      `SELECT section_code FROM ${side}_sections
       WHERE section_code NOT IN (SELECT section_code FROM ${other}_sections) ORDER BY place`,
    ).map((row) => String(row['section_code']))
  const joined = 'now_sections n JOIN old_sections o ON o.section_code = n.section_code'
  return {
    added: onlyIn('now', 'old'),
    lost: onlyIn('old', 'now'),
    changed: compareCells(query, joined, 'section_code', shared),
  }
}

/**
 * Compares the rows of two releases, attached as `old` and `now`.
 * @param listShared lists the columns that both have of a table; none if it is not compared
 */
export const compareRows = (query: Query, listShared: (table: ComparedTable) => readonly string[]) => {
  const [documents, indicators] = [listShared('documents'), listShared('indicators')]
  const [sections, boxes] = [listShared('sections'), listShared('boxes')]
  createViews(query, { documents, indicators, items: listShared('items'), sections, boxes })
  pairDocuments(query, documents)
  const { noted, ...changed } = compareIndicators(query, indicators)
  return {
    noted,
    documents: compareDocuments(query, documents),
    items: compareItems(query),
    sections: compareSections(query, sections),
    boxes: compareBoxes(query, boxes),
    indicators: changed,
  }
}

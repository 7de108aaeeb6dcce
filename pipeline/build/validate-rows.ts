import {
  bodyRows,
  boxes,
  countries,
  documents,
  entities,
  entityRows,
  type Issue,
  type IssueCode,
  indicators,
  items,
  listColumns,
  makeIssue,
  review,
  SECTION_CODES,
  SECTIONS,
  sections,
  type Table,
} from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'

const REVIEWED_IDS: ReadonlySet<unknown> = new Set(entityRows().map((row) => row.entity_id))
const INDICATORS: ReadonlySet<unknown> = new Set(SECTIONS.map(({ indicator }) => indicator))

type Rows = readonly Readonly<Record<string, unknown>>[]

const findBrokenRows = ({ name, row: schema }: Table, rows: Rows): string[] =>
  rows.flatMap((row) => {
    const faults = schema.safeParse(row).error?.issues ?? []
    const described = faults.map(({ path, message }) => `${path.join('.')} ${message}`)
    return described.length === 0 ? [] : [`${name}: ${described.join('; ')}`]
  })

/** Primary keys that several rows of a table share. */
const findRepeatedKeys = ({ name, primaryKey }: Table, rows: Rows): string[] =>
  [...Map.groupBy(rows, (row) => primaryKey.map((column) => String(row[column])).join(' '))]
    .filter(([, { length }]) => length > 1)
    .map(([key]) => `${name}: ${key}`)

/** Cells that refer to a row which is not in its table. */
const findDanglingKeys = (
  table: Table,
  rows: Rows,
  known: Readonly<Record<string, readonly ReadonlySet<unknown>[]>>,
): string[] =>
  listColumns(table).flatMap(({ name, references }) => {
    if (references === undefined) return []
    const values = known[references]
    if (!values) throw new TypeError(`${table.name}.${name} refers to ${references}, which is not checked`)
    return rows
      .filter((row) => row[name] !== null && !values.some((set) => set.has(row[name])))
      .map((row) => `${table.name}: ${name} ${String(row[name])}`)
  })

/**
 * The rules that the rows of one profile break. Every key begins with the document, so keys that are unique within
 * each document are unique in the release.
 */
export const validateRows = (rows: DocumentRows): Issue[] => {
  const { document_id, file_name: document } = rows.document
  const parts: readonly (readonly [Table, Rows])[] = [
    [documents, [rows.document]],
    [indicators, rows.indicators],
    [items, rows.items],
    [boxes, rows.boxes],
    [review, rows.review],
  ]
  const known = {
    [`${documents.name}.document_id`]: [new Set([document_id])],
    [`${sections.name}.indicator`]: [INDICATORS],
    [`${countries.name}.country_code`]: [new Set([rows.document.country_code])],
    [`${entities.name}.entity_id`]: [REVIEWED_IDS, new Set(bodyRows(rows.items).map((row) => row.entity_id))],
  }
  const codes = rows.indicators.map((row) => row.section_code).join(' ')
  const stray = rows.indicators.filter(({ evidence, note }) => evidence !== null && !note?.includes(evidence))
  const report = (code: IssueCode, values: readonly string[]): Issue[] =>
    values.map((value) => makeIssue(code, { document, value }))
  return [
    ...parts.flatMap(([table, own]) => [
      ...report('row_invalid', findBrokenRows(table, own)),
      ...report('key_repeated', findRepeatedKeys(table, own)),
      ...report('key_dangling', findDanglingKeys(table, own, known)),
    ]),
    ...report('rows_missing', codes === SECTION_CODES.join(' ') ? [] : [codes]),
    ...stray.map(({ section_code: section, evidence }) => {
      const value = `indicators: evidence is not part of the note: ${evidence}`
      return makeIssue('row_invalid', { document, section, value })
    }),
  ].map((issue) => ({ ...issue, document_id }))
}

import {
  boxes,
  columnsOf,
  countries,
  documents,
  ENTITIES,
  entities,
  type Issue,
  indicators,
  items,
  makeIssue,
  review,
  SECTION_CODES,
  SECTIONS,
  sections,
  type Table,
} from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'

const ENTITY_IDS: ReadonlySet<unknown> = new Set(ENTITIES.map(({ id }) => id))
const INDICATORS: ReadonlySet<unknown> = new Set(SECTIONS.map(({ indicator }) => indicator))

interface TablePart {
  readonly table: Table
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Rows that break the schema of their table. */
const findBrokenRows = ({ table, rows }: TablePart): string[] =>
  rows.flatMap((row) => {
    const faults = table.row.safeParse(row).error?.issues ?? []
    const described = faults.map(({ path, message }) => `${path.join('.')} ${message}`)
    return described.length === 0 ? [] : [`${table.name}: ${described.join('; ')}`]
  })

/** Rows of a table that share a primary key with an earlier one. */
const findRepeatedKeys = ({ table, rows }: TablePart): string[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = table.primaryKey.map((column) => String(row[column])).join(' ')
    if (seen.has(key)) return [`${table.name}: ${key}`]
    seen.add(key)
    return []
  })
}

/** Rows that refer to a row which is not in its table. */
const findDanglingKeys = (
  { table, rows }: TablePart,
  known: ReadonlyMap<string, ReadonlySet<unknown>>,
): string[] =>
  columnsOf(table).flatMap(({ name, references }) => {
    if (references === undefined) return []
    const values = known.get(references)
    if (values === undefined) {
      throw new TypeError(`${table.name}.${name} refers to ${references}, which is not checked`)
    }
    return rows
      .filter((row) => row[name] !== null && !values.has(row[name]))
      .map((row) => `${table.name}: ${name} ${String(row[name])}`)
  })

/** Evidence that is not part of its note. */
const findStrayEvidence = ({ document, indicators: rows }: DocumentRows): Issue[] =>
  rows
    .filter(({ evidence, note }) => evidence !== null && note?.includes(evidence) !== true)
    .map(({ section_code, evidence }) =>
      makeIssue('row_invalid', {
        document: document.file_name,
        section: section_code,
        value: `indicators: evidence is not part of the note: ${evidence}`,
      }),
    )

/**
 * The rules that the rows of one profile break. Every key begins with the document, so keys that are unique within
 * each document are unique in the release.
 */
export const validateRows = (rows: DocumentRows): Issue[] => {
  const { document_id, file_name: document } = rows.document
  const parts: readonly TablePart[] = [
    { table: documents, rows: [rows.document] },
    { table: indicators, rows: rows.indicators },
    { table: items, rows: rows.items },
    { table: boxes, rows: rows.boxes },
    { table: review, rows: rows.review },
  ]
  const known = new Map<string, ReadonlySet<unknown>>([
    [`${documents.name}.document_id`, new Set([document_id])],
    [`${sections.name}.indicator`, INDICATORS],
    [`${countries.name}.country_code`, new Set([rows.document.country_code])],
    [`${entities.name}.entity_id`, ENTITY_IDS],
  ])
  const codes = rows.indicators.map((row) => row.section_code).join(' ')
  const report = (code: 'row_invalid' | 'key_repeated' | 'key_dangling' | 'rows_missing', values: string[]) =>
    values.map((value) => makeIssue(code, { document, value }))
  return [
    ...report('row_invalid', parts.flatMap(findBrokenRows)),
    ...report('key_repeated', parts.flatMap(findRepeatedKeys)),
    ...report(
      'key_dangling',
      parts.flatMap((part) => findDanglingKeys(part, known)),
    ),
    ...report('rows_missing', codes === SECTION_CODES.join(' ') ? [] : [codes]),
    ...findStrayEvidence(rows),
  ].map((issue) => ({ ...issue, document_id }))
}

import {
  columnsOf,
  documents,
  ENTITIES,
  entities,
  type Issue,
  makeIssue,
  SECTION_CODES,
  sections,
  type Table,
} from '../../../schemas/index.ts'

const ENTITY_IDS: ReadonlySet<unknown> = new Set(ENTITIES.map(({ id }) => id))

/** Rows of one document in one table. */
export interface TablePart {
  readonly table: Table
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Rows of a table that share a primary key with an earlier one. */
const repeatedKeys = ({ table, rows }: TablePart, file: string): Issue[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = table.primaryKey.map((column) => String(row[column])).join(' ')
    if (seen.has(key)) return [makeIssue('key_repeated', { document: file, value: `${table.name}: ${key}` })]
    seen.add(key)
    return []
  })
}

/** Rows that refer to a row which is not in its table. */
const danglingKeys = (
  { table, rows }: TablePart,
  known: ReadonlyMap<string, ReadonlySet<unknown>>,
  file: string,
): Issue[] =>
  columnsOf(table).flatMap(({ name, references }) => {
    const values = references === undefined ? undefined : known.get(references)
    if (references !== undefined && values === undefined) {
      throw new TypeError(
        `${table.name}.${name} refers to ${references}, which no document can be checked against`,
      )
    }
    return rows
      .filter((row) => row[name] !== null && values?.has(row[name]) === false)
      .map((row) =>
        makeIssue('key_dangling', { document: file, value: `${table.name}: ${name} ${String(row[name])}` }),
      )
  })

/**
 * The rules that the keys of a document's rows must keep. Every key begins with the document, so that keys which are
 * unique within each document are unique in the release, once no two documents have one id.
 */
export const keyIssues = (parts: readonly TablePart[], documentId: string, file: string): Issue[] => {
  const known = new Map<string, ReadonlySet<unknown>>([
    [`${documents.name}.document_id`, new Set([documentId])],
    [`${sections.name}.section_code`, new Set<unknown>(SECTION_CODES)],
    [`${entities.name}.entity_id`, ENTITY_IDS],
  ])
  return parts.flatMap((part) => [...repeatedKeys(part, file), ...danglingKeys(part, known, file)])
}

import type { Cell } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { DATABASE_FILE } from '../publish/sqlite.ts'
import type { Release } from './open-release.ts'
import { type Query, queryReleases, quoteName, type Row } from './release-database.ts'

/** The path from a cell of a release back to its source document. */
export interface Explanation {
  readonly release: {
    readonly folder: string
    readonly title: string | null
    readonly version: string | null
    /** The file that was read, with the SHA-256 that the release lists for it. */
    readonly tables: readonly { readonly file: string; readonly sha256: string | null }[]
  }
  /** The row of `indicators`; columns that the release does not have are missing. */
  readonly indicator: Row
  /** What the rule means; null if this version of the code does not know it. */
  readonly rule_meaning: string | null
  /** The row of `documents`. */
  readonly document: Row
  /** The rows of `boxes`, line by line; empty if the note has no place on a page. */
  readonly boxes: readonly Row[]
  /** The rows of `items` that the note gave. */
  readonly items: readonly Row[]
  /** Ids of the other documents that match, such as other editions. */
  readonly other_documents: readonly string[]
}

const MAX_NAMED = 10

const DOCUMENT_NAMES = ['document_id', 'country_code', 'country'] as const
const SECTION_NAMES = ['section_code', 'indicator'] as const

const fold = (value: Cell | undefined): string => String(value).normalize('NFC').toLowerCase()

const requireColumns = ({ tables, folder }: Release, table: string, columns: readonly string[]): void => {
  const missing = columns.find((column) => !tables.get(table)?.has(column))
  if (missing !== undefined) {
    throw new CliError(EXIT.nothing, `${folder} cannot be explained: it has no column ${table}.${missing}.`)
  }
}

const nameFirst = (names: readonly string[]): string => {
  const rest = names.length - MAX_NAMED
  return `${names.slice(0, MAX_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** The ids of the documents that are asked for, latest last. */
const findDocuments = (query: Query, asked: string): [string, ...string[]] => {
  // documents of a country are in order of their dates
  const rows = query(`SELECT ${DOCUMENT_NAMES} FROM release.documents ORDER BY rowid`)
  const [matching = []] = DOCUMENT_NAMES.map((column) =>
    rows.filter((row) => fold(row[column]) === fold(asked)),
  ).filter((found) => found.length > 0)
  const [first, ...others] = matching.map((row) => String(row['document_id']))
  if (first !== undefined) return [first, ...others]
  const codes = [...new Set(rows.map((row) => String(row['country_code'])))]
  throw new CliError(
    EXIT.usage,
    `No document matches ${asked}; give a country code, a country name or a document id. Available: ${nameFirst(codes)}.`,
  )
}

/** Rows with booleans as such, which SQLite holds as 0 and 1. */
const readRows = (
  query: Query,
  { tables }: Release,
  table: string,
  where: Readonly<Record<string, string>>,
): Row[] => {
  const columns = tables.get(table)
  const conditions = Object.keys(where)
  if (!columns || !conditions.every((column) => columns.has(column))) return []
  const sql = `SELECT * FROM release.${quoteName(table)} WHERE ${conditions.map((column) => `${quoteName(column)} = ?`).join(' AND ')} ORDER BY rowid`
  return query(sql, ...Object.values(where)).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        columns.get(name)?.type === 'boolean' && value !== null ? value === 1 : value,
      ]),
    ),
  )
}

/**
 * Explains a cell of `indicators`: the rule and words that decided, the document, and the place on its pages.
 * @param asked a country, by code or name, or a document id
 * @param section a section code or indicator name
 * @param meaningOf what a rule means, by its name
 * @throws CliError if the release has no such document or section, or lacks a column that is needed
 */
export const explainCell = (
  release: Release,
  asked: string,
  section: string,
  meaningOf: (rule: string) => string | null,
): Explanation => {
  requireColumns(release, 'indicators', ['document_id', 'section_code'])
  requireColumns(release, 'documents', DOCUMENT_NAMES)
  return queryReleases({ release: release.folder }, (query) => {
    const ids = findDocuments(query, asked)
    const document_id = ids.at(-1) ?? ids[0]
    const rows = readRows(query, release, 'indicators', { document_id })
    const indicator = rows.find((row) => SECTION_NAMES.some((column) => fold(row[column]) === fold(section)))
    const [document] = readRows(query, release, 'documents', { document_id })
    if (indicator === undefined || document === undefined) {
      const names = rows.map((row) => [row['section_code'], row['indicator']].filter(Boolean).join(' '))
      throw new CliError(EXIT.usage, `${document_id} has no section ${section}; it has ${names.join(', ')}.`)
    }
    const place = { document_id, section_code: String(indicator['section_code']) }
    const { folder, title, version, files } = release
    return {
      release: {
        folder,
        title,
        version,
        tables: [{ file: DATABASE_FILE, sha256: files.get(DATABASE_FILE) ?? null }],
      },
      indicator,
      rule_meaning: meaningOf(String(indicator['status_rule'])),
      document,
      boxes: readRows(query, release, 'boxes', place),
      items: readRows(query, release, 'items', place),
      other_documents: ids.slice(0, -1),
    }
  })
}

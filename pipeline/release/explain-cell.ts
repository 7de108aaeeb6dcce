import type { Cell } from '../../schemas/index.ts'
import { at } from '../io/at.ts'
import { nameFirst } from '../io/count-text.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { DATABASE_FILE } from '../publish/sqlite.ts'
import { findColumns, type Release } from './open-release.ts'
import { type Query, queryReleases, type Row } from './release-database.ts'

const DOCUMENT_NAMES = ['document_id', 'country_code', 'country'] as const
const SECTION_NAMES = ['section_code', 'indicator'] as const

const fold = (value: Cell | undefined): string => String(value).normalize('NFC').toLowerCase()

const requireColumns = (release: Release, table: string, columns: readonly string[]): void => {
  const missing = columns.find((column) => !findColumns(release, table)?.has(column))
  if (missing === undefined) return
  const message = `${release.folder} cannot be explained: it has no column ${table}.${missing}.`
  throw new CliError(EXIT.nothing, message)
}

/** The ids of the documents that match, latest last. */
const findDocuments = (query: Query, asked: string): string[] => {
  // documents of a country are in order of their dates
  const rows = query(`SELECT ${DOCUMENT_NAMES} FROM release.documents ORDER BY rowid`)
  for (const column of DOCUMENT_NAMES) {
    const matching = rows.filter((row) => fold(row[column]) === fold(asked))
    if (matching.length > 0) return matching.map((row) => String(row['document_id']))
  }
  const named = nameFirst([...new Set(rows.map((row) => String(row['country_code'])))], 10)
  const advice = 'give a country code, a country name or a document id'
  throw new CliError(EXIT.usage, `No document matches ${asked}; ${advice}. Available: ${named}.`)
}

/**
 * Explains a cell of `indicators`: the rule and words that decided, the document, and the place on its pages.
 * @param asked a country, by code or name, or a document id
 * @param section a section code or indicator name
 * @param explainRule gives the meaning of a rule by its name; null if it is unknown
 * @throws CliError if the release has no such document or section, or lacks a column that is needed
 */
export const explainCell = (
  release: Release,
  asked: string,
  section: string,
  explainRule: (rule: string) => string | null,
) => {
  requireColumns(release, 'indicators', ['document_id', 'section_code'])
  requireColumns(release, 'documents', DOCUMENT_NAMES)
  return queryReleases({ release: release.folder }, (query) => {
    /** The rows of a table with the given cells; none if the release lacks the table or one of the columns. */
    const readRows = (table: string, where: Readonly<Record<string, string>>): Row[] => {
      const [columns, keys] = [findColumns(release, table), Object.keys(where)]
      if (!columns || !keys.every((column) => columns.has(column))) return []
      const conditions = keys.map((column) => `${column} = ?`).join(' AND ')
      const sql = `SELECT * FROM release.${table} WHERE ${conditions} ORDER BY rowid`
      // SQLite holds booleans as 0 and 1
      const toCell = ([name, value]: [string, Cell]) =>
        [name, columns.get(name)?.type === 'boolean' ? value === 1 : value] as const
      const found = query(sql, ...Object.values(where))
      return found.map((row) => Object.fromEntries(Object.entries(row).map(toCell)))
    }
    const ids = findDocuments(query, asked)
    const document_id = at(ids, ids.length - 1)
    const rows = readRows('indicators', { document_id })
    const indicator = rows.find((row) => SECTION_NAMES.some((column) => fold(row[column]) === fold(section)))
    const [document] = readRows('documents', { document_id })
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
        /** The file that was read, with the SHA-256 that the release lists for it. */
        tables: [{ file: DATABASE_FILE, sha256: files.get(DATABASE_FILE) ?? null }],
      },
      /** The row of `indicators`; columns that the release does not have are missing. */
      indicator,
      rule_meaning: explainRule(String(indicator['status_rule'])),
      /** The row of `documents`. */
      document,
      /** The rows of `boxes`, line by line; empty if the note has no place on a page. */
      boxes: readRows('boxes', place),
      /** The rows of `items` that the note gave. */
      items: readRows('items', place),
      /** Ids of the other documents that match, such as other editions. */
      other_documents: ids.slice(0, -1),
    }
  })
}

export type Explanation = ReturnType<typeof explainCell>

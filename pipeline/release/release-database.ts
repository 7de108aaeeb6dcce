import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Cell } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { DATABASE_FILE } from '../publish/sqlite.ts'

/** A row by column name. Booleans are 0 and 1, dates ISO text. */
export type Row = Readonly<Record<string, Cell>>

/** Runs one SQL statement; parameters are bound by position. */
export type Query = (sql: string, ...parameters: readonly string[]) => readonly Row[]

const SQLITE_CORRUPT = 11
const SQLITE_NOT_A_DATABASE = 26

const isDamage = (error: unknown): error is Error =>
  error instanceof Error &&
  'errcode' in error &&
  (error.errcode === SQLITE_CORRUPT || error.errcode === SQLITE_NOT_A_DATABASE)

const toCell = (value: SQLOutputValue): Cell => {
  if (typeof value === 'bigint' || value instanceof Uint8Array)
    throw new TypeError('A release holds no such value.')
  return value
}

const toRow = (row: Readonly<Record<string, SQLOutputValue>>): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toCell(value)]))

/** A name as SQL quotes it. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as SQL quotes it. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * Attaches the databases of releases, each under its key, and runs queries on them; nothing in their folders is written.
 * @throws CliError if a database is damaged
 */
export const queryReleases = <Result>(
  folders: Readonly<Record<string, string>>,
  run: (query: Query) => Result,
): Result => {
  const database = new DatabaseSync(':memory:')
  try {
    for (const [name, folder] of Object.entries(folders)) {
      // immutable: no journal is looked for, or written, beside a file that never changes
      const { href } = pathToFileURL(join(folder, DATABASE_FILE))
      database.prepare(`ATTACH ? AS ${quoteName(name)}`).run(`${href}?mode=ro&immutable=1`)
    }
    return run((sql, ...parameters) =>
      database
        .prepare(sql)
        .all(...parameters)
        .map(toRow),
    )
  } catch (error) {
    if (!isDamage(error)) throw error
    const where = Object.values(folders)
      .map((folder) => join(folder, DATABASE_FILE))
      .join(' or ')
    throw new CliError(EXIT.nothing, `${where} is not a SQLite database that can be read.`, { cause: error })
  } finally {
    database.close()
  }
}

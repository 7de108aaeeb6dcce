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

const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  (error.errcode === SQLITE_CORRUPT || error.errcode === SQLITE_NOT_A_DATABASE)

const toCell = (value: SQLOutputValue): Cell => {
  if (typeof value === 'bigint' || value instanceof Uint8Array)
    throw new TypeError('This type of value cannot be in a release.')
  return value
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

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
      // immutable: SQLite neither looks for a journal beside the file nor writes one
      const { href } = pathToFileURL(join(folder, DATABASE_FILE))
      database.prepare(`ATTACH ? AS ${quoteName(name)}`).run(`${href}?mode=ro&immutable=1`)
    }
    return run((sql, ...parameters) =>
      database
        .prepare(sql)
        .all(...parameters)
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toCell(value)]))),
    )
  } catch (error) {
    if (!isDamage(error)) throw error
    const paths = Object.values(folders).map((folder) => join(folder, DATABASE_FILE))
    const message = `${paths.join(' or ')} is not a SQLite database that can be read.`
    throw new CliError(EXIT.nothing, message, { cause: error })
  } finally {
    database.close()
  }
}

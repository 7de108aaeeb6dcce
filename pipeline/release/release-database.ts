import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Cell } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { DATABASE_FILE, quoteName } from '../publish/sqlite.ts'

const rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))

/** A row by column name. Booleans are 0 and 1, dates ISO text. */
export type Row = Readonly<Record<string, Cell>>

/** Runs one SQL statement; parameters are bound by position. */
export type Query = (sql: string, ...parameters: readonly (string | number)[]) => readonly Row[]

/** The error numbers of SQLite for a damaged database and for another file in its place. */
const DAMAGE: readonly unknown[] = [11, 26]

/** Whether a database cannot be read, or has cells of a kind that no release has. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof z.ZodError ||
  (error instanceof Error && 'errcode' in error && DAMAGE.includes(error.errcode))

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
    return run((sql, ...parameters) => rows.parse(database.prepare(sql).all(...parameters)))
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause
    const paths = Object.values(folders).map((folder) => join(folder, DATABASE_FILE))
    const message = `${paths.join(' or ')} is not a SQLite database that can be read as a release.`
    throw new CliError(EXIT.nothing, message, { cause })
  } finally {
    database.close()
  }
}

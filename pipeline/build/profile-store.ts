import { DatabaseSync } from 'node:sqlite'
import type { Page } from '../extract/index.ts'
import { CliError, EXIT } from '../io/errors.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { type PackedProfile, type ProfileSummary, unpackPages, unpackRows } from './file-reading.ts'

/** Opens a store for the packed profiles of a build, which holds them outside of memory until they are published. */
export const openProfileStore = () => {
  // an empty name is a temporary database, which SQLite writes to disk where it grows
  const database = new DatabaseSync('')
  database.exec('CREATE TABLE profiles (file, number, rows, pages, PRIMARY KEY (file, number)) WITHOUT ROWID')
  const insert = database.prepare('INSERT INTO profiles VALUES (?, ?, ?, ?)')
  const select = database.prepare('SELECT rows, pages FROM profiles WHERE file = ? AND number = ?')
  const find = ({ file, index }: ProfileSummary): PackedProfile => {
    const { rows, pages } = select.get(file, index) ?? {}
    if (typeof rows !== 'string' || typeof pages !== 'string') throw new Error(`${file} is not in the store`)
    return { rows, pages }
  }
  return {
    /** @throws CliError if the temporary folder is full */
    add: (file: string, packed: readonly PackedProfile[]): void => {
      try {
        for (const [index, { rows, pages }] of packed.entries()) insert.run(file, index, rows, pages)
      } catch (error) {
        if (!(error instanceof Error) || !('errcode' in error)) throw error
        const message = `The temporary folder cannot hold what was read (${error.message}); free space there, or name another in TMPDIR.`
        throw new CliError(EXIT.nothing, message, { cause: error })
      }
    },
    rows: (profile: ProfileSummary): DocumentRows => unpackRows(find(profile)),
    pages: (profile: ProfileSummary): readonly Page[] => unpackPages(find(profile)),
    close: (): void => database.close(),
  }
}

export type ProfileStore = ReturnType<typeof openProfileStore>

import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  type Cell,
  type Collection,
  caveatsOf,
  columnsOf,
  ISSUE_VOCABULARY,
  issues,
  OTHER_VOCABULARIES,
  type ReleaseInfo,
  STATUS_VOCABULARY,
  TABLES,
  VIEWS,
} from '../../schemas/index.ts'
import { DATABASE_SCHEMA, DATABASE_TABLES, quoteName } from './sqlite-schema.ts'
import type { OpenWriter } from './writer.ts'

/** The database of a release. */
export const DATABASE_FILE = 'cyberwellness.sqlite'

/** SQLite has no booleans: 1 is true and 0 false. */
const sqlValue = (cell: Cell): string | number | null => (typeof cell === 'boolean' ? Number(cell) : cell)

const prepareInsert = (database: DatabaseSync, table: string, columns: number): StatementSync =>
  database.prepare(`INSERT INTO ${quoteName(table)} VALUES (${Array(columns).fill('?').join(', ')})`)

/** A failed file is thrown away whole, so it needs no journal. */
const SETTINGS = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;`

const describeRelease = (database: DatabaseSync, info: ReleaseInfo, collection: Collection): void => {
  const about = prepareInsert(database, 'about', 2)
  for (const [name, text] of Object.entries(info)) about.run(name, text)
  for (const { name, text } of caveatsOf(collection)) about.run(name, text)
  const columns = prepareInsert(database, 'columns', 4)
  for (const table of [...Object.values(TABLES), ...Object.values(VIEWS), issues]) {
    for (const { name, description, unit } of columnsOf(table)) {
      columns.run(table.name, name, description, unit ?? null)
    }
  }
  const codes = prepareInsert(database, 'codes', 4)
  for (const { title, terms } of [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY]) {
    for (const { value, label, definition } of terms) codes.run(title, value, label, definition)
  }
}

/**
 * A release as one SQLite database: every table, the review list and the issues, with keys, references and closed
 * lists as constraints; the views `latest` and `matrix`; and `about`, `columns` and `codes`, which say what it all
 * means. Dates are ISO text, booleans 0 and 1, rows in published order.
 */
export const openSqlite: OpenWriter = ({ folder, info, collection }) => {
  const database = new DatabaseSync(folder.path(DATABASE_FILE))
  database.exec(`${SETTINGS}\nBEGIN;\n${DATABASE_SCHEMA}`)
  const statements = new Map(
    DATABASE_TABLES.map((table) => [
      table.name,
      prepareInsert(database, table.name, columnsOf(table).length),
    ]),
  )
  return {
    write: ({ name }, rows) => {
      const statement = statements.get(name)
      for (const row of rows) statement?.run(...Object.values(row).map(sqlValue))
    },
    finish: async () => {
      describeRelease(database, info, collection)
      database.exec('COMMIT')
      database.close()
      await folder.adopt(DATABASE_FILE)
    },
    abandon: () => {
      if (database.isOpen) database.close()
    },
  }
}

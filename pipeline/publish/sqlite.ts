import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  type Cell,
  caveatsOf,
  columnsOf,
  ISSUE_VOCABULARY,
  issues,
  OTHER_VOCABULARIES,
  STATUS_VOCABULARY,
  TABLES,
  VIEWS,
} from '../../schemas/index.ts'
import { batchRows } from './batch.ts'
import { publishedCell } from './published-table.ts'
import type { OpenReleaseSink } from './release-sink.ts'
import { DATABASE_SCHEMA, DATABASE_TABLES, sqlName } from './sqlite-schema.ts'

/** The database of a release. */
export const DATABASE_FILE = 'cyberwellness.sqlite'

/** SQLite has no booleans: 1 is true and 0 false. */
const sqlValue = (cell: Cell): string | number | null => (typeof cell === 'boolean' ? Number(cell) : cell)

const insertInto = (database: DatabaseSync, table: string, columns: number): StatementSync =>
  database.prepare(`INSERT INTO ${sqlName(table)} VALUES (${Array(columns).fill('?').join(', ')})`)

const ISSUE_COLUMNS = columnsOf(issues)

/** A new file that is thrown away whole where anything fails, so no journal is kept and nothing is synced here. */
const SETTINGS = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;`

/**
 * A release as one SQLite database: every table, the review list and the issues, with their keys, references and closed lists as
 * constraints; the views `latest` and `matrix`; and `about`, `columns` and `codes`, which say what all of it means.
 * Dates are ISO text, booleans 0 and 1. Rows lie in published order. Memory does not grow with them.
 */
export const openSqlite: OpenReleaseSink = (folder, info, collection) => {
  const database = new DatabaseSync(folder.path(DATABASE_FILE))
  database.exec(`${SETTINGS}\nBEGIN;\n${DATABASE_SCHEMA}`)
  const statements = new Map(
    DATABASE_TABLES.map((table) => [table.name, insertInto(database, table.name, columnsOf(table).length)]),
  )
  const describe = (): void => {
    const about = insertInto(database, 'about', 2)
    for (const [name, text] of Object.entries(info)) about.run(name, text)
    for (const { name, text } of caveatsOf(collection)) about.run(name, text)
    const columns = insertInto(database, 'columns', 4)
    for (const table of [...Object.values(TABLES), ...Object.values(VIEWS), issues]) {
      for (const column of columnsOf(table)) {
        columns.run(table.name, column.name, column.description, column.unit ?? null)
      }
    }
    const codes = insertInto(database, 'codes', 4)
    for (const vocabulary of [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY]) {
      for (const { value, label, definition } of vocabulary.terms) {
        codes.run(vocabulary.title, value, label, definition)
      }
    }
  }
  return {
    write: (table, batch) => {
      const statement = statements.get(table.name)
      if (statement === undefined) return
      for (const row of batchRows(batch)) statement.run(...row.map(sqlValue))
    },
    issues: (group) => {
      const statement = statements.get(issues.name)
      for (const one of group) {
        const values: Readonly<Record<string, unknown>> = one
        statement?.run(...ISSUE_COLUMNS.map((column) => sqlValue(publishedCell(column, values[column.name]))))
      }
    },
    finish: async () => {
      describe()
      database.exec('COMMIT')
      database.close()
      await folder.adopt(DATABASE_FILE)
    },
    abandon: () => {
      if (database.isOpen) database.close()
    },
  }
}

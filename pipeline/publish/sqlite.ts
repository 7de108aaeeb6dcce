import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  type Cell,
  type Collection,
  type Column,
  ISSUE_VOCABULARY,
  issues,
  listCaveats,
  listColumns,
  OTHER_VOCABULARIES,
  type ReleaseInfo,
  STATUS_VOCABULARY,
  type Storage,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { at } from '../io/at.ts'
import type { OpenWriter } from './writer.ts'

/** The database of a release. */
export const DATABASE_FILE = 'cyberwellness.sqlite'

const SQL_TYPES: Readonly<Record<Storage, string>> = {
  utf8: 'TEXT',
  int32: 'INTEGER',
  float64: 'REAL',
  bool: 'INTEGER',
  date32: 'TEXT',
}

const DATABASE_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS), issues]

/** A name as SQL writes it, whatever its characters. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

const checkClause = ({ name, storage, values }: Column): string => {
  const column = quoteName(name)
  if (values !== null) return ` CHECK (${column} IN (${values.map(quoteText).join(', ')}))`
  if (storage === 'bool') return ` CHECK (${column} IN (0, 1))`
  return storage === 'date32' ? ` CHECK (${column} IS date(${column}))` : ''
}

const columnLine = (column: Column): string => {
  const { name, storage, nullable, references } = column
  const [table = '', target = ''] = references?.split('.') ?? []
  const reference = references ? ` REFERENCES ${quoteName(table)} (${quoteName(target)})` : ''
  return `  ${quoteName(name)} ${SQL_TYPES[storage]}${nullable ? '' : ' NOT NULL'}${checkClause(column)}${reference}`
}

const createTable = (table: Table): string => {
  const { name, primaryKey } = table
  const key = primaryKey.length === 0 ? [] : [`  PRIMARY KEY (${primaryKey.map(quoteName).join(', ')})`]
  return `CREATE TABLE ${quoteName(name)} (\n${[...listColumns(table).map(columnLine), ...key].join(',\n')}\n);`
}

/** An empty database that checks keys and closed lists; opens with SQLite 3.31 and newer. A failed file needs no journal. */
const EMPTY_DATABASE = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
BEGIN;
${DATABASE_TABLES.map(createTable).join('\n')}
CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  description TEXT NOT NULL,
  unit TEXT,
  PRIMARY KEY (table_name, column_name)
);
CREATE TABLE codes (
  vocabulary TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (vocabulary, value)
);
CREATE VIEW latest AS SELECT * FROM indicators WHERE is_latest = 1;`

/** SQLite has no booleans: 1 is true and 0 false. */
const sqlValue = (cell: Cell): string | number | null => (typeof cell === 'boolean' ? Number(cell) : cell)

const prepareInsert = (database: DatabaseSync, table: string, columns: number): StatementSync =>
  database.prepare(`INSERT INTO ${quoteName(table)} VALUES (${Array(columns).fill('?').join(', ')})`)

/** What the rows mean: the tables `about`, `columns` and `codes`. */
const listMeanings = (info: ReleaseInfo, collection: Collection) => ({
  about: [
    ...Object.entries(info),
    ...listCaveats(collection, info.years).map(({ name, text }) => [name, text]),
  ],
  columns: DATABASE_TABLES.flatMap((table) =>
    listColumns(table).map(({ name, description, unit = null }) => [table.name, name, description, unit]),
  ),
  codes: [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY].flatMap(({ title, terms }) =>
    terms.map(({ value, label, definition }) => [title, value, label, definition]),
  ),
})

/**
 * A release as one SQLite database: every table, matrix, review list and issues, with keys, references and closed lists
 * as constraints; the view `latest`; and `about`, `columns` and `codes`, which say what it all means. Dates are ISO
 * text, booleans 0 and 1, rows in published order.
 */
export const openSqlite: OpenWriter = ({ folder, info, collection }) => {
  const database = new DatabaseSync(folder.path(DATABASE_FILE))
  database.exec(EMPTY_DATABASE)
  const statements = new Map(
    DATABASE_TABLES.map((table) => {
      return [table.name, prepareInsert(database, table.name, listColumns(table).length)]
    }),
  )
  return {
    write: ({ name }, rows) => {
      const statement = statements.get(name)
      for (const row of rows) statement?.run(...Object.values(row).map(sqlValue))
    },
    finish: async () => {
      for (const [name, rows] of Object.entries(listMeanings(info, collection))) {
        const statement = prepareInsert(database, name, at(rows, 0).length)
        for (const row of rows) statement.run(...row)
      }
      database.exec('COMMIT')
      database.close()
      await folder.adopt(DATABASE_FILE)
    },
  }
}

import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Cell } from '../../../schemas/index.ts'
import { at } from '../../io/at.ts'

interface Question {
  readonly title: string
  /** One query for DuckDB, run in the folder of a release. */
  readonly sql: string
}

/** A question with its result on the release at hand. */
export interface Answer extends Question {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What people ask first; each shows another way to use the tables. */
export const QUESTIONS: readonly Question[] = readFileSync(
  new URL('./questions.sql', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n\n')
  .map((text) => ({ title: at(text.split('\n'), 0).replace('-- ', ''), sql: text.replace(/.*\n/, '') }))

/** The query for SQLite, where each file is a table of the database. */
export const sqliteQuery = (sql: string): string => sql.replaceAll(/'(\w+)\.(?:parquet|csv)'/g, '$1')

const toCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : null

/** The answers to all questions, from the database of a release. */
export const answerQuestions = (database: string): readonly Answer[] => {
  const opened = new DatabaseSync(database, { readOnly: true })
  try {
    return QUESTIONS.map(({ title, sql }) => {
      const statement = opened.prepare(sqliteQuery(sql))
      const columns = statement.columns().map(({ name }) => name)
      const rows = statement.all().map((row) => columns.map((name) => toCell(row[name])))
      return { title, sql, columns, rows }
    })
  } finally {
    opened.close()
  }
}

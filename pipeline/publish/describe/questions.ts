import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Cell } from '../../../schemas/index.ts'
import { at } from '../../io/at.ts'

/** What people ask first, each with one query for DuckDB that shows another way to use the tables of a release. */
export const QUESTIONS = readFileSync(new URL('./questions.sql', import.meta.url), 'utf8')
  .trim()
  .split('\n\n')
  .map((text) => ({ title: at(text.split('\n'), 0).replace('-- ', ''), sql: text.replace(/.*\n/, '') }))

const toCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : null

export const answerQuestions = (database: string) => {
  const opened = new DatabaseSync(database, { readOnly: true })
  try {
    return QUESTIONS.map(({ title, sql }) => {
      // each file is a table of the database
      const statement = opened.prepare(sql.replaceAll(/'(\w+)\.(?:parquet|csv)'/g, '$1'))
      const columns = statement.columns().map(({ name }) => name)
      const rows = statement.all().map((row) => columns.map((name) => toCell(row[name])))
      return { title, sql, columns, rows }
    })
  } finally {
    opened.close()
  }
}

/** A question with its result on the release at hand. */
export type Answer = ReturnType<typeof answerQuestions>[number]

import { DatabaseSync } from 'node:sqlite'
import type { Cell } from '../../../schemas/index.ts'

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
export const QUESTIONS: readonly Question[] = [
  {
    title: 'Which regions have national incident response teams?',
    sql: `SELECT un_region, count(*) AS countries, count(*) FILTER (WHERE status = 'present') AS with_team
FROM 'indicators.parquet' JOIN 'countries.parquet' USING (country_code)
WHERE indicator = 'cirt' AND is_latest
GROUP BY un_region ORDER BY un_region;`,
  },
  {
    title: 'Where was cybercrime legislation planned?',
    sql: `SELECT country, source_date FROM 'indicators.parquet'
WHERE indicator = 'criminal_legislation' AND status = 'planned' AND is_latest
ORDER BY country;`,
  },
  {
    title: 'Do countries with more internet users have more measures?',
    sql: `SELECT CASE WHEN internet_users < 25 THEN 'under 25 %' WHEN internet_users < 50 THEN '25 to 50 %'
  WHEN internet_users < 75 THEN '50 to 75 %' ELSE '75 % and more' END AS users,
  count(*) AS countries, round(avg(present_total), 1) AS measures_present
FROM 'matrix.csv' WHERE internet_users IS NOT NULL
GROUP BY users ORDER BY min(internet_users);`,
  },
  {
    title: 'Which countries are named most often as partners?',
    sql: `SELECT c.country, count(DISTINCT i.country_code) AS named_by
FROM 'items.parquet' AS i JOIN 'countries.parquet' AS c ON c.country_code = i.code
WHERE i.kind = 'partner_country'
GROUP BY c.country ORDER BY named_by DESC, c.country LIMIT 10;`,
  },
  {
    title: 'Which countries name ISO/IEC 27001?',
    sql: `SELECT DISTINCT country FROM 'items.parquet'
WHERE kind = 'standard' AND code LIKE 'ISO/IEC 27001%'
ORDER BY country;`,
  },
  {
    title: 'How many strategies or policies are in force in each region of the ITU?',
    sql: `SELECT itu_region, count(*) FILTER (WHERE status = 'present') AS in_force, count(*) AS countries
FROM 'indicators.parquet' JOIN 'countries.parquet' USING (country_code)
WHERE indicator = 'policy' AND is_latest
GROUP BY itu_region ORDER BY in_force DESC, itu_region;`,
  },
]

/** The query for SQLite, where each file is a table of the database. */
export const sqliteQuery = (sql: string): string => sql.replaceAll(/'(\w+)\.(?:parquet|csv)'/g, '$1')

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

const toCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : null

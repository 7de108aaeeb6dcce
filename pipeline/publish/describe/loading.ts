/** How a release is loaded by a program, run in its folder. */
export interface Loading {
  readonly title: string
  /** The language, as it stands behind the fence of a code block. */
  readonly language: 'sql' | 'js' | 'python' | 'r'
  readonly text: string
}

/** One for each format and for each program that many people use; the tests run them as they stand in the page. */
export const LOADING: readonly Loading[] = [
  {
    title: 'DuckDB',
    language: 'sql',
    text: `-- duckdb
SELECT country, status, note FROM 'indicators.parquet' WHERE section_code = '1.2.1' AND is_latest;`,
  },
  {
    title:
      'pandas; `keep_default_na=False` keeps text such as NA as it is, and empty cells are missing values',
    language: 'python',
    text: `import pandas as pd
indicators = pd.read_csv('indicators.csv', dtype={'section_code': str}, keep_default_na=False, na_values=[''],
                         parse_dates=['source_date'])`,
  },
  {
    title: 'polars',
    language: 'python',
    text: `import polars as pl
indicators = pl.read_ipc('indicators.arrow')`,
  },
  {
    title: 'SQLite',
    language: 'sql',
    text: `-- sqlite3 cyberwellness.sqlite
SELECT country, status, note FROM latest WHERE section_code = '1.2.1';`,
  },
  {
    title: 'R; `na.strings` and `colClasses` keep text such as NA, codes and dates what they are',
    language: 'r',
    text: `indicators <- read.csv('indicators.csv', na.strings = '', fileEncoding = 'UTF-8',
                       colClasses = c(section_code = 'character', source_date = 'Date', is_latest = 'logical'))`,
  },
  {
    title: 'R with the package arrow',
    language: 'r',
    text: "indicators <- arrow::read_parquet('indicators.parquet')",
  },
  {
    title: 'JavaScript, by the package hyparquet',
    language: 'js',
    text: `import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
const indicators = await parquetReadObjects({ file: await asyncBufferFromFile('indicators.parquet') })`,
  },
]

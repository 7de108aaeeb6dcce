/** How a release is loaded by a program, run in its folder: title, language of the code block, code. */
type Loading = readonly [title: string, language: 'sql' | 'js' | 'python' | 'r', code: string]

/** One for each format and for each program that many people use; the tests run them as they stand in the page. */
export const LOADING: readonly Loading[] = [
  [
    'DuckDB',
    'sql',
    `-- duckdb
SELECT country, status, confidence FROM 'indicators.parquet' WHERE indicator = 'cirt' AND is_latest;`,
  ],
  [
    'pandas; `keep_default_na=False` keeps text such as NA as it is, and empty cells are missing values',
    'python',
    `import pandas as pd
indicators = pd.read_csv('indicators.csv', keep_default_na=False, na_values=[''], parse_dates=['source_date'])`,
  ],
  [
    'polars',
    'python',
    `import polars as pl
indicators = pl.read_ipc('indicators.arrow')`,
  ],
  [
    'SQLite',
    'sql',
    `-- sqlite3 cyberwellness.sqlite
SELECT country, status, confidence FROM latest WHERE indicator = 'cirt';`,
  ],
  [
    'R; `na.strings` and `colClasses` keep text such as NA, dates and truth values what they are',
    'r',
    `indicators <- read.csv('indicators.csv', na.strings = '', fileEncoding = 'UTF-8',
                       colClasses = c(source_date = 'Date', is_latest = 'logical', evidence_is_note = 'logical'))`,
  ],
  ['R with the package arrow', 'r', "indicators <- arrow::read_parquet('indicators.parquet')"],
  [
    'JavaScript, by the package hyparquet',
    'js',
    `import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
const indicators = await parquetReadObjects({ file: await asyncBufferFromFile('indicators.parquet') })`,
  ],
]

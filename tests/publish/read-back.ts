import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import polars from 'nodejs-polars'
import { readParquet as readByWasm } from 'parquet-wasm'
import { type Column, listColumns, type Table } from '../../schemas/index.ts'

/** Reads the bytes of a published table back into cells, dates as ISO text. */
export type Reader = (table: Table, bytes: Uint8Array) => Promise<unknown[][]>

/** Runs with a folder of its own, which is gone afterwards. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'publish-test-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const isoDate = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : value
}

const typedCell = (column: Column, value: unknown): unknown => {
  if (value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  return column.storage === 'date32' ? isoDate(value) : value
}

const readCells = (table: Table, records: readonly Readonly<Record<string, unknown>>[]): unknown[][] => {
  const columns = listColumns(table)
  return records.map((record) => columns.map((column) => typedCell(column, record[column.name])))
}

/** Takes the marks of formulas off a text, as the documentation tells readers to. */
export const withoutFormulaMark = (text: string): string =>
  text.replace(/(?<=^|[;\t\r\n])'(?=["'\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/gu, '')

/** The cells of a CSV as written, header line included; a quoted empty cell is a text, an unquoted one null. */
export const rawCsv = (bytes: Uint8Array): (string | null)[][] =>
  parse(Buffer.from(bytes), {
    record_delimiter: '\n',
    cast: (value, context) => (value === '' && !context.quoting ? null : value),
  })

const typedCsvCell = (column: Column, text: unknown): unknown => {
  if (typeof text !== 'string') return text
  if (column.storage === 'utf8') return withoutFormulaMark(text)
  if (column.storage === 'bool') return text === 'true' ? true : text === 'false' ? false : text
  return column.storage === 'date32' ? text : Number(text)
}

export const readCsv: Reader = async (table, bytes) => {
  const columns = listColumns(table)
  const [header, ...rows] = rawCsv(bytes)
  if (JSON.stringify(header) !== JSON.stringify(columns.map((column) => column.name))) {
    throw new Error(`unexpected header ${JSON.stringify(header)}`)
  }
  return rows.map((row) => columns.map((column, index) => typedCsvCell(column, row[index])))
}

export const readJson: Reader = async (table, bytes) => {
  const records: unknown = JSON.parse(Buffer.from(bytes).toString())
  if (!Array.isArray(records)) throw new Error('not an array')
  return readCells(table, records)
}

export const readArrow: Reader = async (table, bytes) => readCells(table, tableFromIPC(bytes).toArray())

export const readArrowByPolars: Reader = async (table, bytes) =>
  readCells(table, polars.readIPC(Buffer.from(bytes)).toRecords())

/** parquet-wasm is the Rust library of Apache Arrow. */
export const readParquetByRust: Reader = async (table, bytes) =>
  readCells(table, tableFromIPC(readByWasm(bytes).intoIPCStream()).toArray())

export const readParquetByPolars: Reader = async (table, bytes) =>
  readCells(table, polars.readParquet(Buffer.from(bytes)).toRecords())

export const readParquet: Reader = async (table, bytes) =>
  readCells(table, await parquetReadObjects({ file: new Uint8Array(bytes).buffer }))

const duckDb = await (await DuckDBInstance.create()).connect()

/** The rows of a DuckDB query as records. */
export const query = async (sql: string): Promise<Readonly<Record<string, unknown>>[]> =>
  (await duckDb.runAndReadAll(sql)).getRowObjectsJS()

const readFileByDuckDb = (
  table: Table,
  bytes: Uint8Array,
  source: (path: string) => string,
): Promise<unknown[][]> =>
  withFolder(async (folder) => {
    const path = join(folder, 'table')
    await writeFile(path, bytes)
    return readCells(table, await query(`SELECT * FROM ${source(path)}`))
  })

export const readParquetByDuckDb: Reader = (table, bytes) =>
  readFileByDuckDb(table, bytes, (path) => `read_parquet('${path}')`)

/** The types of DuckDB by what a column is declared as. */
export const DUCKDB_TYPES = {
  utf8: 'VARCHAR',
  int32: 'INTEGER',
  float64: 'DOUBLE',
  bool: 'BOOLEAN',
  date32: 'DATE',
} as const

export const readCsvByDuckDb: Reader = async (table, bytes) => {
  const columns = listColumns(table)
  const types = columns.map((column) => `'${column.name}': '${DUCKDB_TYPES[column.storage]}'`).join(', ')
  const options = `header = true, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false`
  const cells = await readFileByDuckDb(
    table,
    bytes,
    (path) => `read_csv('${path}', ${options}, columns = {${types}})`,
  )
  return cells.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormulaMark(cell) : cell)))
}

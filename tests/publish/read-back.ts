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

const typedCell = ({ storage }: Column, value: unknown): unknown => {
  if (value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  const isDay = storage === 'date32' && (value instanceof Date || typeof value === 'number')
  return isDay ? new Date(value).toISOString().slice(0, 10) : value
}

const readCells = (table: Table, records: readonly Readonly<Record<string, unknown>>[]): unknown[][] =>
  records.map((record) => listColumns(table).map((column) => typedCell(column, record[column.name])))

/** Takes the marks of formulas off a text, as the documentation tells readers to. */
export const withoutFormulaMark = (text: string): string =>
  text.replace(/(?<=^|[;\t\r\n])'(?=["'\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/gu, '')

/** The cells of a CSV as written, header line included; a quoted empty cell is a text, an unquoted one null. */
export const rawCsv = (bytes: Uint8Array): (string | null)[][] =>
  parse(Buffer.from(bytes), {
    record_delimiter: '\n',
    cast: (value, context) => (value === '' && !context.quoting ? null : value),
  })

const typedCsvCell = ({ storage }: Column, text: unknown): unknown => {
  if (typeof text !== 'string') return text
  if (storage === 'utf8') return withoutFormulaMark(text)
  if (storage === 'bool') return text === 'true' ? true : text === 'false' ? false : text
  return storage === 'date32' ? text : Number(text)
}

const readCsv: Reader = async (table, bytes) => {
  const columns = listColumns(table)
  const [header, ...rows] = rawCsv(bytes)
  if (header?.join() !== columns.map(({ name }) => name).join()) throw new Error(`header ${header}`)
  return rows.map((row) => columns.map((column, index) => typedCsvCell(column, row[index])))
}

const duckDb = await (await DuckDBInstance.create()).connect()

/** The rows of a DuckDB query as records. */
export const query = async (sql: string): Promise<Readonly<Record<string, unknown>>[]> =>
  (await duckDb.runAndReadAll(sql)).getRowObjectsJS()

const readByDuckDb = (table: Table, bytes: Uint8Array, source: (path: string) => string) =>
  withFolder(async (folder) => {
    const path = join(folder, 'table')
    await writeFile(path, bytes)
    return readCells(table, await query(`SELECT * FROM ${source(path)}`))
  })

/** The types of DuckDB by what a column is declared as. */
export const DUCKDB_TYPES = {
  utf8: 'VARCHAR',
  int32: 'INTEGER',
  float64: 'DOUBLE',
  bool: 'BOOLEAN',
  date32: 'DATE',
} as const

const readCsvByDuckDb: Reader = async (table, bytes) => {
  const types = listColumns(table).map(({ name, storage }) => `'${name}': '${DUCKDB_TYPES[storage]}'`)
  const options = `header = true, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false`
  const source = (path: string): string => `read_csv('${path}', ${options}, columns = {${types}})`
  const rows = await readByDuckDb(table, bytes, source)
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormulaMark(cell) : cell)))
}

/** The readers of each format that has one file for each table; parquet-wasm is the Rust library of Apache Arrow. */
export const READERS: Readonly<
  Record<'csv' | 'json' | 'arrow' | 'parquet', Readonly<Record<string, Reader>>>
> = {
  csv: { 'csv-parse': readCsv, DuckDB: readCsvByDuckDb },
  json: { JSON: async (table, bytes) => readCells(table, JSON.parse(Buffer.from(bytes).toString())) },
  arrow: {
    'apache-arrow': async (table, bytes) => readCells(table, tableFromIPC(bytes).toArray()),
    polars: async (table, bytes) => readCells(table, polars.readIPC(Buffer.from(bytes)).toRecords()),
  },
  parquet: {
    hyparquet: async (table, bytes) =>
      readCells(table, await parquetReadObjects({ file: new Uint8Array(bytes).buffer })),
    DuckDB: (table, bytes) => readByDuckDb(table, bytes, (path) => `read_parquet('${path}')`),
    polars: async (table, bytes) => readCells(table, polars.readParquet(Buffer.from(bytes)).toRecords()),
    'parquet-wasm': async (table, bytes) =>
      readCells(table, tableFromIPC(readByWasm(bytes).intoIPCStream()).toArray()),
  },
}

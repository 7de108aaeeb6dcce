import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import fc from 'fast-check'
import { parquetMetadata } from 'hyparquet'
import polars, { type DataFrame } from 'nodejs-polars'
import { describe, it } from 'vitest'
import { openArrow } from '../../pipeline/publish/arrow.ts'
import { openCsv } from '../../pipeline/publish/csv.ts'
import { openJson } from '../../pipeline/publish/json.ts'
import { openParquet } from '../../pipeline/publish/parquet.ts'
import type { Row } from '../../pipeline/publish/published-cell.ts'
import { type OpenTable, ROWS_PER_BATCH } from '../../pipeline/publish/writer.ts'
import { listColumns, matrix, releaseInfo, review, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, hostileRows } from './hostile-rows.ts'
import {
  DUCKDB_TYPES,
  query,
  type Reader,
  rawCsv,
  readArrow,
  readArrowByPolars,
  readCsv,
  readCsvByDuckDb,
  readJson,
  readParquet,
  readParquetByDuckDb,
  readParquetByPolars,
  readParquetByRust,
  withFolder,
} from './read-back.ts'
import { writeTable } from './release-files.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

const FORMATS: readonly { name: string; open: OpenTable; readers: readonly Reader[] }[] = [
  { name: 'CSV', open: openCsv, readers: [readCsv, readCsvByDuckDb] },
  { name: 'JSON', open: openJson, readers: [readJson] },
  { name: 'Arrow', open: openArrow, readers: [readArrow, readArrowByPolars] },
  {
    name: 'Parquet',
    open: openParquet,
    readers: [readParquet, readParquetByDuckDb, readParquetByPolars, readParquetByRust],
  },
]

const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]

const writeText = async (open: OpenTable, table: Table, rows: readonly Row[]): Promise<string> =>
  Buffer.from(await writeTable(open, table, rows)).toString()

describe.each(FORMATS)('a table in $name', ({ open, readers }) => {
  for (const table of ALL_TABLES) {
    it(`returns hostile rows of ${table.name}, and an empty table, to every reader`, async () => {
      const assertReads = async (rows: readonly Row[]): Promise<void> => {
        const bytes = await writeTable(open, table, rows)
        for (const read of readers)
          assert.deepEqual(await read(table, bytes), expectedCells(table, rows), read.name)
      }
      await assertReads([])
      await fc.assert(fc.asyncProperty(hostileRows(table), assertReads), { numRuns: 10 })
    })
  }

  it('is one table of several batches', async () => {
    const [sample] = SAMPLE_DATASET.boxes
    const rows = Array.from({ length: ROWS_PER_BATCH + 1 }, (_, index) => ({ ...sample, box_no: index }))
    const bytes = await writeTable(open, TABLES.boxes, rows)
    for (const read of readers) {
      const cells = await read(TABLES.boxes, bytes)
      assert.equal(cells.length, rows.length, read.name)
      assert.deepEqual(cells.at(-1), expectedCells(TABLES.boxes, rows).at(-1), read.name)
    }
  })
})

describe('a CSV file', () => {
  it('has a header line even without rows, and no byte order mark', async () => {
    const names = listColumns(TABLES.boxes).map(({ name }) => name)
    assert.equal(await writeText(openCsv, TABLES.boxes, []), `${names.join(',')}\n`)
  })

  it('quotes only where it must, doubles quotes, and ends every record by a line feed', async () => {
    const [sample] = SAMPLE_DATASET.review
    const row = { ...sample, status_rule: 'a "b"', evidence: null, note: '' }
    const [, line] = (await writeText(openCsv, review, [row, { ...row, note: 'a\r\nb' }])).split('\n')
    assert.match(line ?? '', /,unclassified,"a ""b""",,,"",/)
    assert.match(await writeText(openCsv, review, [{ ...row, note: 'a\r\nb' }]), /,"a\r\nb",.*[^\r]\n$/)
  })

  it('writes booleans as words, dates as ISO text, and figures of the matrix as numbers', async () => {
    const readCells = async (table: Table, rows: readonly Row[], names: readonly string[]) => {
      const [header, row] = rawCsv(await writeTable(openCsv, table, rows))
      return names.map((name) => row?.[header?.indexOf(name) ?? -1])
    }
    const { indicators } = SAMPLE_DATASET
    assert.deepEqual(await readCells(TABLES.indicators, indicators, ['source_date', 'is_latest']), [
      '2014-08-12',
      'true',
    ])
    const names = ['alpha_2', 'itu_region', 'population', 'cirt', 'present_legal', 'present_total']
    const expected = ['NA', 'Africa', '0.25', 'present', '2', '21']
    assert.deepEqual(await readCells(matrix, SAMPLE_DATASET.matrix, names), expected)
  })

  it('keeps the texts NA and NAM as texts where DuckDB guesses the types itself', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'documents.csv')
      await writeFile(path, await writeTable(openCsv, TABLES.documents, SAMPLE_DATASET.documents))
      const rows = await query(`SELECT country_code, country, typeof(pages) AS pages FROM '${path}'`)
      assert.deepEqual(rows, [
        { country_code: 'NAM', country: 'NA', pages: 'BIGINT' },
        { country_code: 'XAA', country: 'Utopia, “=Free” State', pages: 'BIGINT' },
      ])
    }))
})

it('a JSON file holds one record a line, keys in column order', async () => {
  const [sample] = SAMPLE_DATASET.boxes
  const record = JSON.stringify(sample)
  const reversed = Object.fromEntries(Object.entries(sample ?? {}).reverse())
  const rows = [...SAMPLE_DATASET.boxes, reversed]
  assert.equal(await writeText(openJson, TABLES.boxes, rows), `[\n${record},\n${record}\n]\n`)
  assert.equal(await writeText(openJson, TABLES.boxes, []), '[]\n')
})

const ARROW_TYPES = {
  utf8: 'Utf8',
  int32: 'Int32',
  float64: 'Float64',
  bool: 'Bool',
  date32: 'Date32<DAY>',
} as const
const PARQUET_TYPES = {
  utf8: ['BYTE_ARRAY', 'STRING'],
  int32: ['INT32', undefined],
  float64: ['DOUBLE', undefined],
  bool: ['BOOLEAN', undefined],
  date32: ['INT32', 'DATE'],
} as const
const POLARS_TYPES = {
  utf8: 'String',
  int32: 'Int32',
  float64: 'Float64',
  bool: 'Bool',
  date32: 'Date',
} as const

const polarsTypes = ({ columns, dtypes }: DataFrame): string[][] =>
  columns.map((name, index) => [name, /\((\w+)\)/.exec(String(dtypes[index]))?.[1] ?? String(dtypes[index])])

describe.each(Object.values(TABLES) as readonly Table[])('the columns of $name', (table) => {
  const columns = listColumns(table)
  const { title, version, licence, description } = releaseInfo('specimen')
  const metadata = Object.entries({
    ...{ title, version, licence, description },
    ...{ table: table.name, table_description: table.description },
  })

  it('have the declared types, nullability, descriptions and units in Arrow', async () => {
    const bytes = await writeTable(openArrow, table, [])
    const { schema } = tableFromIPC(bytes)
    assert.deepEqual(
      schema.fields.map(({ name, type, nullable, metadata }) => [
        ...[name, `${type}`, nullable],
        Object.fromEntries(metadata),
      ]),
      columns.map(({ name, storage, nullable, description, unit }) => [
        ...[name, ARROW_TYPES[storage], nullable],
        unit === undefined ? { description } : { description, unit },
      ]),
    )
    assert.deepEqual([...schema.metadata], metadata)
    const expected = columns.map(({ name, storage }) => [name, POLARS_TYPES[storage]])
    assert.deepEqual(polarsTypes(polars.readIPC(Buffer.from(bytes))), expected)
  })

  it('have the declared types and nullability in Parquet, which carries their meaning', () =>
    withFolder(async (folder) => {
      const bytes = new Uint8Array(await writeTable(openParquet, table, []))
      const { schema, key_value_metadata = [] } = parquetMetadata(bytes.buffer)
      assert.deepEqual(
        schema
          .slice(1)
          .map((field) => [field.name, field.type, field.logical_type?.type, field.repetition_type]),
        columns.map(({ name, storage, nullable }) => [
          ...[name, ...PARQUET_TYPES[storage]],
          nullable ? 'OPTIONAL' : 'REQUIRED',
        ]),
      )
      const entries = key_value_metadata.map(({ key, value }) => [key, value])
      assert.deepEqual(entries.slice(0, -1), metadata)
      assert.equal(JSON.parse(entries.at(-1)?.[1] ?? '')[0].description, columns[0]?.description)
      const path = join(folder, 'table.parquet')
      await writeFile(path, bytes)
      const described = await query(`DESCRIBE SELECT * FROM '${path}'`)
      assert.deepEqual(
        described.map(({ column_name, column_type }) => [column_name, column_type]),
        columns.map(({ name, storage }) => [name, DUCKDB_TYPES[storage]]),
      )
      const expected = columns.map(({ name, storage }) => [name, POLARS_TYPES[storage]])
      assert.deepEqual(polarsTypes(polars.readParquet(Buffer.from(bytes))), expected)
    }))
})

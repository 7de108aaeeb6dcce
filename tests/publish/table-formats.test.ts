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
import { columnsOf, matrix, releaseInfo, review, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
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
    it(`gives hostile rows of ${table.name} back to every reader`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          const bytes = await writeTable(open, table, rows)
          for (const read of readers) {
            assert.deepEqual(await read(table, bytes), expectedCells(table, rows), read.name)
          }
        }),
        { numRuns: 10 },
      ))

    it(`is read without rows by every reader: ${table.name}`, async () => {
      const bytes = await writeTable(open, table, [])
      for (const read of readers) assert.deepEqual(await read(table, bytes), [], read.name)
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
    const names = columnsOf(TABLES.boxes).map(({ name }) => name)
    assert.equal(await writeText(openCsv, TABLES.boxes, []), `${names.join(',')}\n`)
  })

  it('quotes only where it must, doubles quotes, and ends every record by a line feed', async () => {
    const [sample] = SAMPLE_DATASET.review
    const row = { ...sample, status_rule: 'a "b"', evidence: null, note: '' }
    const [, line] = (await writeText(openCsv, review, [row, { ...row, note: 'a\r\nb' }])).split('\n')
    assert.match(line ?? '', /,unclassified,"a ""b""",,,"",/)
    assert.match(await writeText(openCsv, review, [{ ...row, note: 'a\r\nb' }]), /,"a\r\nb",.*[^\r]\n$/)
  })

  it('writes booleans as words and dates as ISO text', async () => {
    const [header, row] = rawCsv(await writeTable(openCsv, TABLES.indicators, SAMPLE_DATASET.indicators))
    const cell = (name: string) => row?.[header?.indexOf(name) ?? -1]
    assert.deepEqual([cell('source_date'), cell('is_latest')], ['2014-08-12', 'true'])
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

  it('lets no cell begin as a formula does', () =>
    fc.assert(
      fc.asyncProperty(hostileRows(review), async (rows) => {
        for (const cell of rawCsv(await writeTable(openCsv, review, rows)).flat())
          assert.doesNotMatch(cell ?? '', /^[=+\-@\t\r\n]/)
      }),
    ))
})

describe('a JSON file', () => {
  it('holds one record a line, keys in column order', async () => {
    const [sample] = SAMPLE_DATASET.boxes
    const record = JSON.stringify(sample)
    assert.equal(await writeText(openJson, TABLES.boxes, SAMPLE_DATASET.boxes), `[\n${record}\n]\n`)
    const twice = await writeText(openJson, TABLES.boxes, [
      ...SAMPLE_DATASET.boxes,
      ...SAMPLE_DATASET.boxes.map((row) => Object.fromEntries(Object.entries(row).reverse())),
    ])
    assert.equal(twice, `[\n${record},\n${record}\n]\n`)
    assert.equal(await writeText(openJson, TABLES.boxes, []), '[]\n')
  })
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

const metadata = (table: Table): readonly (readonly [string, string])[] => {
  const { title, version, licence, description } = releaseInfo('specimen')
  const release = Object.entries({ title, version, licence, description })
  return [...release, ['table', table.name], ['table_description', table.description]]
}

describe.each(Object.values(TABLES).map((table: Table) => ({ name: table.name, table })))(
  'the columns of $name',
  ({ table }) => {
    const columns = columnsOf(table)

    it('have the declared types, nullability, descriptions and units in Arrow', async () => {
      const { schema } = tableFromIPC(await writeTable(openArrow, table, []))
      assert.deepEqual(
        schema.fields.map((field) => [
          field.name,
          `${field.type}`,
          field.nullable,
          Object.fromEntries(field.metadata),
        ]),
        columns.map(({ name, storage, nullable, description, unit }) => [
          name,
          ARROW_TYPES[storage],
          nullable,
          unit === undefined ? { description } : { description, unit },
        ]),
      )
      assert.deepEqual([...schema.metadata], metadata(table))
    })

    it('have the declared types and nullability in Parquet, which carries their meaning', async () => {
      const bytes = new Uint8Array(await writeTable(openParquet, table, []))
      const { schema, key_value_metadata } = parquetMetadata(bytes.buffer)
      assert.deepEqual(
        schema
          .slice(1)
          .map((field) => [field.name, field.type, field.logical_type?.type, field.repetition_type]),
        columns.map(({ name, storage, nullable }) => [
          name,
          ...PARQUET_TYPES[storage],
          nullable ? 'OPTIONAL' : 'REQUIRED',
        ]),
      )
      const entries = (key_value_metadata ?? []).map(({ key, value }) => [key, value])
      assert.deepEqual(entries.slice(0, -1), metadata(table))
      const { description } = columns[0] ?? {}
      assert.equal(JSON.parse(entries.at(-1)?.[1] ?? '')[0].description, description)
    })

    it('have these types for polars and DuckDB', () =>
      withFolder(async (folder) => {
        const path = join(folder, 'table.parquet')
        const bytes = Buffer.from(await writeTable(openParquet, table, []))
        const expected = columns.map(({ name, storage }) => [name, POLARS_TYPES[storage]])
        assert.deepEqual(polarsTypes(polars.readParquet(bytes)), expected)
        const arrow = Buffer.from(await writeTable(openArrow, table, []))
        assert.deepEqual(polarsTypes(polars.readIPC(arrow)), expected)
        await writeFile(path, bytes)
        const described = await query(`DESCRIBE SELECT * FROM '${path}'`)
        assert.deepEqual(
          described.map(({ column_name, column_type }) => [column_name, column_type]),
          columns.map(({ name, storage }) => [name, DUCKDB_TYPES[storage]]),
        )
      }))
  },
)

describe('a Parquet file', () => {
  it('is read by DuckDB with dates as dates, its metadata, and bounds that let it skip rows', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'documents.parquet')
      await writeFile(path, await writeTable(openParquet, TABLES.documents, SAMPLE_DATASET.documents))
      assert.deepEqual(
        await query(
          `SELECT country, typeof(source_date) AS type FROM '${path}' WHERE source_date = DATE '2014-08-12' AND country = 'NA'`,
        ),
        [{ country: 'NA', type: 'DATE' }],
      )
      assert.deepEqual(
        await query(
          `SELECT decode(value) AS title FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'title'`,
        ),
        [{ title: releaseInfo('specimen').title }],
      )
    }))
})

it('the matrix has figures as numbers, a status for each indicator, and counts of measures present', async () => {
  const [header, row] = rawCsv(await writeTable(openCsv, matrix, SAMPLE_DATASET.matrix))
  const cells = new Map(header?.map((name, index) => [name, row?.[index]]))
  assert.deepEqual(
    ['country_code', 'alpha_2', 'un_subregion', 'itu_region'].map((name) => cells.get(name)),
    ['NAM', 'NA', 'Southern Africa', 'Africa'],
  )
  assert.deepEqual([cells.get('population'), cells.get('internet_users')], ['0.25', '1.25'])
  assert.deepEqual([cells.get('cirt'), cells.get('child_protection_reporting')], ['present', 'present'])
  assert.deepEqual([cells.get('present_legal'), cells.get('present_total')], ['2', '21'])
})

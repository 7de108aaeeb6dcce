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
import { DUCKDB_TYPES, query, READERS, rawCsv, withFolder } from './read-back.ts'
import { writeTable } from './release-files.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

const WRITERS = { csv: openCsv, json: openJson, arrow: openArrow, parquet: openParquet } as const
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]

const writeText = async (open: OpenTable, table: Table, rows: readonly Row[]): Promise<string> =>
  Buffer.from(await writeTable(open, table, rows)).toString()

describe.each(['csv', 'json', 'arrow', 'parquet'] as const)('a table in %s', (format) => {
  const readAll = async (table: Table, rows: readonly Row[]) => {
    const bytes = await writeTable(WRITERS[format], table, rows)
    if (format === 'csv') {
      for (const cell of rawCsv(bytes).flat())
        assert.doesNotMatch(cell ?? '', /(^|[;\t\r\n])[=@-]|^\+(?![\d ()./-]+$)/, 'begins as a formula does')
    }
    return Promise.all(
      Object.entries(READERS[format]).map(async ([name, read]) => [name, await read(table, bytes)] as const),
    )
  }

  it.each(ALL_TABLES)('returns hostile rows of $name, and an empty table, to every reader', async (table) => {
    const assertReads = async (rows: readonly Row[]): Promise<void> => {
      for (const [name, cells] of await readAll(table, rows))
        assert.deepEqual(cells, expectedCells(table, rows), name)
    }
    await assertReads([])
    await fc.assert(fc.asyncProperty(hostileRows(table), assertReads), { numRuns: 10 })
  })

  it('is one table of several batches', async () => {
    const [sample] = SAMPLE_DATASET.boxes
    const rows = Array.from({ length: ROWS_PER_BATCH + 1 }, (_, index) => ({ ...sample, box_no: index }))
    for (const [name, cells] of await readAll(TABLES.boxes, rows)) {
      assert.equal(cells.length, rows.length, name)
      assert.deepEqual(cells.at(-1), expectedCells(TABLES.boxes, rows).at(-1), name)
    }
  })
})

describe('a CSV file', () => {
  it('has a header line even without rows, and no byte order mark', async () => {
    const names = listColumns(TABLES.boxes).map(({ name }) => name)
    assert.equal(await writeText(openCsv, TABLES.boxes, []), `${names.join(',')}\n`)
  })

  it('quotes only where it must, doubles quotes, and ends every record by a line feed', async () => {
    const row = { ...SAMPLE_DATASET.review[0], status_rule: 'a "b"', evidence: null, note: '' }
    const [, line] = (await writeText(openCsv, review, [row])).split('\n')
    assert.match(line ?? '', /,unclassified,"a ""b""",,,"",/)
    assert.match(await writeText(openCsv, review, [{ ...row, note: 'a\r\nb' }]), /,"a\r\nb",.*[^\r]\n$/)
  })

  it('writes booleans as words, dates as ISO text, and figures of the matrix as numbers', async () => {
    const readCells = async (table: Table, rows: readonly Row[], names: readonly string[]) => {
      const [header, row] = rawCsv(await writeTable(openCsv, table, rows))
      return names.map((name) => row?.[header?.indexOf(name) ?? -1])
    }
    const cells = await readCells(TABLES.indicators, SAMPLE_DATASET.indicators, ['source_date', 'is_latest'])
    assert.deepEqual(cells, ['2014-08-12', 'true'])
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

/** The types of a column in Arrow, in polars and in Parquet: physical and logical. */
const TYPES = {
  utf8: ['Utf8', 'String', 'BYTE_ARRAY', 'STRING'],
  int32: ['Int32', 'Int32', 'INT32', undefined],
  float64: ['Float64', 'Float64', 'DOUBLE', undefined],
  bool: ['Bool', 'Bool', 'BOOLEAN', undefined],
  date32: ['Date32<DAY>', 'Date', 'INT32', 'DATE'],
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
  const polarsExpected = columns.map(({ name, storage }) => [name, TYPES[storage][1]])

  it('have the declared types, nullability, descriptions and units in Arrow', async () => {
    const bytes = await writeTable(openArrow, table, [])
    const { schema } = tableFromIPC(bytes)
    assert.deepEqual(
      schema.fields.map(({ name, type, nullable, metadata: own }) => {
        return [name, `${type}`, nullable, own.get('description'), own.get('unit')]
      }),
      columns.map(({ name, storage, nullable, description: meaning, unit }) => {
        return [name, TYPES[storage][0], nullable, meaning, unit]
      }),
    )
    assert.deepEqual([...schema.metadata], metadata)
    assert.deepEqual(polarsTypes(polars.readIPC(Buffer.from(bytes))), polarsExpected)
  })

  it('have the declared types and nullability in Parquet, which carries their meaning', () =>
    withFolder(async (folder) => {
      const bytes = new Uint8Array(await writeTable(openParquet, table, []))
      const { schema, key_value_metadata = [] } = parquetMetadata(bytes.buffer)
      assert.deepEqual(
        schema.slice(1).map(({ name, type, logical_type, repetition_type }) => {
          return [name, type, logical_type?.type, repetition_type]
        }),
        columns.map(({ name, storage, nullable }) => {
          const [, , physical, logical] = TYPES[storage]
          return [name, physical, logical, nullable ? 'OPTIONAL' : 'REQUIRED']
        }),
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
      assert.deepEqual(polarsTypes(polars.readParquet(Buffer.from(bytes))), polarsExpected)
    }))
})

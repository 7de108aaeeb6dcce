import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import polars, { type DataFrame } from 'nodejs-polars'
import { describe, it } from 'vitest'
import { columnsOf, TABLES, type Table } from '../../schemas/index.ts'
import { releaseFilesOf } from './memory-folder.ts'
import { DUCKDB_TYPES, query, withFolder } from './read-back.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

const FILES = await releaseFilesOf(SAMPLE_DATASET)

const fileOf = (name: string): Buffer => Buffer.from(FILES.get(name) ?? [])

const POLARS_TYPES = {
  utf8: 'String',
  int32: 'Int32',
  int64: 'Int64',
  float64: 'Float64',
  bool: 'Bool',
  date32: 'Date',
} as const

const declared = (table: Table, types: typeof DUCKDB_TYPES | typeof POLARS_TYPES): string[][] =>
  columnsOf(table).map(({ name, storage }) => [name, types[storage]])

const polarsTypes = ({ columns, dtypes }: DataFrame): string[][] =>
  columns.map((name, index) => [name, /\((\w+)\)/.exec(String(dtypes[index]))?.[1] ?? String(dtypes[index])])

describe('the columns of a release have the types that they are declared with', () => {
  for (const table of Object.values(TABLES)) {
    it(`for polars, in ${table.name}.arrow and ${table.name}.parquet`, () => {
      const expected = declared(table, POLARS_TYPES)
      assert.deepEqual(polarsTypes(polars.readIPC(fileOf(`${table.name}.arrow`))), expected)
      assert.deepEqual(polarsTypes(polars.readParquet(fileOf(`${table.name}.parquet`))), expected)
    })

    it(`for DuckDB, in ${table.name}.parquet`, () =>
      withFolder(async (folder) => {
        const path = join(folder, 'table.parquet')
        await writeFile(path, fileOf(`${table.name}.parquet`))
        const columns = await query(`DESCRIBE SELECT * FROM '${path}'`)
        assert.deepEqual(
          columns.map(({ column_name, column_type }) => [column_name, column_type]),
          declared(table, DUCKDB_TYPES),
        )
      }))
  }
})

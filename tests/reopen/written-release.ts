import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ByteWriter, parquetWrite, type SchemaElement } from 'hyparquet-writer'
import { type Cell, type Column, columnsOf, type Dataset, type Storage, TABLES } from '../../schemas/index.ts'
import { documentResult, type Traits } from '../build/document-rows.ts'
import { plannedDataset } from '../build/planned-dataset.ts'

/** A table as it is about to be written, to be changed into that of another version. */
export interface DraftTable {
  readonly columns: readonly Column[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** What makes a release of another version; null leaves the table out. */
export type Reshape = (name: string, table: DraftTable) => DraftTable | null

/** Takes columns out of a table, or gives them other names. */
export const withoutColumns = ({ columns, rows }: DraftTable, ...names: readonly string[]): DraftTable => ({
  columns: columns.filter(({ name }) => !names.includes(name)),
  rows,
})

export const renamedColumn = ({ columns, rows }: DraftTable, from: string, to: string): DraftTable => ({
  columns: columns.map((column) => (column.name === from ? { ...column, name: to } : column)),
  rows: rows.map((row) => ({ ...row, [to]: row[from] })),
})

const TYPES: Readonly<Record<Storage, Omit<SchemaElement, 'name'>>> = {
  utf8: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int32: { type: 'INT32' },
  float64: { type: 'DOUBLE' },
  bool: { type: 'BOOLEAN' },
  date32: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
}

const stored = (storage: Storage, value: unknown): unknown => {
  if (storage === 'date32' && typeof value === 'string') return Date.parse(value) / 86_400_000
  return value
}

/** A table as Parquet, three rows a row group. */
export const parquetOf = (name: string, { columns, rows }: DraftTable): Uint8Array => {
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    rowGroupSize: 3,
    schema: [
      { name, num_children: columns.length },
      ...columns.map(
        (column): SchemaElement => ({
          ...TYPES[column.storage],
          name: column.name,
          repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
        }),
      ),
    ],
    columnData: columns.map((column) => ({
      name: column.name,
      data: rows.map((row) => stored(column.storage, row[column.name])),
    })),
    kvMetadata: [{ key: 'version', value: '0.0.9' }],
  })
  return writer.getBytes()
}

/** Writes a release with its tables as Parquet and what else it is known by; a former one there goes. */
export const writeRelease = async (
  folder: string,
  dataset: Dataset,
  reshape: Reshape = (_, table) => table,
  others: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const files = new Map<string, Uint8Array>(
    Object.entries({ 'issues.json': '[]', ...others }).map(([name, text]) => [name, Buffer.from(text)]),
  )
  for (const table of Object.values(TABLES)) {
    const rows: readonly object[] = dataset[table.name as keyof typeof TABLES]
    const draft = reshape(table.name, {
      columns: columnsOf(table),
      rows: rows.map((row) => Object.fromEntries(Object.entries(row))),
    })
    if (draft) files.set(`${table.name}.parquet`, parquetOf(table.name, draft))
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
  const sums = [...files].map(
    ([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  )
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''))
  return folder
}

/** The dataset of made-up documents. */
export const datasetOf = (...traits: readonly Traits[]): Promise<Dataset> =>
  plannedDataset(traits.map(documentResult))

/** A dataset with the same change made to every row of a table that a test picks. */
export const changed = <Name extends keyof typeof TABLES>(
  dataset: Dataset,
  name: Name,
  change: (row: Dataset[Name][number], index: number) => Readonly<Record<string, Cell>>,
): Dataset => ({
  ...dataset,
  [name]: dataset[name].map((row, index) => ({ ...row, ...change(row, index) })),
})

import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  type Cell,
  type Column,
  type Dataset,
  listColumns,
  type Storage,
  TABLES,
} from '../../schemas/index.ts'
import { documentResult, type Traits } from '../build/document-rows.ts'
import { plannedDataset } from '../build/planned-dataset.ts'

/** A table as it is about to be written, to be changed into that of another version. */
export interface DraftTable {
  readonly columns: readonly Column[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** What makes a release of another version; null leaves the table out. */
export type Reshape = (name: string, table: DraftTable) => DraftTable | null

/** Takes columns out of a table. */
export const withoutColumns = ({ columns, rows }: DraftTable, ...names: readonly string[]): DraftTable => ({
  columns: columns.filter(({ name }) => !names.includes(name)),
  rows,
})

export const renamedColumn = ({ columns, rows }: DraftTable, from: string, to: string): DraftTable => ({
  columns: columns.map((column) => (column.name === from ? { ...column, name: to } : column)),
  rows: rows.map((row) => ({ ...row, [to]: row[from] })),
})

/** The types of SQLite and of Table Schema. */
const TYPES: Readonly<Record<Storage, readonly [string, string]>> = {
  utf8: ['TEXT', 'string'],
  int32: ['INTEGER', 'integer'],
  float64: ['REAL', 'number'],
  bool: ['INTEGER', 'boolean'],
  date32: ['TEXT', 'date'],
}

const writeTable = (database: DatabaseSync, name: string, { columns, rows }: DraftTable): void => {
  const definitions = columns.map(
    (column) => `"${column.name}" ${TYPES[column.storage][0]}${column.nullable ? '' : ' NOT NULL'}`,
  )
  database.exec(`CREATE TABLE ${name} (${definitions})`)
  const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?')})`)
  for (const row of rows) {
    insert.run(
      ...columns.map((column) => {
        const value = row[column.name] ?? null
        return typeof value === 'string' || typeof value === 'number' || value === null
          ? value
          : Number(value)
      }),
    )
  }
}

const describe = (name: string, { columns }: DraftTable) => ({
  path: `${name}.csv`,
  schema: {
    fields: columns.map(({ name: column, storage, nullable, values }) => ({
      name: column,
      type: TYPES[storage][1],
      constraints: { required: !nullable, ...(values && { enum: values }) },
    })),
  },
})

/** Writes a release with the files that describe it; a previous one there is removed. */
export const writeRelease = async (
  folder: string,
  dataset: Dataset,
  reshape: Reshape = (_, table) => table,
  others: Readonly<Record<string, string>> = {},
): Promise<string> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'cyberwellness.sqlite'))
  const resources: ReturnType<typeof describe>[] = []
  for (const table of Object.values(TABLES)) {
    const rows: readonly object[] = dataset[table.name as keyof typeof TABLES]
    const draft = reshape(table.name, {
      columns: listColumns(table),
      rows: rows.map((row) => Object.fromEntries(Object.entries(row))),
    })
    if (draft === null) continue
    database.exec('BEGIN')
    writeTable(database, table.name, draft)
    database.exec('COMMIT')
    resources.push(describe(table.name, draft))
  }
  database.close()
  const descriptor = JSON.stringify({ title: 'A title', version: '0.0.9', resources })
  const texts = { 'issues.json': '[]', 'datapackage.json': descriptor, ...others }
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
  const names = ['cyberwellness.sqlite', ...Object.keys(texts)]
  await writeFile(
    join(folder, 'SHA256SUMS'),
    (await Promise.all(names.map((name) => sumLine(folder, name)))).join(''),
  )
  return folder
}

const sumLine = async (folder: string, name: string): Promise<string> =>
  `${createHash('sha256')
    .update(await readFile(join(folder, name)))
    .digest('hex')}  ${name}\n`

/** The dataset of made-up documents. */
export const makeDataset = (...traits: readonly Traits[]): Promise<Dataset> =>
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

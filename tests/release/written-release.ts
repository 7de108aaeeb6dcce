import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Comparison, compareReleases, openRelease } from '../../pipeline/release/index.ts'
import {
  type Cell,
  type Column,
  type Dataset,
  entityRows,
  listColumns,
  makeCountryRows,
  sectionRows,
  TABLES,
  VIEWS,
} from '../../schemas/index.ts'
import { documentRows, type Traits } from '../build/document-rows.ts'
import { withFolder } from '../publish/read-back.ts'

/** A table as it is about to be written, to be changed into that of another version. */
interface DraftTable {
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

/** Changes the columns of one name; one that gets another name keeps its cells. */
export const changedColumn = ({ columns, rows }: DraftTable, from: string, change: Partial<Column>) => ({
  columns: columns.map((column) => (column.name === from ? { ...column, ...change } : column)),
  rows: rows.map((row) => ({ ...row, [change.name ?? from]: row[from] })),
})

/** Changes one table of a release. */
export const reshapeTable =
  (changed: string, change: (draft: DraftTable) => DraftTable | null): Reshape =>
  (name, draft) =>
    name === changed ? change(draft) : draft

/** The types of Table Schema. */
const TYPES = { utf8: 'string', int32: 'integer', float64: 'number', bool: 'boolean', date32: 'date' }

const toSql = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : value == null ? null : Number(value)

const insertRows = (database: DatabaseSync, table: string, { columns, rows }: DraftTable): void => {
  const names = columns.map(({ name }) => name)
  database.exec(`CREATE TABLE ${table} (${names})`)
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?')})`)
  for (const row of rows) insert.run(...names.map((name) => toSql(row[name])))
}

const describeColumn = ({ name, storage, nullable, values }: Column) => {
  const constraints = { required: !nullable, ...(values && { enum: values }) }
  return { name, type: TYPES[storage], constraints }
}

/** Writes a release with the files that describe it; a previous one there is removed. */
export const writeRelease = async (
  folder: string,
  dataset: Dataset,
  reshape: Reshape = (_, table) => table,
  others: Readonly<Record<string, string>> = {},
): Promise<string> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'cyberwellness.sqlite'))
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN')
  const resources = Object.values({ ...TABLES, ...VIEWS }).flatMap((table) => {
    const rows = dataset[table.name as keyof (typeof TABLES & typeof VIEWS)].map((row) => ({ ...row }))
    const draft = reshape(table.name, { columns: listColumns(table), rows })
    if (draft === null) return []
    if (table.name in TABLES) insertRows(database, table.name, draft)
    return [{ path: `${table.name}.csv`, schema: { fields: draft.columns.map(describeColumn) } }]
  })
  database.exec('COMMIT')
  database.close()
  const descriptor = JSON.stringify({ title: 'A title', version: '0.0.9', resources })
  const texts = { 'issues.json': '[]', 'datapackage.json': descriptor, ...others }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  const digest = (name: string) => createHash('sha256').update(readFileSync(join(folder, name)))
  const names = ['cyberwellness.sqlite', ...Object.keys(texts)]
  const sums = names.map((name) => `${digest(name).digest('hex')}  ${name}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
  return folder
}

/** Writes two releases and compares them; `reshape` gives either the form of another version. */
export const compareDatasets = (
  old: Dataset,
  now: Dataset,
  reshape: { readonly old?: Reshape; readonly now?: Reshape } = {},
): Promise<Comparison> =>
  withFolder(async (folder) => {
    const before = await openRelease(await writeRelease(join(folder, 'old'), old, reshape.old))
    const after = await openRelease(await writeRelease(join(folder, 'new'), now, reshape.now))
    return compareReleases(before, after)
  })

/** The dataset of made-up documents, in published order. */
export const makeDataset = (...traits: readonly Traits[]): Dataset => {
  const keyed = traits.map((one) => ({ key: `${one.code} ${one.date === null ? '' : one.date}`, one }))
  const all = keyed
    .toSorted((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ one }) => documentRows(one))
  const documents = all.map(({ document }) => document)
  return {
    collection: documents[0]?.collection ?? 'itu-cyberwellness',
    indicators: all.flatMap(({ indicators }) => indicators),
    items: all.flatMap(({ items }) => items),
    entities: entityRows(),
    countries: makeCountryRows(documents),
    documents,
    sections: sectionRows(),
    boxes: all.flatMap(({ boxes }) => boxes),
    matrix: [],
    review: all.flatMap(({ review }) => review),
    issues: all.flatMap(({ issues }) => issues),
  }
}

/** A dataset with the same change made to every row of a table that a test picks. */
export const changed = <Name extends keyof typeof TABLES>(
  dataset: Dataset,
  name: Name,
  change: (row: Dataset[Name][number], index: number) => Readonly<Record<string, Cell>>,
): Dataset => ({
  ...dataset,
  [name]: dataset[name].map((row, index) => ({ ...row, ...change(row, index) })),
})

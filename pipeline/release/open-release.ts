import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CliError, EXIT } from '../io/cli-error.ts'
import { digestOfFile } from '../io/file-digest.ts'
import { readRegularText } from '../io/regular-file.ts'
import { DATA_PACKAGE_FILE } from '../publish/describe/index.ts'
import { CHECKSUM_FILE, checksumsInList, ISSUES_FILE } from '../publish/index.ts'
import { DATABASE_FILE } from '../publish/sqlite.ts'
import { type Query, queryReleases, quoteName } from './release-database.ts'

/** A column of a release. */
export interface ReleaseColumn {
  /** In the words of Table Schema, from the descriptor; null if that does not fit the database. */
  readonly type: string | null
  /** The type in SQLite; null for a table that is only published as CSV. */
  readonly storage: string | null
  readonly nullable: boolean
  /** The closed list of its values; null if any value will do. */
  readonly values: readonly string[] | null
}

/** The columns of a table by name, in published order. */
export type ReleaseTable = ReadonlyMap<string, ReleaseColumn>

/** A release in a folder, of this version or an older one. */
export interface Release {
  readonly folder: string
  readonly title: string | null
  readonly version: string | null
  /** `specimen` if all documents are samples; null if the release does not say. */
  readonly collection: string | null
  /** SHA-256 by path below the folder, of every file except the list of checksums. */
  readonly files: ReadonlyMap<string, string>
  /** The tables in the database. */
  readonly tables: ReadonlyMap<string, ReleaseTable>
  /** The number of rows of each of them. */
  readonly rows: Readonly<Record<string, number>>
  /** Tables that are only published as CSV. */
  readonly views: ReadonlyMap<string, ReleaseTable>
}

const MAX_TEXT_BYTES = 50_000_000

/** Tables of the database that describe the release, or list what was found in it. */
const DESCRIPTIVE_TABLES: ReadonlySet<string> = new Set([
  'about',
  'columns',
  'codes',
  'issues',
  'matrix',
  'review',
])

/** How SQLite stores the types of Table Schema. */
const STORAGE: Readonly<Record<string, string>> = {
  string: 'TEXT',
  date: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  number: 'REAL',
}

const field = z.object({
  name: z.string(),
  type: z.string().default('any'),
  constraints: z
    .object({ required: z.boolean().default(false), enum: z.array(z.string()).nullish() })
    .default({ required: false }),
})
const descriptor = z.object({
  title: z.string().nullable().default(null),
  version: z.string().nullable().default(null),
  resources: z.array(z.object({ path: z.string(), schema: z.object({ fields: z.array(field) }).optional() })),
})
type Descriptor = z.infer<typeof descriptor>

const unreadable = (message: string, cause?: unknown): CliError =>
  new CliError(EXIT.nothing, message, { cause })

const readText = async (folder: string, name: string): Promise<string> => {
  try {
    return await readRegularText(join(folder, name), MAX_TEXT_BYTES)
  } catch (error) {
    throw unreadable(`${folder} is not a release: ${name} cannot be read.`, error)
  }
}

const checkBytes = async (path: string, sha256: string): Promise<void> => {
  const found = await digestOfFile(path).catch((error: unknown) => {
    throw unreadable(`${path} cannot be read.`, error)
  })
  if (found.sha256 === sha256) return
  throw unreadable(`${path} was changed after its release was made: its SHA-256 differs.`)
}

const readDescriptor = async (folder: string): Promise<Descriptor> => {
  const text = await readText(folder, DATA_PACKAGE_FILE)
  try {
    return descriptor.parse(JSON.parse(text))
  } catch (error) {
    throw unreadable(`${join(folder, DATA_PACKAGE_FILE)} is not a data package descriptor.`, error)
  }
}

/** The tables of a descriptor, from the fields of their CSV files. */
const describedTables = ({ resources }: Descriptor): ReadonlyMap<string, ReleaseTable> =>
  new Map(
    resources.flatMap(({ path, schema }) => {
      const table = /^([a-z_]+)\.csv$/.exec(path)?.[1]
      if (table === undefined || schema === undefined) return []
      const columns = schema.fields.map(({ name, type, constraints }) => {
        const column: ReleaseColumn = {
          type,
          storage: null,
          nullable: !constraints.required,
          values: constraints.enum ?? null,
        }
        return [name, column] as const
      })
      return [[table, new Map(columns)] as const]
    }),
  )

/** What a query for one column gives. */
const readTexts = (query: Query, sql: string): string[] =>
  query(sql).flatMap((row) => Object.values(row).map(String))

/** The columns of a table in the database, with what the descriptor knows of them. */
const readColumns = (query: Query, table: string, described: ReleaseTable | undefined): ReleaseTable =>
  new Map(
    query(`SELECT * FROM pragma_table_info(?, 'release') ORDER BY cid`, table).map((row) => {
      const [name, storage] = [String(row['name']), String(row['type'])]
      const { type = null, values = null } = described?.get(name) ?? {}
      const fits = type !== null && STORAGE[type] === storage
      return [name, { type: fits ? type : null, storage, nullable: row['notnull'] === 0, values }]
    }),
  )

const readDatabase = (
  query: Query,
  described: ReadonlyMap<string, ReleaseTable>,
): Pick<Release, 'tables' | 'rows' | 'collection'> => {
  const names = readTexts(query, "SELECT name FROM release.sqlite_schema WHERE type = 'table' ORDER BY name")
  const tables = new Map(
    names
      .filter((name) => !DESCRIPTIVE_TABLES.has(name))
      .map((name) => [name, readColumns(query, name, described.get(name))] as const),
  )
  const countRows = (table: string): number =>
    Number(readTexts(query, `SELECT count(*) FROM release.${quoteName(table)}`)[0])
  // one real profile makes a release real data
  const collections = tables.get('documents')?.has('collection')
    ? readTexts(query, "SELECT DISTINCT collection FROM release.documents ORDER BY collection = 'specimen'")
    : []
  return {
    tables,
    rows: Object.fromEntries([...tables.keys()].map((table) => [table, countRows(table)])),
    collection: collections[0] ?? null,
  }
}

/**
 * The files that a release lists, with their SHA-256.
 * @throws CliError if the folder holds no release
 */
export const listReleaseFiles = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const files = checksumsInList(await readText(folder, CHECKSUM_FILE))
  if (!files.has(ISSUES_FILE)) throw unreadable(`${folder} is not a release: it lists no ${ISSUES_FILE}.`)
  return files
}

/**
 * Opens the release in a folder. Its database and descriptor are checked against its checksums; other files are not read.
 * @throws CliError if there is no such folder, or no release in it, or one that was changed or damaged
 */
export const openRelease = async (folder: string): Promise<Release> => {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new CliError(EXIT.usage, `There is no folder ${folder}.`)
  const files = await listReleaseFiles(folder)
  for (const name of [DATABASE_FILE, DATA_PACKAGE_FILE]) {
    const sha256 = files.get(name)
    if (sha256 === undefined) throw unreadable(`${folder} is not a release: it lists no ${name}.`)
    await checkBytes(join(folder, name), sha256)
  }
  const description = await readDescriptor(folder)
  const described = describedTables(description)
  const held = queryReleases({ release: folder }, (query) => readDatabase(query, described))
  const { title, version } = description
  const views = new Map([...described].filter(([name]) => !held.tables.has(name)))
  return { ...held, folder, title, version, files, views }
}

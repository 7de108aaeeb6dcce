import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CliError, EXIT } from '../io/errors.ts'
import { digestFile } from '../io/file-digest.ts'
import { readRegularText } from '../io/regular-file.ts'
import { DATA_PACKAGE_FILE } from '../publish/describe/index.ts'
import { CHECKSUM_FILE, checksumsInList, ISSUES_FILE } from '../publish/index.ts'
import { DATABASE_FILE } from '../publish/sqlite.ts'
import { queryReleases, quoteName } from './release-database.ts'

/** A column, as the descriptor of a release describes it. */
export interface ReleaseColumn {
  /** In the words of Table Schema, such as `integer` or `string or null`. */
  readonly type: string
  /** The closed list of its values; null if any value will do. */
  readonly values: readonly string[] | null
}

export type ReleaseTable = ReadonlyMap<string, ReleaseColumn>

const MAX_TEXT_BYTES = 50_000_000

/** Tables that follow from others, or list what was found in a release; their rows are not compared. */
const FINDINGS: ReadonlySet<string> = new Set(['issues', 'matrix', 'review'])

const constraints = z.object({ required: z.boolean().default(false), enum: z.array(z.string()).nullish() })
const field = z.object({
  name: z.string(),
  type: z.string().default('any'),
  constraints: constraints.default({ required: false }),
})
const resource = z.object({
  path: z.string(),
  hash: z.string().optional(),
  schema: z.object({ fields: z.array(field) }).optional(),
})
const descriptor = z.object({
  title: z.string().nullable().default(null),
  version: z.string().nullable().default(null),
  resources: z.array(resource),
})

type Descriptor = z.infer<typeof descriptor>

const refuse = (message: string, cause?: unknown): never => {
  throw new CliError(EXIT.nothing, message, { cause })
}

const readText = (folder: string, name: string): Promise<string> =>
  readRegularText(join(folder, name), MAX_TEXT_BYTES).catch((error: unknown) =>
    refuse(`${folder} is not a release: ${name} cannot be read.`, error),
  )

const checkBytes = async (path: string, sha256: string): Promise<void> => {
  const found = await digestFile(path).catch((error: unknown) => refuse(`${path} cannot be read.`, error))
  if (found.sha256 !== sha256) refuse(`${path} was changed after its release was made: its SHA-256 differs.`)
}

const readDescriptor = async (folder: string): Promise<Descriptor> => {
  const text = await readText(folder, DATA_PACKAGE_FILE)
  try {
    return descriptor.parse(JSON.parse(text))
  } catch (error) {
    return refuse(`${join(folder, DATA_PACKAGE_FILE)} is not a data package descriptor.`, error)
  }
}

/** The tables of a descriptor, from the fields of their CSV files. */
const readTables = ({ resources }: Descriptor): [string, ReleaseTable][] =>
  resources.flatMap(({ path, schema }) => {
    const table = /^([a-z_]+)\.csv$/.exec(path)?.[1]
    if (table === undefined || schema === undefined) return []
    const columns = schema.fields.map(({ name, type, constraints: { required, enum: values = null } }) => {
      return [name, { type: required ? type : `${type} or null`, values }] as const
    })
    return [[table, new Map(columns)]]
  })

/** The number of rows by table, and the collection; null if the release does not say. */
const readDatabase = (folder: string) =>
  queryReleases({ release: folder }, (query) => {
    const readTexts = (sql: string): string[] => query(sql).flatMap((row) => Object.values(row).map(String))
    const names = readTexts("SELECT name FROM release.sqlite_schema WHERE type = 'table' ORDER BY name")
    const columns = readTexts("SELECT name FROM pragma_table_info('documents', 'release')")
    const counts = names.map((name): [string, number] => [
      name,
      Number(readTexts(`SELECT count(*) FROM release.${quoteName(name)}`)[0]),
    ])
    // one real profile makes a release real data
    const collections = columns.includes('collection')
      ? readTexts("SELECT DISTINCT collection FROM release.documents ORDER BY collection = 'specimen'")
      : []
    return { counts, collection: collections[0] ?? null }
  })

/**
 * The files that a release lists, with their SHA-256.
 * @throws CliError if the folder holds no release
 */
export const listReleaseFiles = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const files = checksumsInList(await readText(folder, CHECKSUM_FILE))
  if (!files.has(ISSUES_FILE)) refuse(`${folder} is not a release: it lists no ${ISSUES_FILE}.`)
  return files
}

/**
 * Opens the release in a folder. Its database and descriptor are checked against its checksums; other files are not read.
 * @throws CliError if there is no such folder, or no release in it, or one that was changed or damaged
 */
export const openRelease = async (folder: string) => {
  const entry = await stat(folder).catch(() => null)
  if (!entry?.isDirectory()) throw new CliError(EXIT.usage, `There is no folder ${folder}.`)
  const files = await listReleaseFiles(folder)
  for (const name of [DATABASE_FILE, DATA_PACKAGE_FILE]) {
    const sha256 = files.get(name) ?? refuse(`${folder} is not a release: it lists no ${name}.`)
    await checkBytes(join(folder, name), sha256)
  }
  const described = await readDescriptor(folder)
  const { counts, collection } = readDatabase(folder)
  const all = readTables(described)
  const held = new Set(counts.map(([name]) => name).filter((name) => !FINDINGS.has(name)))
  const tables: ReadonlyMap<string, ReleaseTable> = new Map(all.filter(([name]) => held.has(name)))
  return {
    folder,
    title: described.title,
    version: described.version,
    /** `specimen` if all documents are samples; null if the release does not say. */
    collection,
    /** SHA-256 by path below the folder, of every file except the list of checksums. */
    files,
    tables,
    rows: Object.fromEntries(counts.filter(([name]) => tables.has(name))) as Readonly<Record<string, number>>,
    /** Tables that are only published as CSV. */
    views: new Map(all.filter(([name]) => !held.has(name))),
    /** Files of which descriptor and checksums differ, so that one of them was changed later. */
    edited: described.resources.flatMap(({ path, hash }) =>
      hash === undefined || hash === `sha256:${files.get(path)}` ? [] : [path],
    ),
  }
}

/** A release in a folder, of this version or an older one. */
export type Release = Awaited<ReturnType<typeof openRelease>>

/**
 * Checks every file of a release against its checksums.
 * @throws CliError if one was changed, or cannot be read
 */
export const checkFiles = async ({ folder, files }: Release): Promise<void> => {
  for (const [name, sha256] of files) await checkBytes(join(folder, name), sha256)
}

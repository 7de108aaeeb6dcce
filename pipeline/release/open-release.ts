import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CliError, EXIT } from '../io/errors.ts'
import { digestFile } from '../io/file-digest.ts'
import { readRegularText } from '../io/regular-file.ts'
import { DATA_PACKAGE_FILE } from '../publish/describe/index.ts'
import { CHECKSUM_FILE, checksumsInList, ISSUES_FILE } from '../publish/index.ts'
import { DATABASE_FILE, quoteName } from '../publish/sqlite.ts'
import { queryReleases } from './release-database.ts'

const MAX_TEXT_BYTES = 50_000_000

/** Tables that follow from others, or list what was found in a release; their rows are not compared. */
const FINDINGS: ReadonlySet<string> = new Set(['issues', 'matrix', 'review'])

/** A column by name; its type in the words of Table Schema, such as `integer` or `string or null`. */
const field = z
  .object({
    name: z.string(),
    type: z.string().default('any'),
    constraints: z
      .object({ required: z.boolean(), enum: z.array(z.string()).nullable() })
      .partial()
      .optional(),
  })
  .transform(({ name, type, constraints: { required = false, enum: values = null } = {} }) => {
    return [name, { type: required ? type : `${type} or null`, values }] as const
  })
const resource = z.object({
  path: z.string(),
  hash: z.string().optional(),
  schema: z.object({ fields: z.array(field).transform((fields) => new Map(fields)) }).optional(),
})
const descriptor = z.object({
  title: z.string().nullable().default(null),
  version: z.string().nullable().default(null),
  resources: z.array(resource),
})

/** The columns of a table, each with its type and, if it has one, its closed list of values. */
export type ReleaseTable = ReadonlyMap<string, z.infer<typeof field>[1]>

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

const readDescriptor = async (folder: string): Promise<z.infer<typeof descriptor>> => {
  const text = await readText(folder, DATA_PACKAGE_FILE)
  try {
    return descriptor.parse(JSON.parse(text))
  } catch (error) {
    return refuse(`${join(folder, DATA_PACKAGE_FILE)} is not a data package descriptor.`, error)
  }
}

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
  const { title, version, resources } = await readDescriptor(folder)
  const { counts, collection } = readDatabase(folder)
  const tables: ReadonlyMap<string, ReleaseTable> = new Map(
    resources.flatMap(({ path, schema }) => {
      const name = /^([a-z_]+)\.csv$/.exec(path)?.[1]
      return name === undefined || schema === undefined ? [] : [[name, schema.fields]]
    }),
  )
  const compared = counts.filter(([name]) => tables.has(name) && !FINDINGS.has(name))
  return {
    folder,
    title,
    version,
    /** `specimen` if all documents are samples; null if the release does not say. */
    collection,
    /** SHA-256 by path below the folder, of every file except the list of checksums. */
    files,
    tables,
    /** The number of rows by table, of those whose rows are compared. */
    rows: Object.fromEntries(compared) as Readonly<Record<string, number>>,
    /** Files of which descriptor and checksums differ, so that one of them was changed later. */
    edited: resources.flatMap(({ path, hash }) =>
      hash === undefined || hash === `sha256:${files.get(path)}` ? [] : [path],
    ),
  }
}

/** A release in a folder, of this version or an older one. */
export type Release = Awaited<ReturnType<typeof openRelease>>

/** The columns of a table whose rows can be queried. */
export const findColumns = ({ rows, tables }: Release, table: string): ReleaseTable | undefined =>
  table in rows ? tables.get(table) : undefined

/**
 * Checks every file of a release against its checksums.
 * @throws CliError if one was changed, or cannot be read
 */
export const checkFiles = async ({ folder, files }: Release): Promise<void> => {
  for (const [name, sha256] of files) await checkBytes(join(folder, name), sha256)
}

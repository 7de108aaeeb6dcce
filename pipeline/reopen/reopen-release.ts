import { join } from 'node:path'
import type { z } from 'zod'
import { readRegularText } from '../io/regular-file.ts'
import { DATA_PACKAGE_FILE } from '../publish/describe/index.ts'
import { CHECKSUM_FILE, checksumsInList, ISSUES_FILE } from '../publish/index.ts'
import { checkFile } from './checked-file.ts'
import { type DescribedColumn, describedColumns, descriptor } from './described-columns.ts'
import { ReleaseUnreadable } from './release-unreadable.ts'
import { type ReopenedTable, reopenTable } from './reopened-table.ts'

/** A release in a folder, of this version or an older one. */
export interface ReopenedRelease {
  readonly folder: string
  /** As the descriptor says, or the tables where there is none; null where nothing says. */
  readonly title: string | null
  readonly version: string | null
  /** SHA-256 by path below the folder, of every file but the list of checksums itself. */
  readonly files: ReadonlyMap<string, string>
  /** By name, in the order of their names; each has the bytes that its release was made with. */
  readonly tables: ReadonlyMap<string, ReopenedTable>
  /** The columns of tables and views by the descriptor; empty where there is none. */
  readonly described: ReadonlyMap<string, readonly DescribedColumn[]>
}

const TABLE_FILE = /^([a-z_]+)\.parquet$/

/** The largest list or descriptor that is read, in bytes. */
const MOST_BYTES = 50_000_000

const readText = async (folder: string, name: string): Promise<string> => {
  try {
    return await readRegularText(join(folder, name), MOST_BYTES)
  } catch (error) {
    throw new ReleaseUnreadable(`${folder} is no release: ${name} cannot be read.`, { cause: error })
  }
}

const descriptorOf = async (folder: string): Promise<z.infer<typeof descriptor>> => {
  try {
    return descriptor.parse(JSON.parse(await readText(folder, DATA_PACKAGE_FILE)))
  } catch (error) {
    throw new ReleaseUnreadable(`${join(folder, DATA_PACKAGE_FILE)} is not a descriptor.`, { cause: error })
  }
}

/**
 * Opens the release in a folder. Descriptor and tables are checked against its checksums, other files are not read.
 * @throws ReleaseUnreadable where the folder holds no release, or one that was changed since
 */
export const reopenRelease = async (folder: string): Promise<ReopenedRelease> => {
  const files = checksumsInList(await readText(folder, CHECKSUM_FILE))
  if (!files.has(ISSUES_FILE))
    throw new ReleaseUnreadable(`${folder} is no release: it lists no ${ISSUES_FILE}.`)
  const tables = new Map<string, ReopenedTable>()
  for (const [name, sha256] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const table = TABLE_FILE.exec(name)?.[1]
    if (table === undefined && name !== DATA_PACKAGE_FILE) continue
    await checkFile(join(folder, name), sha256)
    if (table !== undefined) tables.set(table, await reopenTable(table, join(folder, name)))
  }
  const description = files.has(DATA_PACKAGE_FILE) ? await descriptorOf(folder) : null
  const metadata = tables.get('indicators')?.metadata ?? tables.values().next().value?.metadata
  return {
    folder,
    title: description?.title ?? metadata?.get('title') ?? null,
    version: description?.version ?? metadata?.get('version') ?? null,
    files,
    tables,
    described: description ? describedColumns(description) : new Map(),
  }
}

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { documents } from '../../../schemas/index.ts'
import { listSourceFiles } from '../../fetch/index.ts'
import { CliError, EXIT } from '../../io/cli-error.ts'
import { readRegularText } from '../../io/regular-file.ts'
import { CHECKSUM_FILE, checksumsInList } from '../../publish/index.ts'
import { EXPLORER_FOLDER } from '../write-explorer.ts'

/** The folder under which the server shows source documents. */
export const SOURCES_FOLDER = 'raw'

/** A source document that may be shown: its path, and the hash of the bytes that were read. */
export interface ServedSource {
  readonly path: string
  readonly sha256: string
}

/** What may be asked for: files of the release, and the documents that it was read from. */
export interface ReleaseIndex {
  readonly folder: string
  /** The SHA-256 of files by their path below the release. */
  readonly files: ReadonlyMap<string, string>
  /** Source documents by their name in the release. */
  readonly sources: ReadonlyMap<string, ServedSource>
}

/** The largest list of documents or checksums that is read. */
const MAX_LIST_BYTES = 500_000_000

const servedDocuments = z.array(documents.row.pick({ file_name: true, sha256: true }).loose())

const readList = async (folder: string, name: string): Promise<string> => {
  try {
    return await readRegularText(join(folder, name), MAX_LIST_BYTES)
  } catch {
    throw new CliError(
      EXIT.nothing,
      `${folder} holds no release (there is no ${name}); build one first: make all.`,
    )
  }
}

const parseDocuments = (text: string, folder: string): z.infer<typeof servedDocuments> => {
  try {
    return servedDocuments.parse(JSON.parse(text))
  } catch {
    throw new CliError(
      EXIT.nothing,
      `The documents.json of ${folder} lists no documents; build the release again: make all.`,
    )
  }
}

/**
 * Lists what a server may show: what the release's list of checksums names, and of the inputs only the files that its
 * documents were read from.
 * @throws CliError if the folder holds no release, or one without an explorer
 * @throws InputNotFound if an input does not exist
 */
export const releaseIndex = async (folder: string, inputs: readonly string[]): Promise<ReleaseIndex> => {
  const list = await readList(folder, CHECKSUM_FILE)
  const listHash = createHash('sha256').update(list).digest('hex')
  const files = new Map([...checksumsInList(list), [CHECKSUM_FILE, listHash]])
  if (!files.has(`${EXPLORER_FOLDER}/index.html`)) {
    throw new CliError(
      EXIT.nothing,
      `The release in ${folder} was built without its explorer; build it again: make all.`,
    )
  }
  const rows = parseDocuments(await readList(folder, 'documents.json'), folder)
  const found = new Map((await listSourceFiles(inputs)).map(({ name, path }) => [name, path]))
  const sources = rows.flatMap(({ file_name, sha256 }): [string, ServedSource][] => {
    const path = found.get(file_name)
    return path === undefined ? [] : [[file_name, { path, sha256 }]]
  })
  return { folder, files, sources: new Map(sources) }
}

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { documents } from '../../../schemas/index.ts'
import { listSourceFiles } from '../../fetch/index.ts'
import { CliError, EXIT } from '../../io/cli-error.ts'
import { readRegularText } from '../../io/regular-file.ts'
import { CHECKSUM_FILE, checksumsInList } from '../../publish/index.ts'
import { EXPLORER_FOLDER } from '../write-explorer.ts'

/** The folder at which the server shows the papers. */
export const PAPERS_FOLDER = 'raw'

/** A paper that may be shown: where it lies, and the hash of the bytes that were read. */
export interface ServedPaper {
  readonly path: string
  readonly sha256: string
}

/** What may be asked for: files of the release, and the papers that it was read from. */
export interface ReleaseIndex {
  readonly folder: string
  /** The SHA-256 of files by their path below the release. */
  readonly files: ReadonlyMap<string, string>
  /** Papers by their name in the release. */
  readonly papers: ReadonlyMap<string, ServedPaper>
}

/** A folder that holds no release with an explorer; its message says what to do. */
export class NoExplorer extends CliError {
  override readonly name = 'NoExplorer'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.nothing, message, options)
  }
}

/** The largest list of documents or checksums that is read, in bytes. */
const MOST_BYTES = 500_000_000

const sha256Of = (content: string): string => createHash('sha256').update(content).digest('hex')

const servedDocuments = z.array(documents.row.pick({ file_name: true, sha256: true }).loose())

const textOf = async (folder: string, name: string): Promise<string> => {
  try {
    return await readRegularText(join(folder, name), MOST_BYTES)
  } catch {
    throw new NoExplorer(`${folder} holds no release (there is no ${name}); build one first: make all.`)
  }
}

const documentsIn = (text: string, folder: string): z.infer<typeof servedDocuments> => {
  try {
    return servedDocuments.parse(JSON.parse(text))
  } catch {
    throw new NoExplorer(
      `The documents.json of ${folder} lists no documents; build the release again: make all.`,
    )
  }
}

/**
 * Lists what a server may show: what the release’s list of checksums names, and of the inputs only the files that its
 * documents were read from.
 * @throws NoExplorer where the folder holds no release, or one without an explorer
 * @throws InputNotFound where an input does not exist
 */
export const releaseIndex = async (folder: string, inputs: readonly string[]): Promise<ReleaseIndex> => {
  const list = await textOf(folder, CHECKSUM_FILE)
  const files = new Map([...checksumsInList(list), [CHECKSUM_FILE, sha256Of(list)]])
  if (!files.has(`${EXPLORER_FOLDER}/index.html`)) {
    throw new NoExplorer(`The release in ${folder} was built without its explorer; build it again: make all.`)
  }
  const rows = documentsIn(await textOf(folder, 'documents.json'), folder)
  const found = new Map((await listSourceFiles(inputs)).map(({ name, path }) => [name, path]))
  const papers = rows.flatMap(({ file_name, sha256 }): [string, ServedPaper][] => {
    const path = found.get(file_name)
    return path === undefined ? [] : [[file_name, { path, sha256 }]]
  })
  return { folder, files, papers: new Map(papers) }
}

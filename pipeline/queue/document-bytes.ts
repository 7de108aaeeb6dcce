import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentServer } from './document-server.ts'
import type { SourceFacts } from './job-data.ts'

/** How long a server may take for one document, in milliseconds. */
const FETCH_TIME = 60_000

/** Where a worker looks for the bytes of documents. */
export interface BytesPlaces {
  /** Folders, looked through in their order. */
  readonly folders: readonly string[]
  /** A server that is asked for what they lack; null where there is none. */
  readonly server: DocumentServer | null
}

/** A worker cannot get at the bytes of a document; another may. The message says what each place has instead. */
export class BytesMissing extends Error {
  override readonly name = 'BytesMissing'
}

/** The bytes that a place gave, or why it gave none. */
type Given = Uint8Array | string

const isBelowFolder = (name: string): boolean =>
  name !== '' && !name.includes('\\') && name.split('/').every((part) => !['', '.', '..'].includes(part))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** A file, where it is there and as long as it should be; what is not the document is not read at all. */
const fromFolder = async (path: string, size: number): Promise<Given> => {
  try {
    const found = await stat(path)
    if (!found.isFile()) return 'it is no regular file'
    return found.size === size ? await readFile(path) : `it has ${found.size} bytes`
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'there is no such file' : `it cannot be read (${codeOf(error)})`
  }
}

/** The body of an answer, read no further than the document is long. */
const bodyOf = async (response: Response, size: number): Promise<Given> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > size) return 'it has more bytes'
  }
  return length === size ? Buffer.concat(chunks) : `it has ${length} bytes`
}

/** Why a request came to nothing: `fetch` hides the fault of the connection behind one of its own. */
const faultOf = (error: unknown): string => {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `no answer in ${FETCH_TIME / 1000} s`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}

const fromServer = async (url: string, { authorization }: DocumentServer, size: number): Promise<Given> => {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(FETCH_TIME),
      ...(authorization === null ? {} : { headers: { authorization } }),
    })
    if (response.ok) return await bodyOf(response, size)
    await response.body?.cancel()
    return `the server answers ${response.status}`
  } catch (error) {
    return faultOf(error)
  }
}

/** Every place that may have the bytes of a document, in the order in which they are asked. */
const placesOf = (
  { name, sha256 }: SourceFacts,
  size: number,
  { folders, server }: BytesPlaces,
): { readonly shown: string; readonly give: () => Promise<Given> }[] => {
  const inFolders = folders.map((folder) => {
    const path = join(folder, name)
    return { shown: path, give: () => fromFolder(path, size) }
  })
  if (server === null) return inFolders
  const inUrl = name.split('/').map(encodeURIComponent).join('/')
  const onServer = [inUrl, sha256].map((path) => {
    const url = server.base + path
    return { shown: url, give: () => fromServer(url, server, size) }
  })
  return [...inFolders, ...onServer]
}

/**
 * The bytes of a document, from a folder by its name, or from a server by its name or its SHA-256; whatever gives them,
 * they are believed for their SHA-256 alone.
 * @throws BytesMissing where no place has them
 */
export const documentBytes = async (
  facts: SourceFacts,
  size: number,
  places: BytesPlaces,
): Promise<Uint8Array> => {
  if (!isBelowFolder(facts.name)) throw new BytesMissing(`${facts.name} is no path below a folder`)
  const reasons: string[] = []
  for (const { shown, give } of placesOf(facts, size, places)) {
    const given = await give()
    if (typeof given === 'string') reasons.push(`${shown}: ${given}`)
    else if (createHash('sha256').update(given).digest('hex') === facts.sha256) return given
    else reasons.push(`${shown}: its bytes have another SHA-256`)
  }
  throw new BytesMissing(
    `this worker does not have its ${size} bytes with the SHA-256 ${facts.sha256}; ${reasons.join('; ')}`,
  )
}

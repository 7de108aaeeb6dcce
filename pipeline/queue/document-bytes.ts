import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFacts } from './job-data.ts'

/** How long a server may take for one document, in milliseconds. */
const FETCH_TIME = 60_000

/** Where a worker looks for the bytes of documents. */
export interface BytesPlaces {
  /** Folders, looked through in their order. */
  readonly folders: readonly string[]
  /** The address of a static server below which documents lie by name or by SHA-256; null where there is none. */
  readonly server: string | null
}

/** A worker cannot get at the bytes of a document; another may. */
export class BytesMissing extends Error {
  override readonly name = 'BytesMissing'
}

const isBelowFolder = (name: string): boolean =>
  name !== '' && !name.includes('\\') && name.split('/').every((part) => !['', '.', '..'].includes(part))

/** A file, where it is there and as long as it should be; what is not the document is not read at all. */
const fromFolder = async (path: string, size: number): Promise<Uint8Array | null> => {
  try {
    const found = await stat(path)
    return found.isFile() && found.size === size ? await readFile(path) : null
  } catch {
    return null // another place may have it
  }
}

/** The body of an answer, read no further than the document is long. */
const bodyOf = async (response: Response, size: number): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > size) return null
  }
  return Buffer.concat(chunks)
}

const fromServer = async (url: string, size: number): Promise<Uint8Array | null> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIME) })
    if (response.ok) return await bodyOf(response, size)
    await response.body?.cancel()
    return null
  } catch {
    return null // another address may have it
  }
}

/**
 * The bytes of a document, from a folder by its name, or from a server by its name or its SHA-256; whatever gives them,
 * they are believed for their SHA-256 alone.
 * @throws BytesMissing where no place has them
 */
export const documentBytes = async (
  { name, sha256 }: SourceFacts,
  size: number,
  { folders, server }: BytesPlaces,
): Promise<Uint8Array> => {
  if (!isBelowFolder(name)) throw new BytesMissing(`${name} is no path below a folder`)
  const isIt = (bytes: Uint8Array | null): bytes is Uint8Array =>
    bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
  for (const folder of folders) {
    const bytes = await fromFolder(join(folder, name), size)
    if (isIt(bytes)) return bytes
  }
  if (server !== null) {
    const base = server.endsWith('/') ? server : `${server}/`
    for (const path of [name.split('/').map(encodeURIComponent).join('/'), sha256]) {
      const bytes = await fromServer(base + path, size)
      if (isIt(bytes)) return bytes
    }
  }
  const places = [...folders, ...(server === null ? [] : [server])].join(', ')
  throw new BytesMissing(`${places} does not have its ${size} bytes with the SHA-256 ${sha256}`)
}

import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { headerValue, type MediaType } from '../../../schemas/index.ts'
import { type Answer, headerOf } from './answer.ts'
import { checkHead, endsWell, HEAD_BYTES, TAIL_BYTES } from './check-content.ts'
import { FetchFault } from './fetch-fault.ts'
import { createHashes } from './hashes.ts'
import type { PartialFile, PartialState, Received, Said } from './partial-file.ts'

/** What a document must be to be taken. */
export interface Wanted {
  readonly mediaTypes: readonly MediaType[]
  readonly mostBytes: number
}

const decoderOf = (encoding: string, url: URL) => {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new FetchFault('not_a_document', url.href, `encoded as ${encoding}`)
}

/** The encoding of a body; empty where it has none. */
const encodingOf = ({ response }: Answer): string => {
  const encoding = headerOf(response.headers, 'content-encoding')?.trim().toLowerCase() ?? ''
  return encoding === 'identity' ? '' : encoding
}

const sizeOf = (text: string | undefined): number | null => (text && /^\d+$/.test(text) ? Number(text) : null)

/** From which byte of the document an answer goes on, and the size of the whole; null where it says neither. */
const rangeOf = ({ response }: Answer): { readonly start: number; readonly total: number | null } | null => {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headerOf(response.headers, 'content-range')?.trim() ?? '')
  return range ? { start: Number(range[1]), total: sizeOf(range[2]) } : null
}

const strongEtag = (etag: string | undefined): string | null => (etag?.startsWith('"') ? etag : null)

async function* readFrom(file: FileHandle, end: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(65_536)
  for (let position = 0; position < end; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - position), position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** The bytes of a document, as far as they tell what it is. */
type Content = Omit<Received, 'said'>

/** Takes bytes in, wherever they come from: counts, hashes, and refuses what cannot become the document. */
const intake = (wanted: Wanted, url: URL) => {
  const hashes = createHashes()
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let bytes = 0
  let mediaType: MediaType | null = null
  const decide = (): MediaType => {
    const checked = checkHead(head, wanted.mediaTypes)
    if ('looksLike' in checked) throw new FetchFault('not_a_document', url.href, checked.looksLike)
    return checked.mediaType
  }
  return {
    take: (chunk: Uint8Array): void => {
      bytes += chunk.length
      if (bytes > wanted.mostBytes) throw new FetchFault('too_large', url.href, String(wanted.mostBytes))
      hashes.update(chunk)
      tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES)
      if (mediaType !== null) return
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      if (head.length >= HEAD_BYTES) mediaType = decide()
    },
    end: (): Content => {
      const content = { ...hashes.digest(), bytes, mediaType: mediaType ?? decide() }
      if (endsWell(content.mediaType, tail)) return content
      throw new FetchFault('cut_off', url.href, `no %%EOF at the end of ${bytes} bytes`, { again: true })
    },
  }
}

/**
 * Hashes and checks what a partial file holds already as the whole document.
 * @throws FetchFault where it is not the whole of a document that is wanted
 */
export const receivedAlready = async (
  part: PartialFile,
  size: number,
  wanted: Wanted,
  url: URL,
): Promise<Content> => {
  const file = await open(part.path, 'r')
  try {
    const taken = intake(wanted, url)
    for await (const chunk of readFrom(file, size)) taken.take(chunk)
    return taken.end()
  } finally {
    await file.close()
  }
}

/** So many bytes are collected before they are written. */
const BATCH_BYTES = 524_288

const writeAll = async (file: FileHandle, chunks: readonly Uint8Array[], position: number): Promise<void> => {
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

/** Writes chunks to a file from a position, also those before an error, and gives the position behind the last. */
const writeFrom = async (
  file: FileHandle,
  start: number,
  chunks: AsyncIterable<Uint8Array>,
  take: (chunk: Uint8Array) => void,
): Promise<number> => {
  let position = start
  let batch: Uint8Array[] = []
  let bytes = 0
  let writing = Promise.resolve()
  const write = async (): Promise<void> => {
    await writing
    writing = writeAll(file, batch, position)
    writing.catch(() => undefined) // it is awaited, but perhaps after an error of the next chunk
    position += bytes
    batch = []
    bytes = 0
  }
  try {
    for await (const chunk of chunks) {
      take(chunk)
      batch.push(chunk)
      bytes += chunk.length
      if (bytes >= BATCH_BYTES) await write()
    }
  } finally {
    if (bytes > 0) await write()
    await writing
  }
  return position
}

/** A header that can be sent back; a server may say what no request may hold. */
const sentBack = (header: string | undefined): string | undefined => headerValue.safeParse(header).data

const saidIn = ({ response, url }: Answer): Said => {
  const etag = sentBack(headerOf(response.headers, 'etag'))
  const lastModified = sentBack(headerOf(response.headers, 'last-modified'))
  const mediaType = headerOf(response.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  return {
    address: url.href,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(mediaType ? { mediaType } : {}),
  }
}

/**
 * Streams the body of an answer into a partial file, behind the bytes that it goes on from.
 *
 * @param asked the address that the document was asked for, which the partial file is noted under
 * @param goesOnFrom how many bytes of the partial file count where the answer is a range
 * @throws FetchFault where the body is not the whole of a document that is wanted
 */
export const receive = async (
  given: Answer,
  asked: string,
  part: PartialFile,
  goesOnFrom: number,
  wanted: Wanted,
): Promise<Received> => {
  const { response, url } = given
  const encoding = encodingOf(given)
  const declared = sizeOf(headerOf(response.headers, 'content-length'))
  const range = response.statusCode === 206 ? rangeOf(given) : null
  if (response.statusCode === 206 && (range?.start !== goesOnFrom || encoding !== '')) {
    await part.remove()
    throw new FetchFault('cut_off', url.href, 'another range than was asked for', { again: true })
  }
  const total = range ? range.total : encoding === '' ? declared : null
  const size = total ?? declared
  if (size !== null && size > wanted.mostBytes) {
    throw new FetchFault('too_large', url.href, String(wanted.mostBytes))
  }
  const said = saidIn(given)
  const goesOnBy = encoding === '' ? strongEtag(said.etag) : null
  const state: PartialState = { asked, said, goesOnBy, total, whole: null }
  const file = range ? await open(part.path, 'r+') : await part.begin()
  const noting = part.note(state)
  noting.catch(() => undefined) // it is awaited, but perhaps after an error of the body
  try {
    const taken = intake(wanted, url)
    const start = range?.start ?? 0
    for await (const chunk of readFrom(file, start)) taken.take(chunk)
    let end = start
    const sink = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
      end = await writeFrom(file, start, chunks, taken.take)
    }
    if (encoding === '') await pipeline(response.body, sink)
    else await pipeline(response.body, decoderOf(encoding, url), sink)
    if (total !== null && total !== end) {
      throw new FetchFault('cut_off', url.href, `${end} of ${total} bytes`, { again: true })
    }
    const content = taken.end()
    await file.sync()
    await noting
    if (total === null) await part.note({ ...state, whole: content.sha256 })
    return { said, ...content }
  } finally {
    await noting.catch(() => undefined)
    await file.close()
  }
}

import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { MediaType } from '../../../schemas/index.ts'
import { type Answer, headerOf } from './answer.ts'
import { checkHead, endsWell, HEAD_BYTES, TAIL_BYTES } from './check-content.ts'
import { FetchFault } from './fetch-fault.ts'
import { createHashes } from './hashes.ts'
import type { PartialFile, Received } from './partial-file.ts'

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

/** Takes bytes in, wherever they come from: counts, hashes, and refuses what cannot become the document. */
const intake = (wanted: Wanted, url: URL) => {
  const hashes = createHashes()
  let head = Buffer.alloc(0)
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
      if (mediaType !== null) return
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      if (head.length >= HEAD_BYTES) mediaType = decide()
    },
    end: () => ({ ...hashes.digest(), bytes, mediaType: mediaType ?? decide() }),
  }
}

/** Hashes and checks what a partial file holds already as the whole document. */
export const receivedAlready = async (
  part: PartialFile,
  size: number,
  wanted: Wanted,
  url: URL,
): Promise<Pick<Received, 'sha256' | 'digest' | 'bytes' | 'mediaType'>> => {
  const file = await open(part.path, 'r')
  try {
    const taken = intake(wanted, url)
    for await (const chunk of readFrom(file, size)) taken.take(chunk)
    const document = taken.end()
    await checkEnd(file, document, url)
    return document
  } finally {
    await file.close()
  }
}

const checkEnd = async (
  file: FileHandle,
  { bytes, mediaType }: { readonly bytes: number; readonly mediaType: MediaType },
  url: URL,
): Promise<void> => {
  const tail = new Uint8Array(Math.min(bytes, TAIL_BYTES))
  await file.read(tail, 0, tail.length, bytes - tail.length)
  if (!endsWell(mediaType, tail)) {
    throw new FetchFault('cut_off', url.href, `no %%EOF at the end of ${bytes} bytes`, { again: true })
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
  const etag = headerOf(response.headers, 'etag')
  const lastModified = headerOf(response.headers, 'last-modified')
  await part.note({ asked, etag: encoding === '' ? strongEtag(etag) : null, total, received: null })
  const file = await open(part.path, range ? 'r+' : 'w+')
  try {
    const taken = intake(wanted, url)
    let position = range?.start ?? 0
    for await (const chunk of readFrom(file, position)) taken.take(chunk)
    const sink = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
      for await (const chunk of chunks) {
        taken.take(chunk)
        await file.write(chunk, 0, chunk.length, position)
        position += chunk.length
      }
    }
    if (encoding === '') await pipeline(response.body, sink)
    else await pipeline(response.body, decoderOf(encoding, url), sink)
    await file.truncate(position)
    if (total !== null && total !== position) {
      throw new FetchFault('cut_off', url.href, `${position} of ${total} bytes`, { again: true })
    }
    const document = taken.end()
    await checkEnd(file, document, url)
    await file.sync()
    return {
      address: url.href,
      ...document,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      notes: notesOn(given, document.mediaType),
    }
  } finally {
    await file.close()
  }
}

const notesOn = ({ response }: Answer, mediaType: MediaType): string[] => {
  const said = headerOf(response.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  const plain = said === undefined || said === mediaType || said === 'application/octet-stream'
  return plain ? [] : [`The server calls it ${said}; its bytes are ${mediaType}.`]
}

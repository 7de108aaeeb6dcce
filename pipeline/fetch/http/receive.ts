import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { headerValue, type MediaType, withoutSecrets } from '../../../schemas/index.ts'
import { sniffMediaType } from '../media-type.ts'
import { type Answer, readBody, readHeader } from './ask.ts'
import { base32 } from './base32.ts'
import { FetchError } from './fetch-error.ts'
import type { Network } from './open-network.ts'
import type { PartialFile, ResumePoint } from './partial-file.ts'

/** What a document must be to be taken. */
export interface Expectation {
  readonly mediaTypes: readonly MediaType[]
  readonly maxBytes: number
  /** The hash that the lock file gives. */
  readonly sha256?: string | undefined
}

/** What a server said of a document, apart from its bytes. */
export interface ResponseFacts {
  /** The address that answered, after all redirects. */
  readonly address: string
  readonly etag?: string
  readonly lastModified?: string
  /** Media type without parameters, in lower case. */
  readonly mediaType?: string
}

/** The bytes of a document, as far as they show what it is. */
interface Content {
  readonly sha256: string
  /** SHA-1 in base 32, as web archives name bytes. */
  readonly digest: string
  readonly bytes: number
  readonly mediaType: MediaType
}

/** A document that was received whole. */
export interface Received extends Content {
  readonly response: ResponseFacts
}

/** How many bytes at the beginning show what a document is. */
const HEAD_BYTES = 1024
/** How far before its last byte a PDF may end: servers and archives append a few kilobytes. */
const MAX_BYTES_BEHIND_EOF = 8192

const createDecoder = (encoding: string, url: URL) => {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new FetchError('not_a_document', url.href, `encoded as ${encoding}`)
}

const parseSize = (text: string | undefined): number | null =>
  text && /^\d+$/.test(text) ? Number(text) : null

/** The part of the document that a response declares; null where it declares none. */
const readRange = ({
  response,
}: Answer): { readonly start: number; readonly total: number | null } | null => {
  const header = readHeader(response, 'content-range')?.trim() ?? ''
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header)
  return range ? { start: Number(range[1]), total: parseSize(range[2]) } : null
}

/** Counts and hashes bytes, and refuses what cannot become the document. */
const createIntake = (expected: Expectation, url: URL) => {
  const sha256 = createHash('sha256')
  const sha1 = createHash('sha1')
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let bytes = 0
  let mediaType: MediaType | null = null
  const decideType = (): MediaType => {
    const { mediaType: found, looksLike } = sniffMediaType(head)
    if (found !== null && expected.mediaTypes.includes(found)) return found
    const what = found === 'application/pdf' ? 'a PDF' : (looksLike ?? 'plain text')
    throw new FetchError('not_a_document', url.href, head.length === 0 ? 'an empty file' : what)
  }
  return {
    take: (chunk: Uint8Array): void => {
      bytes += chunk.length
      if (bytes > expected.maxBytes) throw new FetchError('too_large', url.href, String(expected.maxBytes))
      sha256.update(chunk)
      sha1.update(chunk)
      tail = Buffer.concat([tail, chunk.subarray(-MAX_BYTES_BEHIND_EOF)]).subarray(-MAX_BYTES_BEHIND_EOF)
      if (mediaType !== null) return
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      if (head.length >= HEAD_BYTES) mediaType = decideType()
    },
    size: () => bytes,
    end: (): Content => {
      mediaType ??= decideType()
      const content = { sha256: sha256.digest('hex'), digest: base32(sha1.digest()), bytes, mediaType }
      const isWhole = mediaType !== 'application/pdf' || tail.includes('%%EOF')
      if (isWhole || content.sha256 === expected.sha256) return content
      throw new FetchError('cut_off', url.href, `no %%EOF at the end of ${bytes} bytes`, { retryable: true })
    },
  }
}

/** A header that can be sent back; a server may send what no request may hold. */
const usableHeader = (header: string | undefined): string | undefined => headerValue.safeParse(header).data

const readFacts = ({ response, url }: Answer): ResponseFacts => {
  const etag = usableHeader(readHeader(response, 'etag'))
  const lastModified = usableHeader(readHeader(response, 'last-modified'))
  const mediaType = readHeader(response, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  return {
    address: withoutSecrets(url.href),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(mediaType ? { mediaType } : {}),
  }
}

/**
 * Streams the body of a response into a partial file, behind the bytes that it resumes.
 *
 * @throws FetchError where the body does not complete a document that is expected
 */
export const receive = async (
  answer: Answer,
  network: Network,
  {
    asked,
    part,
    expected,
    resume,
  }: {
    readonly asked: string
    readonly part: PartialFile
    readonly expected: Expectation
    readonly resume: ResumePoint | null
  },
): Promise<Received> => {
  const { response, url } = answer
  const encoding = (readHeader(response, 'content-encoding')?.trim().toLowerCase() ?? '').replace(
    /^identity$/,
    '',
  )
  const declared = parseSize(readHeader(response, 'content-length'))
  const range = response.statusCode === 206 ? readRange(answer) : null
  const facts = readFacts(answer)
  const start = range === null ? 0 : range.start
  const continues =
    start === (resume?.offset ?? 0) &&
    (resume === null || (facts.etag === resume.etag && range?.total === resume.total))
  if (response.statusCode === 206 && (range === null || !continues || encoding !== '')) {
    await part.remove()
    throw new FetchError('cut_off', url.href, 'a part of other bytes than before', { retryable: true })
  }
  const total = range ? range.total : encoding === '' ? declared : null
  if ((total ?? declared ?? 0) > expected.maxBytes) {
    throw new FetchError('too_large', url.href, String(expected.maxBytes))
  }
  const decoder = encoding === '' ? null : createDecoder(encoding, url)
  const intake = createIntake(expected, url)
  if (start > 0) {
    for await (const chunk of createReadStream(part.path, { end: start - 1 })) intake.take(chunk)
  } else {
    const resumeEtag = encoding === '' && facts.etag?.startsWith('"') ? facts.etag : null
    await part.begin({ asked, resumeEtag, total })
  }
  const check = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      intake.take(chunk)
      yield chunk
    }
  }
  const sink = createWriteStream(part.path, { flags: start > 0 ? 'r+' : 'wx', start, flush: true })
  const body = readBody(answer, network)
  if (decoder === null) await pipeline(body, check, sink)
  else await pipeline(body, decoder, check, sink)
  if (total !== null && total !== intake.size()) {
    throw new FetchError('cut_off', url.href, `${intake.size()} of ${total} bytes`, { retryable: true })
  }
  return { response: facts, ...intake.end() }
}

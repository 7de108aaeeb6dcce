import { hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { headerValue, type Source, withoutSecrets } from '../../../schemas/index.ts'
import { base32 } from '../capture.ts'
import type { PartialFile, ResumePoint } from '../download-store.ts'
import { sniffMediaType } from '../media-type.ts'
import { type Answer, ask, readBody, readHeader, withRetries } from './ask.ts'
import { FetchError } from './fetch-error.ts'
import type { Network } from './network.ts'

/** What to download. */
interface DownloadRequest {
  readonly address: string
  readonly source: Source
  readonly part: PartialFile
  /** Whether to ask only whether the fetched bytes are still the same. */
  readonly recheck?: boolean
}

/** How far before its last byte a PDF may end: servers and archives append a few kilobytes. */
const MAX_BYTES_BEHIND_EOF = 8192

/**
 * What the lock file keeps of received bytes.
 * @throws FetchError if they cannot be the document
 */
const inspectBytes = (bytes: Buffer, source: Source, { href }: URL) => {
  const { mediaType, looksLike } = sniffMediaType(bytes)
  if (mediaType !== (source.kind === 'text copy' ? 'text/plain' : 'application/pdf')) {
    const what = mediaType === 'application/pdf' ? 'a PDF' : (looksLike ?? 'plain text')
    throw new FetchError('not_a_document', href, bytes.length === 0 ? 'an empty file' : what)
  }
  const sha256 = hash('sha256', bytes)
  const isWhole = mediaType !== 'application/pdf' || bytes.subarray(-MAX_BYTES_BEHIND_EOF).includes('%%EOF')
  if (!isWhole && sha256 !== source.sha256) {
    throw new FetchError('cut_off', href, `no %%EOF at the end of ${bytes.length} bytes`)
  }
  return { sha256, digest: base32(hash('sha1', bytes, 'buffer')), bytes: bytes.length, mediaType }
}

/** What the headers of a response say of the document. */
const readFacts = ({ response }: Answer) => {
  // a server may send what no request may send back
  const read = (name: string) => headerValue.safeParse(readHeader(response, name)?.trim()).data
  const isPart = response.statusCode === 206
  const [, start, ofPart] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(read('content-range') ?? '') ?? []
  const [size] = /^\d+$/.exec((isPart ? ofPart : read('content-length')) ?? '') ?? []
  return {
    etag: read('etag'),
    lastModified: read('last-modified'),
    isPart,
    /** Where a part begins; a response that is no part begins at 0. */
    start: isPart ? Number(start) : 0,
    /** Size of the whole document; null if it is not declared, or the body was encoded. */
    total: size === undefined ? null : Number(size),
  }
}

/** Streams the body of a response into a partial file, behind the bytes that it resumes. */
const receive = async (answer: Answer, network: Network, request: DownloadRequest, resume: ResumePoint) => {
  const { address, part, source } = request
  const { url } = answer
  const { max_bytes } = network.settings
  const { etag, lastModified, isPart, start, total } = readFacts(answer)
  if (answer.response.statusCode === 416) throw new FetchError('cut_off', url.href, 'status 416')
  if (isPart && !(resume?.offset === start && resume.etag === etag && resume.total === total)) {
    throw new FetchError('cut_off', url.href, 'a part of a changed file')
  }
  if ((total ?? 0) > max_bytes) throw new FetchError('too_large', url.href, String(max_bytes))
  if (!isPart)
    await part.begin(total !== null && etag?.startsWith('"') ? { asked: address, etag, total } : null)
  const sink = createWriteStream(part.path, { flags: isPart ? 'r+' : 'wx', start, flush: true })
  await pipeline(readBody(answer, network, max_bytes, start), sink)
  const bytes = await readFile(part.path)
  if (total !== null && total !== bytes.length) {
    throw new FetchError('cut_off', url.href, `${bytes.length} of ${total} bytes`)
  }
  /** As the lock file keeps it, apart from the day. */
  const fetched = {
    address: withoutSecrets(url.href),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { last_modified: lastModified }),
  }
  return { fetched, ...inspectBytes(bytes, source, url) }
}

/** A document that was received whole. */
export type Received = Awaited<ReturnType<typeof receive>>

const attempt = async (request: DownloadRequest, network: Network): Promise<Received | 'unchanged'> => {
  const { address, source, part, recheck } = request
  const found = await part.resumePoint()
  const resume = found?.asked === address ? found : null
  const { etag, last_modified } = (recheck && source.fetched) || {}
  const headers = resume
    ? { range: `bytes=${resume.offset}-`, 'if-range': resume.etag }
    : {
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(last_modified !== undefined && { 'if-modified-since': last_modified }),
      }
  return ask(new URL(address), headers, network, async (answer) => {
    if (answer.response.statusCode === 304) {
      if (recheck) return 'unchanged'
      throw new FetchError('refused', answer.url.href, '304')
    }
    try {
      return await receive(answer, network, request, resume)
    } catch (error) {
      // bytes that cannot become the document; those of a broken or slow connection can still be resumed
      if (error instanceof FetchError && error.reason.code !== 'too_slow') await part.remove()
      throw error
    }
  })
}

/** Downloads one address into a partial file, in as many attempts as it takes and the settings allow. */
export const download = (request: DownloadRequest, network: Network) =>
  withRetries(network, () => attempt(request, network))

import type { FetchReasonCode } from '../../../schemas/index.ts'
import { ask } from './ask.ts'
import { FetchError } from './fetch-error.ts'
import type { Network } from './open-network.ts'
import type { PartialFile } from './partial-file.ts'
import { type Expectation, type Received, receive } from './receive.ts'
import { type Attempted, withRetries } from './retry.ts'

/** What to download. */
export interface DownloadRequest {
  readonly address: string
  readonly part: PartialFile
  readonly expected: Expectation
  /** What the server said of the bytes that are here, to ask whether they are still the same. */
  readonly known?: { readonly etag?: string | undefined; readonly lastModified?: string | undefined }
}

/** A document, or that the server calls it unchanged. */
export type Downloaded = { readonly received: Received } | { readonly unchanged: true }

const conditions = ({
  etag,
  lastModified,
}: NonNullable<DownloadRequest['known']>): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
})

const attempt = async (request: DownloadRequest, network: Network): Promise<Downloaded> => {
  const { address, part, expected, known } = request
  const url = new URL(address)
  const resume = await part.resumePoint(address)
  const headers = resume
    ? { range: `bytes=${resume.offset}-`, 'if-range': resume.etag }
    : conditions(known ?? {})
  return ask(url, headers, network, async (answer) => {
    if (answer.response.statusCode === 304) {
      if (known === undefined) throw new FetchError('server_error', url.href, '304')
      return { unchanged: true }
    }
    if (answer.response.statusCode === 416) {
      await part.remove()
      throw new FetchError('cut_off', url.href, 'status 416', { retryable: true })
    }
    return { received: await receive(answer, network, { asked: address, part, expected, resume }) }
  })
}

/** Failures after which the bytes that came are still good. */
const RESUMABLE: ReadonlySet<FetchReasonCode> = new Set([
  'unreachable',
  'certificate',
  'no_secure_connection',
  'connection_failed',
  'too_slow',
  'busy',
  'server_error',
  'cut_off',
  'garbled',
])

/** Downloads one address into its partial file, in as many attempts as it takes and the settings allow. */
export const download = (request: DownloadRequest, network: Network): Promise<Attempted<Downloaded>> =>
  withRetries(network, async () => {
    try {
      return await attempt(request, network)
    } catch (error) {
      if (error instanceof FetchError && !RESUMABLE.has(error.reason.code)) await request.part.remove()
      throw error
    }
  })

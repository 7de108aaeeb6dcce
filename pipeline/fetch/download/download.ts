import type { FetchReason, FetchReasonCode } from '../../../schemas/index.ts'
import { answer, type Network } from './answer.ts'
import { FetchFault } from './fetch-fault.ts'
import type { PartialFile, Received } from './partial-file.ts'
import { receive, receivedAlready, type Wanted } from './receive.ts'
import { withRetries } from './with-retries.ts'

/** What to download. */
export interface DownloadRequest {
  readonly address: string
  readonly part: PartialFile
  readonly wanted: Wanted
  /** What the server said of the bytes that are here, to be told whether they are still the same. */
  readonly known?: { readonly etag?: string | undefined; readonly lastModified?: string | undefined }
}

/** What came of it, and how often the address was asked. */
export type Downloaded =
  | { readonly received: Received; readonly attempts: number }
  | { readonly unchanged: true; readonly attempts: number }
  | { readonly reason: FetchReason; readonly attempts: number }

const conditions = ({
  etag,
  lastModified,
}: NonNullable<DownloadRequest['known']>): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
})

/** What a former run, or attempt, left: the whole document, or bytes that can be gone on with. */
const leftover = async (
  { address, part, wanted }: DownloadRequest,
  url: URL,
): Promise<{ received: Received } | { goesOnFrom: number; etag: string } | null> => {
  const left = await part.read(address)
  if (left === null) return null
  const { size, state } = left
  if (state.whole !== null || size === state.total) {
    const content = await receivedAlready(part, size, wanted, url)
    return state.whole === null || state.whole === content.sha256
      ? { received: { said: state.said, ...content } }
      : null
  }
  return state.goesOnBy !== null && size > 0 ? { goesOnFrom: size, etag: state.goesOnBy } : null
}

const attempt = async (
  request: DownloadRequest,
  network: Network,
): Promise<{ received: Received; asked: boolean } | { unchanged: true; asked: true }> => {
  const url = new URL(request.address)
  const left = await leftover(request, url).catch(async (error: unknown) => {
    if (!(error instanceof FetchFault)) throw error
    await request.part.remove()
    return null
  })
  if (left && 'received' in left) return { ...left, asked: false }
  const headers = left
    ? { range: `bytes=${left.goesOnFrom}-`, 'if-range': left.etag }
    : conditions(request.known ?? {})
  return answer(url, headers, network, async (given) => {
    if (given.response.statusCode === 304) {
      await given.response.body.dump()
      if (request.known === undefined) throw new FetchFault('server_error', url.href, '304')
      return { unchanged: true, asked: true }
    }
    if (given.response.statusCode === 416) {
      await given.response.body.dump()
      await request.part.remove()
      throw new FetchFault('cut_off', url.href, 'status 416', { again: true })
    }
    const from = left?.goesOnFrom ?? 0
    const received = await receive(given, request.address, request.part, from, request.wanted)
    return { received, asked: true }
  })
}

/** Faults after which the bytes that came are still good. */
const GONE_ON_WITH: ReadonlySet<FetchReasonCode> = new Set([
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

/** Downloads one address into its partial file, as often as it takes and the settings allow. */
export const download = async (request: DownloadRequest, network: Network): Promise<Downloaded> => {
  const tried = await withRetries(network, async () => {
    try {
      return await attempt(request, network)
    } catch (error) {
      if (error instanceof FetchFault && !GONE_ON_WITH.has(error.reason.code)) await request.part.remove()
      throw error
    }
  })
  if ('reason' in tried) return tried
  const { asked, ...result } = tried.result
  return { ...result, attempts: asked ? tried.attempts : tried.attempts - 1 }
}

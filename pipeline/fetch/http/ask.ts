import { type Dispatcher, request } from 'undici'
import { type FetchReasonCode, headerValue, withoutSecrets } from '../../../schemas/index.ts'
import { AddressRefused } from './address-guard.ts'
import { FetchError, toFetchError } from './fetch-error.ts'
import type { Host, Network } from './network.ts'
import { parseRetryAfter } from './retry.ts'

/** A response that is not a redirect, and the address that gave it. */
export interface Answer {
  readonly response: Dispatcher.ResponseData
  readonly url: URL
}

const MAX_REDIRECTS = 5

/** A server that sends less, over any span of the idle time-out, is left. */
const MIN_BYTES_PER_SECOND = 500

/** The beginning of a page of an error, and how much of its text a message repeats. */
const MAX_MESSAGE_BYTES = 16_384
const MAX_MESSAGE_CHARACTERS = 200

/** How long the body of a redirect is read. */
const MAX_DUMP_MS = 1_000

/** The largest page that is read into memory. */
const MAX_PAGE_BYTES = 10_000_000

/** A header of a response; the first where it is repeated. */
export const readHeader = ({ headers }: Dispatcher.ResponseData, name: string): string | undefined =>
  [headers[name]].flat()[0]

/** The chunks of a body, unless the server sends them too slowly. */
export async function* readBody(
  { response, url }: Answer,
  { settings }: Network,
): AsyncGenerator<Uint8Array> {
  let spanStart = Date.now()
  let spanBytes = 0
  for await (const chunk of response.body) {
    spanBytes += chunk.length
    const seconds = (Date.now() - spanStart) / 1000
    if (seconds >= settings.idle_timeout) {
      if (spanBytes < MIN_BYTES_PER_SECOND * seconds) {
        throw new FetchError('too_slow', url.href, `${spanBytes} bytes in ${Math.round(seconds)} s`)
      }
      spanStart = Date.now()
      spanBytes = 0
    }
    yield chunk
  }
}

/** The text of a body in UTF-8, until it has more bytes than a limit. */
const readText = async (answer: Answer, network: Network, maxBytes: number) => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of readBody(answer, network)) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > maxBytes) break
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)), bytes }
}

/** The words of a web page or plain text, as far as a message repeats them. */
export const excerpt = (text: string): string =>
  text
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^>]{0,2000}>/gi, ' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, MAX_MESSAGE_CHARACTERS)

/** The status of a failed response, and the reason that the web archive gives. */
const describeStatus = async (answer: Answer, network: Network): Promise<string> => {
  const status = String(answer.response.statusCode)
  if (answer.url.origin !== new URL(network.settings.archive).origin) return status
  const reason =
    readHeader(answer.response, 'x-archive-wayback-runtime-error') ??
    // the status is reported also where the page cannot be read
    (await readText(answer, network, MAX_MESSAGE_BYTES).catch(() => ({ text: '' }))).text
  return [status, excerpt(reason)].filter(Boolean).join(': ')
}

const percentEncode = (byte: string): string =>
  `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** Where a response redirects to; null if it does not. Only http to https may change the protocol. */
const readRedirect = ({ response, url }: Answer): URL | null => {
  if (![301, 302, 303, 307, 308].includes(response.statusCode)) return null
  // undici decodes headers as Latin-1; their bytes are passed on as they came
  const location = (readHeader(response, 'location') ?? '').replace(/[\x80-\xff]/g, percentEncode)
  const next = location === '' ? null : URL.parse(location, url.href)
  if (next === null) throw new FetchError('redirect_refused', url.href, location || 'nowhere')
  const isUpgrade = url.protocol === 'http:' && next.protocol === 'https:'
  if (next.protocol !== url.protocol && !isUpgrade) {
    throw new FetchError('redirect_refused', url.href, withoutSecrets(next.href))
  }
  next.username = ''
  next.password = ''
  return next
}

/** The cookies that a response sets, as a request sends them back. */
const readCookies = ({ headers }: Dispatcher.ResponseData): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .filter((header) => headerValue.safeParse(header).success)
    .flatMap((header) => /^\s*([^=;\s]{1,256}=[^;]{0,4096})/.exec(header)?.[1]?.trim() ?? [])
    .join('; ')

const STATUS_REASONS: Readonly<Record<number, FetchReasonCode>> = {
  404: 'not_found',
  408: 'server_error',
  410: 'not_found',
  429: 'busy',
  503: 'busy',
}

const checkStatus = async (answer: Answer, network: Network): Promise<void> => {
  const { response, url } = answer
  const status = response.statusCode
  if ([200, 206, 304, 416].includes(status)) return
  const code = STATUS_REASONS[status] ?? (status >= 500 ? 'server_error' : 'refused')
  const waitSeconds = parseRetryAfter(readHeader(response, 'retry-after'))
  throw new FetchError(code, url.href, await describeStatus(answer, network), { waitSeconds })
}

type Step<Result> = { readonly next: URL; readonly cookies: string } | { readonly result: Result }

/** One request, without following redirects. */
const askOnce = async <Result>(
  url: URL,
  headers: Readonly<Record<string, string>>,
  network: Network,
  { host, use }: { readonly host: Host; readonly use: (answer: Answer) => Promise<Result> },
): Promise<Step<Result>> => {
  const { settings, guard, dispatcher, signal } = network
  signal.throwIfAborted()
  if (host.givenUp !== null) throw new FetchError(host.givenUp.code, url.href, host.givenUp.why)
  let isReceiving = false
  try {
    guard.checkHost(url.hostname)
    const response = await request(url, {
      dispatcher,
      signal: AbortSignal.any([signal, AbortSignal.timeout(settings.total_timeout * 1000)]),
      headers: {
        'user-agent': settings.user_agent,
        accept: '*/*',
        'accept-encoding': 'identity',
        ...headers,
      },
    })
    host.connected()
    const answer = { response, url }
    try {
      const next = readRedirect(answer)
      if (next !== null) {
        // a body that was read lets the connection be used again
        const limits = { limit: MAX_MESSAGE_BYTES, signal: AbortSignal.timeout(MAX_DUMP_MS) }
        await response.body.dump(limits).catch(() => undefined)
        return { next, cookies: readCookies(response) }
      }
      await checkStatus(answer, network)
      isReceiving = true
      return { result: await use(answer) }
    } finally {
      response.body.on('error', () => undefined).destroy()
    }
  } catch (error) {
    if (error instanceof FetchError || error instanceof AddressRefused) throw error
    throw toFetchError(error, url, host, isReceiving)
  }
}

/**
 * Asks an address, follows redirects, and hands the response to `use` while its host is held. Every host has its own
 * limits, and every address is checked before it is asked. An address is asked a second time only with cookies that a
 * redirect has set for it.
 * @throws FetchError if there is no body to read
 */
export const ask = async <Result>(
  start: URL,
  headers: Readonly<Record<string, string>>,
  network: Network,
  use: (answer: Answer) => Promise<Result>,
): Promise<Result> => {
  const cookies = new Map<string, string>()
  const visited = new Set<string>()
  let url = start
  for (let redirects = 0; ; redirects++) {
    const current = url
    const cookie = cookies.get(current.origin) ?? ''
    const visit = `${current.href} ${cookie === '' ? 'without' : 'with'} cookies`
    if (redirects > MAX_REDIRECTS || visited.has(visit)) {
      throw new FetchError('redirects', start.href, withoutSecrets(current.href))
    }
    visited.add(visit)
    const host = network.hostAt(current)
    try {
      const step = await host.schedule(() =>
        askOnce(current, cookie === '' ? headers : { ...headers, cookie }, network, { host, use }),
      )
      if ('result' in step) return step.result
      if (step.cookies !== '') cookies.set(current.origin, step.cookies)
      url = step.next
    } catch (error) {
      network.signal.throwIfAborted()
      if (!(error instanceof AddressRefused)) throw error
      const code = redirects > 0 ? 'redirect_refused' : 'address_refused'
      throw new FetchError(code, start.href, error.message)
    }
  }
}

/** A web page as text in UTF-8, and the address that gave it after all redirects. */
export interface Page {
  readonly address: string
  readonly text: string
}

/**
 * Reads a web page into memory.
 * @throws FetchError
 */
export const askForPage = (address: string, network: Network): Promise<Page> =>
  ask(new URL(address), {}, network, async (answer) => {
    const { response, url } = answer
    if (response.statusCode !== 200) throw new FetchError('refused', url.href, String(response.statusCode))
    const { text, bytes } = await readText(answer, network, MAX_PAGE_BYTES)
    if (bytes > MAX_PAGE_BYTES) throw new FetchError('too_large', url.href, String(MAX_PAGE_BYTES))
    return { address: url.href, text }
  })

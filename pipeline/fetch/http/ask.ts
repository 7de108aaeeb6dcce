import { type Dispatcher, request } from 'undici'
import { type FetchReasonCode, headerValue, withoutSecrets } from '../../../schemas/index.ts'
import { FetchError, toFetchError } from './fetch-error.ts'
import type { Host, Network } from './network.ts'
import { type Attempted, parseRetryAfter, withRetries } from './retry.ts'

/** A response that is not a redirect, and the address that gave it. */
export interface Answer {
  readonly response: Dispatcher.ResponseData
  readonly url: URL
}

const MAX_REDIRECTS = 5

/** A server that sends less, over any span of the idle time-out, is left. */
const MIN_BYTES_PER_SECOND = 500

/** How much of a page a message looks at, and how much of its text it repeats. */
const MAX_READ_CHARACTERS = 16_384
const MAX_MESSAGE_CHARACTERS = 200

/** The largest page that is read into memory. */
const MAX_PAGE_BYTES = 10_000_000

/** A header of a response; the first where it is repeated. */
export const readHeader = ({ headers }: Dispatcher.ResponseData, name: string): string | undefined =>
  [headers[name]].flat()[0]

/** The chunks of a body, unless the server sends them too slowly or more bytes than may be. */
export async function* readBody(
  { response, url }: Answer,
  { settings }: Network,
  maxBytes: number,
  bytesBefore = 0,
): AsyncGenerator<Uint8Array> {
  let bytes = bytesBefore
  let spanStart = Date.now()
  let spanBytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.length
    spanBytes += chunk.length
    if (bytes > maxBytes) throw new FetchError('too_large', url.href, String(maxBytes))
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

/** The text of a body in UTF-8. */
const readText = async (answer: Answer, network: Network): Promise<string> => {
  const chunks = await Array.fromAsync(readBody(answer, network, MAX_PAGE_BYTES))
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** The words of a web page or plain text, as far as a message repeats them. */
export const excerpt = (text: string): string =>
  text
    .slice(0, MAX_READ_CHARACTERS)
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^>]{0,2000}>/gi, ' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, MAX_MESSAGE_CHARACTERS)

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
    .flatMap((header) => headerValue.safeParse(header.split(';')[0]).data ?? [])
    .join('; ')

const STATUS_REASONS: Readonly<Record<number, FetchReasonCode>> = {
  404: 'not_found',
  408: 'server_error',
  410: 'not_found',
  429: 'busy',
  503: 'busy',
}

/** Refuses a failed response by its status and, if the web archive gives one, its reason. */
const checkStatus = async (answer: Answer, network: Network): Promise<void> => {
  const { response, url } = answer
  const status = response.statusCode
  if ([200, 206, 304, 416].includes(status)) return
  const isArchive = url.origin === new URL(network.settings.archive).origin
  const reason =
    readHeader(response, 'x-archive-wayback-runtime-error') ??
    // the status is reported also where the page cannot be read
    (isArchive ? await readText(answer, network).catch(() => '') : '')
  const code = STATUS_REASONS[status] ?? (status >= 500 ? 'server_error' : 'refused')
  const value = [String(status), excerpt(reason)].filter(Boolean).join(': ')
  throw new FetchError(code, url.href, value, parseRetryAfter(readHeader(response, 'retry-after')))
}

type Step<Result> = { readonly next: URL; readonly cookie: string } | { readonly result: Result }

/**
 * Asks an address, follows redirects with the cookies that they set, and hands the response to `use` while its host is
 * held. Every host has its own limits, and every address is checked before it is asked.
 * @throws FetchError if there is no body to read
 */
export const ask = async <Result>(
  start: URL,
  headers: Readonly<Record<string, string>>,
  network: Network,
  use: (answer: Answer) => Promise<Result>,
): Promise<Result> => {
  const { settings, guard, dispatcher, signal } = network
  const own = { 'user-agent': settings.user_agent, accept: '*/*', 'accept-encoding': 'identity' }
  const askOnce = async (url: URL, host: Host, cookie: string): Promise<Step<Result>> => {
    signal.throwIfAborted()
    if (host.givenUp !== null) throw new FetchError(host.givenUp.code, url.href, host.givenUp.why)
    let isReceiving = false
    try {
      guard.checkHost(url.hostname)
      const response = await request(url, {
        dispatcher,
        signal: AbortSignal.any([signal, AbortSignal.timeout(settings.total_timeout * 1000)]),
        headers: { ...own, ...headers, ...(cookie !== '' && { cookie }) },
      })
      host.connected()
      try {
        const next = readRedirect({ response, url })
        if (next !== null) return { next, cookie: readCookies(response) }
        await checkStatus({ response, url }, network)
        isReceiving = true
        return { result: await use({ response, url }) }
      } finally {
        response.body.on('error', () => undefined).destroy()
      }
    } catch (error) {
      signal.throwIfAborted()
      throw toFetchError(error, { url, host, isRedirected: url !== start, isReceiving })
    }
  }
  let url = start
  let cookie = ''
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const [current, host] = [url, network.hostAt(url)]
    const step = await host.schedule(() => askOnce(current, host, cookie))
    if ('result' in step) return step.result
    cookie = step.next.origin === url.origin ? step.cookie || cookie : ''
    url = step.next
  }
  throw new FetchError('redirects', start.href, withoutSecrets(url.href))
}

/** A web page as text in UTF-8, and the address that gave it after all redirects. */
export interface Page {
  readonly address: string
  readonly text: string
}

/** Reads a web page into memory. */
export const askForPage = (address: string, network: Network): Promise<Attempted<Page>> =>
  withRetries(network, () =>
    ask(new URL(address), {}, network, async (answer) => {
      const { statusCode } = answer.response
      if (statusCode !== 200) throw new FetchError('refused', answer.url.href, String(statusCode))
      return { address: answer.url.href, text: await readText(answer, network) }
    }),
  )

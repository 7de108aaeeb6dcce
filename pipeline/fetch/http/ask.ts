import { type Dispatcher, request } from 'undici'
import { type FetchReasonCode, headerValue, withoutSecrets } from '../../../schemas/index.ts'
import { FetchError, toFetchError } from './fetch-error.ts'
import { type Network, sleepUnlessStopped } from './network.ts'

/** A response that is not a redirect, and the address that gave it. */
export interface Answer {
  readonly response: Dispatcher.ResponseData
  readonly url: URL
}

const MAX_REDIRECTS = 5

/** A server that sends less, over any span of the idle time-out, is left. */
const MIN_BYTES_PER_SECOND = 500

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

const percentEncode = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`

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

const MAX_REASON_CHARACTERS = 200

const STATUS_REASONS: Readonly<Record<number, FetchReasonCode>> = {
  404: 'not_found',
  408: 'server_error',
  410: 'not_found',
  429: 'busy',
  503: 'busy',
}

/** Seconds that a `Retry-After` asks for, in either of its forms (RFC 9110, 10.2.3); null if it has neither. */
const parseRetryAfter = (header = ''): number | null => {
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text)
  const time = /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : Math.max(0, (time - Date.now()) / 1000)
}

/** Refuses a failed response by its status and, if the web archive gives one, its reason. */
const checkStatus = ({ response, url }: Answer): void => {
  const status = response.statusCode
  if ([200, 206, 304, 416].includes(status)) return
  const reason = readHeader(response, 'x-archive-wayback-runtime-error')?.slice(0, MAX_REASON_CHARACTERS)
  const code = STATUS_REASONS[status] ?? (status >= 500 ? 'server_error' : 'refused')
  const value = reason === undefined ? String(status) : `${status}: ${reason}`
  throw new FetchError(code, url.href, value, parseRetryAfter(readHeader(response, 'retry-after')))
}

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
  let url = start
  let cookie = ''
  /** Asks for `url`: the result, or where it redirects to and the cookies that it sets. */
  const askOnce = async () => {
    signal.throwIfAborted()
    const host = network.hostAt(url)
    if (host.givenUp !== null) throw new FetchError(host.givenUp.code, url.href, host.givenUp.value)
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
        checkStatus({ response, url })
        isReceiving = true
        return { result: await use({ response, url }) }
      } finally {
        response.body.on('error', () => undefined).destroy()
      }
    } catch (error) {
      signal.throwIfAborted()
      const failure = toFetchError(error, url.href, isReceiving)
      if (failure !== null) host.failed(failure.reason)
      throw failure ?? error
    }
  }
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const step = await network.hostAt(url).schedule(askOnce)
    if (step.next === undefined) return step.result
    cookie = step.next.origin === url.origin ? step.cookie || cookie : ''
    url = step.next
  }
  throw new FetchError('redirects', start.href, withoutSecrets(url.href))
}

/** Another attempt at the same address may do better. */
const RETRYABLE: ReadonlySet<FetchReasonCode> = new Set(['unreachable', 'busy', 'server_error', 'cut_off'])

/**
 * Tries until an attempt succeeds, another would not help, or the settings allow no more; the error of the last one is
 * returned. Between two attempts it waits as long as the server asks, else for a random part of a span that doubles
 * each time.
 */
export const withRetries = async <Result>(network: Network, attempt: () => Promise<Result>) => {
  const { settings, signal } = network
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      const { reason, waitSeconds } = error
      const host = network.hostAt(new URL(reason.address))
      const span = Math.min(settings.longest_delay, settings.first_delay * 2 ** (attempts - 1))
      const delay = waitSeconds ?? (span * (1 + Math.random())) / 2
      const isWorthwhile = RETRYABLE.has(reason.code) && host.givenUp === null
      const isAllowed = attempts < settings.attempts && delay <= settings.longest_delay
      if (!isWorthwhile || !isAllowed) return error
      if (waitSeconds !== null) host.pause(delay)
      await sleepUnlessStopped(delay * 1000, signal)
    }
  }
}

/** Reads a web page as text in UTF-8; the address is the one that gave it after all redirects. */
export const askForPage = (address: string, network: Network) =>
  withRetries(network, () =>
    ask(new URL(address), {}, network, async (answer) => {
      const { response, url } = answer
      if (response.statusCode !== 200) throw new FetchError('refused', url.href, `${response.statusCode}`)
      const chunks = await Array.fromAsync(readBody(answer, network, MAX_PAGE_BYTES))
      return { address: url.href, text: new TextDecoder().decode(Buffer.concat(chunks)) }
    }),
  )

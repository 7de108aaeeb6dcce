import { type Dispatcher, request } from 'undici'
import { headerValue, withoutSecrets } from '../../../schemas/index.ts'
import { AddressRefused } from './address-guard.ts'
import { FetchError, toFetchError } from './fetch-error.ts'
import type { Host } from './hosts.ts'
import type { Network } from './open-network.ts'
import { parseRetryAfter } from './retry.ts'

/** A response that is not a redirect, and the address that gave it. */
export interface Answer {
  readonly response: Dispatcher.ResponseData
  readonly url: URL
}

/** A header of a response; the first where it is repeated. */
export const readHeader = ({ headers }: Dispatcher.ResponseData, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The beginning of a body that is not wanted is read, to keep its connection and for its message. */
const MAX_MESSAGE_BYTES = 16_384
const MAX_MESSAGE_CHARACTERS = 200

/** The chunks of a body, unless the server sends fewer bytes than the settings ask for. */
export async function* readBody(
  { response, url }: Answer,
  { settings, clock }: Network,
): AsyncGenerator<Uint8Array> {
  let spanStart = clock.now()
  let spanBytes = 0
  for await (const chunk of response.body) {
    spanBytes += chunk.length
    const seconds = (clock.now() - spanStart) / 1000
    if (seconds >= settings.idle_timeout) {
      if (spanBytes < settings.min_bytes_per_second * seconds) {
        throw new FetchError('too_slow', url.href, `${spanBytes} bytes in ${Math.round(seconds)} s`)
      }
      spanStart = clock.now()
      spanBytes = 0
    }
    yield chunk
  }
}

const readMessage = async (answer: Answer, network: Network): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of readBody(answer, network)) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= MAX_MESSAGE_BYTES) break
    }
  } catch {
    // what came of it is enough: the status is reported in any case
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** The words of a web page or plain text, as far as a message repeats them. */
export const excerpt = (text: string): string =>
  text
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^>]{0,2000}>/gi, ' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, MAX_MESSAGE_CHARACTERS)

/** What a failed response says for itself: its status, and the reason that the web archive gives. */
const describeStatus = async (answer: Answer, network: Network): Promise<string> => {
  const status = String(answer.response.statusCode)
  const message = await readMessage(answer, network)
  if (answer.url.origin !== new URL(network.settings.archive).origin) return status
  const reason = readHeader(answer.response, 'x-archive-wayback-runtime-error') ?? message
  return [status, excerpt(reason)].filter(Boolean).join(': ')
}

const percentEncode = (byte: string): string =>
  `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** Where a response redirects to; null where it does not. Only http to https may change the protocol. */
const readRedirect = ({ response, url }: Answer): URL | null => {
  if (!REDIRECTS.has(response.statusCode)) return null
  // undici decodes headers as Latin-1; their bytes are passed on as they came
  const location = (readHeader(response, 'location') ?? '').replace(/[\x80-\xff]/g, percentEncode)
  if (location === '' || !URL.canParse(location, url.href)) {
    throw new FetchError('redirect_refused', url.href, location || 'nowhere')
  }
  const next = new URL(location, url.href)
  const isUpgrade = url.protocol === 'http:' && next.protocol === 'https:'
  if (next.protocol !== url.protocol && !isUpgrade) {
    throw new FetchError('redirect_refused', url.href, withoutSecrets(next.href))
  }
  next.username = ''
  next.password = ''
  return next
}

const checkStatus = async (answer: Answer, network: Network): Promise<void> => {
  const { response, url } = answer
  const { statusCode: status } = response
  if ([200, 206, 304, 416].includes(status)) return
  const retryAfter = readHeader(response, 'retry-after')
  const waitSeconds = retryAfter === undefined ? null : parseRetryAfter(retryAfter, network.clock.now())
  const described = await describeStatus(answer, network)
  if (status === 404 || status === 410) throw new FetchError('not_found', url.href, described)
  if (status === 429 || status === 503) {
    const value = retryAfter ?? `status ${described}`
    throw new FetchError('busy', url.href, value, { retryable: true, waitSeconds })
  }
  if (status === 408 || status >= 500) {
    throw new FetchError('server_error', url.href, described, { retryable: true, waitSeconds })
  }
  throw new FetchError(status < 400 ? 'server_error' : 'refused', url.href, described)
}

const stopError = ({ signal }: Network, url: URL): unknown =>
  signal.reason instanceof FetchError
    ? new FetchError(signal.reason.reason.code, url.href, signal.reason.reason.value)
    : signal.reason

type Step<Result> = { readonly next: URL; readonly cookies: readonly string[] } | { readonly result: Result }

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
  let receiving = false
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
        await readMessage(answer, network)
        return { next, cookies: [response.headers['set-cookie'] ?? []].flat() }
      }
      await checkStatus(answer, network)
      receiving = true
      return { result: await use(answer) }
    } finally {
      response.body.on('error', () => undefined).destroy()
    }
  } catch (error) {
    if (error instanceof FetchError || error instanceof AddressRefused) throw error
    throw toFetchError(error, url, host, receiving)
  }
}

/** Cookies that a chain of redirects sets, each for its own origin. */
const createCookies = () => {
  const byOrigin = new Map<string, Map<string, string>>()
  return {
    add: ({ origin }: URL, headers: readonly string[]): void => {
      const cookies = byOrigin.get(origin) ?? new Map<string, string>()
      byOrigin.set(origin, cookies)
      for (const header of headers) {
        const [, name, value] = /^\s*([^=;\s]{1,256})=([^;]{0,4096})/.exec(header) ?? []
        if (name !== undefined && value !== undefined && headerValue.safeParse(header).success) {
          cookies.set(name, value.trim())
        }
      }
    },
    header: ({ origin }: URL): string =>
      [...(byOrigin.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}

/**
 * Asks an address, follows redirects, and hands the response to `use` while its host is held. Every host has its own
 * limits, and every address is checked before it is asked. An address is asked a second time only where a redirect has
 * set a cookie for it.
 *
 * @throws FetchError where there is no body to read
 */
export const ask = async <Result>(
  start: URL,
  headers: Readonly<Record<string, string>>,
  network: Network,
  use: (answer: Answer) => Promise<Result>,
): Promise<Result> => {
  const cookies = createCookies()
  const visits = new Map<string, readonly string[]>()
  let url = start
  for (let redirects = 0; ; redirects++) {
    const current = url
    const cookie = cookies.header(current)
    const sentBefore = visits.get(current.href) ?? []
    if (redirects > network.settings.redirects || sentBefore.includes(cookie) || sentBefore.length > 1) {
      throw new FetchError('redirects', start.href, withoutSecrets(current.href))
    }
    visits.set(current.href, [...sentBefore, cookie])
    const host = network.hosts.at(current)
    try {
      const step = await host.schedule(() =>
        askOnce(current, cookie === '' ? headers : { ...headers, cookie }, network, { host, use }),
      )
      if ('result' in step) return step.result
      cookies.add(current, step.cookies)
      url = step.next
    } catch (error) {
      if (network.signal.aborted) throw stopError(network, current)
      if (!(error instanceof AddressRefused)) throw error
      const code = redirects > 0 ? 'redirect_refused' : 'address_refused'
      throw new FetchError(code, start.href, error.message)
    }
  }
}

/** The largest page that is read into memory. */
const MAX_PAGE_BYTES = 10_000_000

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
    if (response.statusCode !== 200) {
      throw new FetchError('server_error', url.href, String(response.statusCode))
    }
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of readBody(answer, network)) {
      bytes += chunk.length
      if (bytes > MAX_PAGE_BYTES) throw new FetchError('too_large', url.href, String(MAX_PAGE_BYTES))
      chunks.push(chunk)
    }
    return { address: url.href, text: new TextDecoder().decode(Buffer.concat(chunks)) }
  })

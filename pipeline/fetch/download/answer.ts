import { type Dispatcher, request } from 'undici'
import type { FetchSettings } from '../../../schemas/index.ts'
import { type AddressGuard, AddressRefused } from './address-guard.ts'
import { faultOf } from './fault-of.ts'
import { FetchFault } from './fetch-fault.ts'
import type { Clock, Hosts } from './hosts.ts'
import { retryAfter } from './retry-delay.ts'

/** What downloads run on. */
export interface Network {
  readonly settings: FetchSettings
  readonly guard: AddressGuard
  readonly dispatcher: Dispatcher
  readonly hosts: Hosts
  readonly clock: Clock
  /** Aborted with the error for which the run ends before its time. */
  readonly signal: AbortSignal
  /** A number from 0 to 1. */
  readonly random: () => number
}

/** An answer that is no redirection, and the address that gave it. */
export interface Answer {
  readonly response: Dispatcher.ResponseData
  readonly url: URL
}

type Headers = Dispatcher.ResponseData['headers']

/** A header of an answer; the first where it stands more than once. */
export const headerOf = (headers: Headers, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

const REDIRECTIONS = new Set([301, 302, 303, 307, 308])
/** How much of the body of an answer that is not wanted is read, to keep its connection. */
const DISCARDED_BYTES = 16_384

const discard = (response: Dispatcher.ResponseData): Promise<void> =>
  response.body.dump({ limit: DISCARDED_BYTES }).catch(() => undefined)

/** Where an answer redirects to; null where it is no redirection. */
const redirection = ({ response, url }: Answer): URL | null => {
  if (!REDIRECTIONS.has(response.statusCode)) return null
  const location = headerOf(response.headers, 'location') ?? ''
  const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null
  if (next === null || location === '')
    throw new FetchFault('redirect_refused', url.href, location || 'nowhere')
  if (next.protocol !== url.protocol) throw new FetchFault('redirect_refused', url.href, next.href)
  return next
}

const checkStatus = ({ response, url }: Answer, clock: Clock): void => {
  const { statusCode, headers } = response
  if (statusCode === 200 || statusCode === 206 || statusCode === 304 || statusCode === 416) return
  const status = String(statusCode)
  const asked = headerOf(headers, 'retry-after')
  const wait = asked === undefined ? null : retryAfter(asked, clock.now())
  if (statusCode === 404 || statusCode === 410) throw new FetchFault('not_found', url.href, status)
  if (statusCode === 429 || statusCode === 503) {
    throw new FetchFault('busy', url.href, asked === undefined ? `status ${status}` : asked, {
      again: true,
      wait,
    })
  }
  if (statusCode === 408 || statusCode >= 500) {
    throw new FetchFault('server_error', url.href, status, { again: true, wait })
  }
  throw new FetchFault(statusCode < 400 ? 'server_error' : 'refused', url.href, status)
}

/**
 * Asks an address, follows redirections within the same scheme, and hands the answer to `use` while its host is held.
 * Every host that is asked has its own turn, and every address is checked before it is asked.
 *
 * @throws FetchFault where no answer with a body to read comes of it
 */
export const answer = async <Result>(
  start: URL,
  headers: Readonly<Record<string, string>>,
  network: Network,
  use: (answer: Answer) => Promise<Result>,
): Promise<Result> => {
  const { settings, guard, dispatcher, hosts, clock, signal: stopped } = network
  const seen = new Set<string>()
  for (let url = start; ; ) {
    if (seen.has(url.href) || seen.size > settings.redirects) {
      throw new FetchFault('redirects', start.href, url.href)
    }
    seen.add(url.href)
    const current = url
    const step = await hosts.take(current, async (): Promise<{ next: URL } | { result: Result }> => {
      stopped.throwIfAborted()
      const gone = hosts.givenUp(current)
      if (gone !== null) throw new FetchFault(gone.code, current.href, gone.why)
      const signal = AbortSignal.timeout(settings.total_timeout * 1000)
      let receiving = false
      try {
        guard.checkHost(current.hostname)
        const response = await request(current, {
          dispatcher,
          signal,
          headers: {
            'user-agent': settings.user_agent,
            accept: '*/*',
            'accept-encoding': 'identity',
            ...headers,
          },
        })
        hosts.reached(current)
        const given = { response, url: current }
        try {
          const next = redirection(given)
          if (next !== null) {
            await discard(response)
            return { next }
          }
          checkStatus(given, clock)
        } catch (error) {
          await discard(response)
          throw error
        }
        try {
          receiving = true
          return { result: await use(given) }
        } catch (error) {
          response.body.on('error', () => undefined).destroy()
          throw error
        }
      } catch (error) {
        if (error instanceof FetchFault) throw error
        if (error instanceof AddressRefused) {
          const code = seen.size > 1 ? 'redirect_refused' : 'address_refused'
          throw new FetchFault(code, start.href, error.message)
        }
        throw faultOf(error, current, hosts, receiving)
      }
    })
    if ('result' in step) return step.result
    url = step.next
  }
}

import type { FetchReasonCode } from '../../../schemas/index.ts'
import { FetchError } from './fetch-error.ts'
import { type Network, sleepUnlessStopped } from './network.ts'

/** Seconds that a `Retry-After` asks for, in either of its forms (RFC 9110, 10.2.3); null if it has neither. */
export const parseRetryAfter = (header = ''): number | null => {
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text)
  const time = /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : Math.max(0, (time - Date.now()) / 1000)
}

/** Another attempt at the same address may do better. */
const RETRYABLE: ReadonlySet<FetchReasonCode> = new Set(['unreachable', 'busy', 'server_error', 'cut_off'])

/**
 * Tries until an attempt succeeds, another would not help, or the settings allow no more; the error of the last one is
 * returned. Between two attempts it waits as long as the server asks, else for a random part of a span that doubles
 * each time.
 */
export const withRetries = async <Result>(
  network: Network,
  attempt: () => Promise<Result>,
): Promise<Result | FetchError> => {
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

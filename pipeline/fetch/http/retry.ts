import type { FetchReason, FetchSettings } from '../../../schemas/index.ts'
import { FetchError } from './fetch-error.ts'
import type { Network } from './open-network.ts'

/** Seconds that a `Retry-After` asks for, in either of its forms (RFC 9110, 10.2.3); null where it has neither. */
export const parseRetryAfter = (header: string, now: number): number | null => {
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text)
  if (!/^[A-Z][a-z]+, /.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : Math.max(0, (time - now) / 1000)
}

/**
 * Seconds to wait before the next attempt: what the server asks for, else a random part of a span that doubles with each
 * attempt; null where the server asks for more than the settings allow.
 *
 * @param attempt the number of the attempt that failed, from 1
 */
export const retryDelay = (
  attempt: number,
  waitSeconds: number | null,
  { first_delay, longest_delay }: Pick<FetchSettings, 'first_delay' | 'longest_delay'>,
): number | null => {
  if (waitSeconds !== null) return waitSeconds > longest_delay ? null : waitSeconds
  const span = Math.min(longest_delay, first_delay * 2 ** (attempt - 1))
  return span / 2 + (span / 2) * Math.random()
}

/** What attempts came to, and how many there were. */
export type Attempted<Result> =
  | { readonly result: Result; readonly attempts: number }
  | { readonly reason: FetchReason; readonly attempts: number }

/** Makes attempts until one succeeds, another would do no better, or the settings allow no more. */
export const withRetries = async <Result>(
  { settings, hosts, clock }: Network,
  attempt: () => Promise<Result>,
): Promise<Attempted<Result>> => {
  for (let attempts = 1; ; attempts++) {
    try {
      return { result: await attempt(), attempts }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      const { reason, retryable, waitSeconds } = error
      if (!retryable || attempts >= settings.attempts) return { reason, attempts }
      const delay = retryDelay(attempts, waitSeconds, settings)
      if (delay === null) return { reason, attempts }
      if (waitSeconds !== null) hosts.at(new URL(reason.address)).pause(delay)
      await clock.sleep(delay)
    }
  }
}

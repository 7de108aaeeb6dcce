/** What the delays between attempts are made of, in seconds. */
export interface DelaySettings {
  readonly first_delay: number
  readonly longest_delay: number
}

/** Seconds that a `Retry-After` asks for, in either of its forms (RFC 9110, 10.2.3); null where it says neither. */
export const retryAfter = (header: string, now: number): number | null => {
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text)
  if (!/^[A-Z][a-z]+, /.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : Math.max(0, (time - now) / 1000)
}

/**
 * Seconds to wait before the next attempt: what the server asks for, else a random part of a span that doubles with each
 * attempt; null where the server asks for more than is waited.
 *
 * @param attempt the number of the attempt that failed, from 1
 * @param asked the seconds that the server asks for, where it does
 * @param random a number from 0 to 1
 */
export const retryDelay = (
  attempt: number,
  asked: number | null,
  settings: DelaySettings,
  random: number,
): number | null => {
  if (asked !== null) return asked > settings.longest_delay ? null : asked
  const span = Math.min(settings.longest_delay, settings.first_delay * 2 ** (attempt - 1))
  return span / 2 + (span / 2) * random
}

/** What the web archive captured. */
export interface Capture {
  /** When it was taken, UTC, as the archive writes it: `20140506070809`, or the beginning of it. */
  readonly timestamp: string
  /** The address that was captured. */
  readonly original: string
}

/** The address of a capture's own bytes, without what the archive adds to pages (`id_`). */
export const captureAddress = (archive: string, { timestamp, original }: Capture): string =>
  `${archive.replace(/\/+$/, '')}/web/${timestamp}id_/${original}`

/** The capture that an address of the archive names; null for other addresses. */
export const parseCapture = (archive: string, address: string): Capture | null => {
  const base = `${archive.replace(/\/+$/, '')}/web/`
  if (!address.startsWith(base)) return null
  const match = /^(\d{1,14})(?:[a-z]{2}_)?\/(.+)$/s.exec(address.slice(base.length))
  return match?.[1] && match[2] ? { timestamp: match[1], original: match[2] } : null
}

/** A full timestamp of the archive as an ISO time; null where it is incomplete or no time. */
export const parseCaptureTime = (timestamp: string): string | null => {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(timestamp)
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return Number.isNaN(Date.parse(time)) ? null : time
}

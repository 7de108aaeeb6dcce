/**
 * The address of a capture's own bytes, without what the archive adds to pages (`id_`). A timestamp is in UTC:
 * `20140506070809`, or the beginning of it.
 */
export const captureAddress = (archive: string, timestamp: string, original: string): string =>
  `${archive}/web/${timestamp}id_/${original}`

/** The timestamp and the original address of the capture that an address of the archive names; null for others. */
export const parseCapture = (archive: string, address: string) => {
  const base = `${archive}/web/`
  if (!address.startsWith(base)) return null
  const [, timestamp, original] = /^(\d{1,14})(?:[a-z]{2}_)?\/(.+)$/s.exec(address.slice(base.length)) ?? []
  return timestamp && original ? { timestamp, original } : null
}

/** A full timestamp of the archive as an ISO time; null if it is incomplete or no time. */
export const parseCaptureTime = (timestamp: string): string | null => {
  const time = timestamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z')
  return time === timestamp || Number.isNaN(Date.parse(time)) ? null : time
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in base 32 (RFC 4648, without padding), as the archive writes digests. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replace(/.{1,5}/g, (five) => BASE32.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
}

/** Bytes at the start of a file that show its encoding. */
const HEAD_BYTES = 1024

/** In UTF-16 of Latin text nearly every other byte is zero: at least this share, and hardly any of the rest. */
const ZERO_SHARE = 0.4
const OTHER_SHARE = 0.02

/** The byte order of UTF-16 text, by its byte order mark or its zero bytes; null if it is not UTF-16. */
export const detectUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, HEAD_BYTES)
  const share = (parity: number): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length / Math.max(1, head.length / 2)
  const [even, odd] = [share(0), share(1)]
  if (odd >= ZERO_SHARE && even <= OTHER_SHARE) return 'utf-16le'
  return even >= ZERO_SHARE && odd <= OTHER_SHARE ? 'utf-16be' : null
}

import { createHash } from 'node:crypto'

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in base 32 (RFC 4648, without padding). */
export const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE_32[(value >> bits) & 31]
    }
  }
  return bits > 0 ? text + BASE_32[(value << (5 - bits)) & 31] : text
}

/** The hashes of bytes that come piece by piece. */
export interface Hashes {
  readonly update: (bytes: Uint8Array) => void
  /** SHA-256 in hexadecimal, and SHA-1 in base 32, as web archives name bytes. */
  readonly digest: () => { readonly sha256: string; readonly digest: string }
}

/** Both hashes of a source. */
export const createHashes = (): Hashes => {
  const sha256 = createHash('sha256')
  const sha1 = createHash('sha1')
  return {
    update: (bytes) => {
      sha256.update(bytes)
      sha1.update(bytes)
    },
    digest: () => ({ sha256: sha256.digest('hex'), digest: base32(sha1.digest()) }),
  }
}

import { hash } from 'node:crypto'

const LENGTH = 16

/**
 * A note by its letters and digits, without case, accents and spaces: the same for a text copy and a PDF of the same
 * words. The first 16 hexadecimal digits of a SHA-256.
 */
export const fingerprintNote = (note: string | null): string =>
  hash(
    'sha256',
    (note ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  ).slice(0, LENGTH)

import { hash } from 'node:crypto'

/**
 * A note by its letters and digits, without case, accents and spaces: the same for a text copy and a PDF of the same
 * words. The first 16 hexadecimal digits of a SHA-256.
 */
export const fingerprintNote = (note: string | null): string => {
  const decomposed = (note ?? '').normalize('NFKD').toLowerCase()
  return hash('sha256', decomposed.replaceAll(/[^\p{L}\p{N}]/gu, '')).slice(0, 16)
}

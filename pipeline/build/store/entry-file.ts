import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'

const HASH_LENGTH = 64

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Keeps a text under a path: its SHA-256 in the first line, then the text. It appears whole or not at all, whoever
 * else writes it at the same time.
 */
export const writeEntry = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}-${threadId}.tmp`
  writeFileSync(temporary, `${hashOf(text)}\n${text}`)
  renameSync(temporary, path)
}

/** The text kept under a path; null where there is none. One that is damaged is removed and counts as none. */
export const readEntry = (path: string): string | null => {
  let kept: string
  try {
    kept = readFileSync(path, 'utf8')
  } catch {
    return null // what cannot be read is made anew
  }
  const text = kept.slice(HASH_LENGTH + 1)
  if (kept[HASH_LENGTH] === '\n' && kept.slice(0, HASH_LENGTH) === hashOf(text)) return text
  rmSync(path, { force: true })
  return null
}

import { readFile } from 'node:fs/promises'
import type { SourceKind } from '../../schemas/index.ts'
import { exclusively } from './exclusively.ts'
import { ListMalformed, listedSources } from './listed-sources.ts'
import { readLock, writeLock } from './lock-file.ts'
import { type Merged, mergeSources } from './merge-sources.ts'
import { filesFolder } from './run-fetch.ts'

/**
 * Adds the sources that a CSV lists to a lock file.
 * @throws ListMalformed, LockMalformed where one of the two cannot be used
 */
export const addSources = async (
  list: string,
  kind: SourceKind,
  lock: string,
  waiting: () => void,
): Promise<Merged> => {
  const text = await readFile(list, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ListMalformed(`it cannot be read (${code})`)
  })
  const found = listedSources(text, kind)
  return exclusively(filesFolder(lock), waiting, async () => {
    const merged = mergeSources(await readLock(lock), found)
    await writeLock(lock, merged.documents)
    return merged
  })
}

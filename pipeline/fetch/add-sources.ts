import type { Source, SourceKind } from '../../schemas/index.ts'
import { readRegularText } from '../io/regular-file.ts'
import { codeOf } from './download/fault-of.ts'
import { exclusively } from './exclusively.ts'
import { ListMalformed, listedSources } from './listed-sources.ts'
import { readLock, writeLock } from './lock-file.ts'
import { type Merged, mergeSources } from './merge-sources.ts'
import { filesFolder } from './run-fetch.ts'

/** The largest list that is read, in bytes. */
const MOST_BYTES = 20_000_000

const reasonOf = (error: unknown): string =>
  error instanceof Error && !('code' in error) ? error.message : codeOf(error)

const readList = async (list: string, kind: SourceKind): Promise<Source[]> => {
  const text = await readRegularText(list, MOST_BYTES).catch((error: unknown) => {
    throw new ListMalformed(`The list ${list} cannot be read (${reasonOf(error)}).`)
  })
  try {
    return listedSources(text, kind)
  } catch (error) {
    if (!(error instanceof ListMalformed)) throw error
    throw new ListMalformed(`The list ${list} cannot be used: ${error.message}.`)
  }
}

/**
 * Adds the sources that a CSV lists to a lock file.
 * @throws ListMalformed, LockMalformed where one of the two cannot be used; their messages name the file and the place
 */
export const addSources = async (
  list: string,
  kind: SourceKind,
  lock: string,
  waiting: () => void,
): Promise<Merged> => {
  const found = await readList(list, kind)
  return exclusively(filesFolder(lock), waiting, async () => {
    const merged = mergeSources(await readLock(lock), found)
    await writeLock(lock, merged.documents)
    return merged
  })
}

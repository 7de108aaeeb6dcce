import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FetchSettings, Source } from '../../../schemas/index.ts'
import { type MergedSources, mergeSources } from '../add-sources.ts'
import { withFolderLock } from '../folder-lock.ts'
import { FetchError } from '../http/fetch-error.ts'
import { type NetworkSeams, openNetwork } from '../http/open-network.ts'
import { readLock, writeLock } from '../lock-file.ts'
import { type CountryOfFile, toSources } from './found-sources.ts'
import { type Discovered, search } from './search.ts'

/** Where to search, and which lock takes the finds. */
export interface DiscoverRequest {
  readonly lock: string
  readonly settings: FetchSettings
  readonly countryOfFile: CountryOfFile
  /** Searching ends after this many seconds with what was found until then. */
  readonly maxSeconds?: number
}

/** What is called during a search. */
export interface DiscoverWatch extends NetworkSeams {
  readonly waiting: () => void
}

/** What became of the lock, and of the search. */
export interface DiscoverResult extends MergedSources, Pick<Discovered, 'read' | 'failed'> {
  /** Profiles at their own address that the lock names and that were not found again; they stay in the lock. */
  readonly notFoundAgain: readonly Source[]
}

/** A file beside the lock that marks that the documents were searched for. */
const searchedPath = (lock: string): string => join(dirname(lock), 'discover-report.json')

/**
 * Searches for documents and adds what is new to the lock file.
 * @throws CliError where the lock file or its folder cannot be used
 */
export const runDiscover = (request: DiscoverRequest, watch: DiscoverWatch): Promise<DiscoverResult> =>
  withFolderLock(request.lock, watch.waiting, async () => {
    const { lock, settings, countryOfFile, maxSeconds } = request
    const known = await readLock(lock)
    const network = openNetwork(settings, watch)
    const tooLate = new FetchError('too_slow', settings.archive, `${maxSeconds} s for the whole search`)
    const timer = maxSeconds && setTimeout(() => network.stop(tooLate), maxSeconds * 1000)
    try {
      await network.probe([settings.archive, ...settings.index_pages])
      const { read, failed, ...finds } = await search(network)
      const found = toSources(finds, known, { archive: settings.archive, countryOfFile })
      const merged = mergeSources(known, found)
      if (merged.added.length + merged.completed.length > 0) await writeLock(lock, merged.documents)
      if (read.length > 0)
        await writeFile(searchedPath(lock), `${JSON.stringify({ read, failed }, null, 2)}\n`)
      const ids = new Set(found.map(({ id }) => id))
      const missing = known.filter(
        ({ id, kind, published }) => kind === 'profile' && published === undefined && !ids.has(id),
      )
      return { ...merged, read, failed, notFoundAgain: failed.length === 0 ? missing : [] }
    } finally {
      if (timer) clearTimeout(timer)
      await network.close()
    }
  })

/** Whether the lock names no published profile yet and nobody has searched for them. */
export const isSearchDue = async (lock: string): Promise<boolean> =>
  !existsSync(searchedPath(lock)) && (await readLock(lock)).every(({ kind }) => kind !== 'profile')

import type { FetchSettings, Source } from '../../schemas/index.ts'
import { type Discovered, discover } from './discover/discover.ts'
import { type CountryOf, foundSources } from './discover/found-sources.ts'
import { exclusively } from './exclusively.ts'
import { readLock, writeLock } from './lock-file.ts'
import { type Merged, mergeSources } from './merge-sources.ts'
import { type NetworkSeams, openNetwork } from './open-network.ts'
import { filesFolder } from './run-fetch.ts'

/** Where to look, and which lock takes the finds. */
export interface DiscoverRequest {
  readonly lock: string
  readonly settings: FetchSettings
  readonly countryOf: CountryOf
}

/** Who is told what goes on. */
export interface DiscoverWatch extends NetworkSeams {
  readonly waiting: () => void
}

/** What became of the lock, and of looking. */
export interface DiscoverResult extends Merged, Pick<Discovered, 'read' | 'failed'> {
  /** Profiles at their own address that the lock names and that were not found again; they stay in the lock. */
  readonly notFoundAgain: readonly Source[]
}

/**
 * Looks for documents and adds what is new to the lock file.
 * @throws LockMalformed where the lock cannot be used
 */
export const runDiscover = (request: DiscoverRequest, watch: DiscoverWatch): Promise<DiscoverResult> =>
  exclusively(filesFolder(request.lock), watch.waiting, async () => {
    const known = await readLock(request.lock)
    const { network, probe, close } = openNetwork(request.settings, watch)
    try {
      const { archive, index_pages } = request.settings
      await probe([archive, ...index_pages])
      const discovered = await discover(network)
      const found = foundSources(discovered, known, archive, request.countryOf)
      const merged = mergeSources(known, found)
      if (merged.added.length + merged.completed.length > 0) await writeLock(request.lock, merged.documents)
      const ids = new Set(found.map(({ id }) => id))
      const lookedEverywhere = discovered.failed.length === 0
      const notFoundAgain = known.filter(
        ({ id, kind, published }) => kind === 'profile' && published === undefined && !ids.has(id),
      )
      return {
        ...merged,
        read: discovered.read,
        failed: discovered.failed,
        notFoundAgain: lookedEverywhere ? notFoundAgain : [],
      }
    } finally {
      await close()
    }
  })

import { releaseInfo } from '../../schemas/index.ts'
import { cachedSite, type ExploredProfile, writeExplorer } from '../explorer/index.ts'
import type { WriteExplorer } from '../publish/index.ts'
import type { ReleasePlan } from './plan-release.ts'
import type { ReadFiles } from './read-files.ts'

/** The profiles of a release as the explorer takes them, in published order. */
async function* exploredProfiles(plan: ReleasePlan, read: ReadFiles): AsyncGenerator<ExploredProfile> {
  for (const profile of plan.profiles) {
    const rows = await read.rowsOf(profile)
    yield { rows, isLatest: profile.isLatest, pages: () => read.pagesOf(profile, rows) }
  }
}

/** Writes the explorer of a release out of what was read, once the files to download are known. */
export const explorerOf =
  (plan: ReleasePlan, read: ReadFiles, homepage?: string): WriteExplorer =>
  async (files, emit) =>
    writeExplorer(
      { info: releaseInfo(plan.collection, homepage), collection: plan.collection, files },
      await cachedSite(),
      exploredProfiles(plan, read),
      emit,
    )

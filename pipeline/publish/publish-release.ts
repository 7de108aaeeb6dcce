import type { ReleaseContent } from './release-content.ts'
import { type FolderEffects, type Inspect, writeReleaseFolder } from './release-folder.ts'
import type { PublishedFile } from './staging-folder.ts'
import type { WriteExplorer } from './write-release.ts'

/** How a release is published. */
export interface PublishOptions {
  readonly explorer?: WriteExplorer | undefined
  readonly effects?: FolderEffects
  /** Judges the release before it takes its place. */
  readonly inspect?: Inspect | undefined
}

/**
 * Replaces the release in the output folder, whole or not at all.
 * @throws OutputRefused where the folder holds anything but an earlier release
 * @throws OutputUnwritable where the operating system does not allow writing
 * @throws ReleaseRejected where `inspect` rejects it; the earlier release stays
 */
export const publishRelease = (
  content: ReleaseContent,
  out: string,
  { explorer, effects, inspect }: PublishOptions = {},
): Promise<readonly PublishedFile[]> =>
  writeReleaseFolder(
    out,
    async (folder) => {
      // loads every library, so only now
      const { writeRelease } = await import('./write-release.ts')
      await writeRelease(folder, content, explorer)
    },
    effects,
    inspect,
  )

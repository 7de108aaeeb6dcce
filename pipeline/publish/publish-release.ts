import type { ReleaseContent } from './release-content.ts'
import { type FolderEffects, type Inspect, writeReleaseFolder } from './release-folder.ts'
import type { PublishedFile } from './staged-file.ts'
import type { WriteExplorer } from './write-release.ts'

/** What a release takes beside its rows. */
export interface PublishOptions {
  readonly explorer?: WriteExplorer | undefined
  readonly effects?: FolderEffects
  /** Judges the release before it takes its place. */
  readonly inspect?: Inspect | undefined
}

/**
 * Puts a release in place of the former one, whole.
 * @throws OutputRefused where the output folder holds anything that is not a former release
 * @throws OutputUnwritable where the operating system does not let the folder be written
 * @throws ReleaseRejected where `inspect` rejects it; the former release stands
 */
export const publishRelease = (
  content: ReleaseContent,
  out: string,
  { explorer, effects, inspect }: PublishOptions = {},
): Promise<readonly PublishedFile[]> =>
  writeReleaseFolder(
    out,
    async (folder) => {
      // loads every writer, so only now
      const { writeRelease } = await import('./write-release.ts')
      await writeRelease(folder, content, explorer)
    },
    effects,
    inspect,
  )

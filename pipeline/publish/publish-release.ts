import type { Issue } from '../../schemas/index.ts'
import { CHECKSUM_FILE, checksumList, ISSUES_FILE } from './checksums.ts'
import { checkOutput } from './output-folder.ts'
import { type Inspect, writeReleaseFolder } from './release-folder.ts'
import type { ReleaseContent, WriteExplorer } from './write-release.ts'

/**
 * Replaces the release in the output folder, whole or not at all; one that `inspect` rejects is put beside it.
 * @throws CliError as {@link writeReleaseFolder}
 */
export const publishRelease = (
  content: ReleaseContent,
  out: string,
  { explorer, inspect }: { explorer?: WriteExplorer | undefined; inspect?: Inspect | undefined } = {},
) =>
  writeReleaseFolder(
    out,
    async (folder) => {
      // loads every library, so only now
      const { writeRelease } = await import('./write-release.ts')
      await writeRelease(folder, content, explorer)
    },
    { inspect },
  )

/**
 * Writes the issues of a build without documents: into the output folder, or beside it where a release is there.
 * @returns the folder
 * @throws CliError as {@link writeReleaseFolder}
 */
export const publishIssues = async (issues: readonly Issue[], out: string): Promise<string> => {
  const { rejected } = await writeReleaseFolder(
    out,
    (folder) => {
      folder.write(ISSUES_FILE, `${JSON.stringify(issues, null, 2)}\n`)
      folder.write(CHECKSUM_FILE, checksumList(folder.files))
    },
    { inspect: async (_, target) => ((await checkOutput(target)) === 'release' ? 'reject' : 'take') },
  )
  return rejected ?? out
}

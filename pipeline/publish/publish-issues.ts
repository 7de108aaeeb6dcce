import type { Issue } from '../../schemas/index.ts'
import { CHECKSUM_FILE, checksumList, ISSUES_FILE } from './checksums.ts'
import { checkOutput } from './output-check.ts'
import { ReleaseRejected, writeReleaseFolder } from './release-folder.ts'

/**
 * Writes the issues of a build without documents: into the output folder, or beside it where a release is there.
 * @returns the folder
 * @throws OutputRefused, OutputUnwritable as `publishRelease`
 */
export const publishIssues = async (
  issues: AsyncIterable<readonly Issue[]>,
  out: string,
): Promise<string> => {
  const all = (await Array.fromAsync(issues)).flat()
  try {
    await writeReleaseFolder(
      out,
      (folder) => {
        folder.write(ISSUES_FILE, `${JSON.stringify(all, null, 2)}\n`)
        folder.write(CHECKSUM_FILE, checksumList(folder.files))
      },
      undefined,
      async (_staging, target) => ((await checkOutput(target)) === 'release' ? 'reject' : 'take'),
    )
    return out
  } catch (error) {
    if (error instanceof ReleaseRejected) return error.folder
    throw error
  }
}

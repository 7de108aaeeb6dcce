import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ExploredProfile, writeExplorer } from '../../pipeline/explorer/index.ts'
import { releaseInfo } from '../../schemas/index.ts'

/** Hands over the files of the explorer of some samples. */
export const emitSite = (
  profiles: readonly ExploredProfile[],
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
  homepage?: string,
): Promise<void> => {
  const files = ['indicators.csv', 'a b.csv'].map((name) => ({ name, bytes: 1, sha256: '' }))
  const info = releaseInfo('specimen', homepage)
  return writeExplorer({ info, collection: 'specimen', files }, profiles, emit)
}

/** Writes the explorer of some samples below a folder. */
export const writeSite = (folder: string, profiles: readonly ExploredProfile[]): Promise<void> =>
  emitSite(profiles, async (name, content) => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  })

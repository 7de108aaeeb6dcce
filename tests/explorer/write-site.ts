import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cachedSite, type ExploredProfile, writeExplorer } from '../../pipeline/explorer/index.ts'
import { releaseInfo } from '../../schemas/index.ts'

async function* eachOf(profiles: readonly ExploredProfile[]): AsyncGenerator<ExploredProfile> {
  yield* profiles
}

/** Writes the explorer of some profiles below a folder; gives the names of its files. */
export const writeSite = async (
  folder: string,
  profiles: readonly ExploredProfile[],
  files: readonly { name: string; bytes: number; sha256: string }[] = [],
): Promise<readonly string[]> => {
  const names: string[] = []
  const specimen = profiles.every(({ rows }) => rows.document.collection === 'specimen')
  const collection = specimen ? 'specimen' : 'itu-cyberwellness'
  await writeExplorer(
    { info: releaseInfo(collection), collection, files },
    await cachedSite(),
    eachOf(profiles),
    async (name, content) => {
      names.push(name)
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    },
  )
  return names
}

import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { checkOutput, resolveOutput } from './output-check.ts'
import { explainOutputError, OutputUnwritable } from './output-error.ts'
import { ReleaseRejected, rejectedFolder, removeRejected } from './release-rejected.ts'
import type { PublishedFile } from './staged-file.ts'
import { openStagingFolder, type StagingFolder, syncFolder } from './staging-folder.ts'
import { asBuild, clearLeftovers, workingFolder } from './working-folders.ts'

/** What the swap of folders takes from its surroundings. */
export interface FolderEffects {
  readonly rename: (from: string, to: string) => Promise<void>
}

/** What a release that is made, but does not stand in its place yet, is judged by: its folder, and its place. */
export type Inspect = (staging: string, target: string) => Promise<'take' | 'reject'>

const swap = async (out: string, staging: string, token: string, effects: FolderEffects): Promise<void> => {
  if ((await checkOutput(out)) === 'absent') {
    await effects.rename(staging, out)
    return
  }
  const previous = workingFolder(out, 'previous', token)
  await effects.rename(out, previous)
  try {
    await effects.rename(staging, out)
  } catch (error) {
    await effects.rename(previous, out).catch((cause: unknown) => {
      const message = `${out} cannot be written; its former release lies in ${previous} and comes back with the next build.`
      throw new OutputUnwritable(message, { cause })
    })
    throw error
  }
  // the release is in place: what cannot be removed now is removed by the next build
  await rm(previous, { recursive: true, force: true }).catch(() => undefined)
}

/**
 * Puts a folder at a path that appears whole or not at all: filled beside it, then renamed into place.
 * A former release there is replaced; a build that fails, or is killed, leaves it standing.
 * @param inspect asked before the folder takes its place; one that it rejects is put beside it
 * @throws OutputRefused where the path holds anything that is not a former release
 * @throws OutputUnwritable where the operating system does not let the folder be written
 * @throws ReleaseRejected where `inspect` rejects it; the former release stands
 */
export const writeReleaseFolder = async (
  out: string,
  fill: (folder: StagingFolder) => void | Promise<void>,
  effects: FolderEffects = { rename },
  inspect: Inspect = async () => 'take',
): Promise<readonly PublishedFile[]> => {
  const target = await resolveOutput(out)
  const make = async (token: string): Promise<readonly PublishedFile[]> => {
    const staging = workingFolder(target, 'partial', token)
    try {
      const folder = openStagingFolder(staging)
      try {
        await fill(folder)
        await folder.sync()
      } finally {
        folder.abandon()
      }
      const verdict = await inspect(staging, target)
      if (verdict === 'reject') {
        const place = rejectedFolder(target)
        await clearLeftovers(place)
        await asBuild(place, (placing) => swap(place, staging, placing, effects))
        await syncFolder(dirname(target))
        throw new ReleaseRejected(place, folder.files)
      }
      await swap(target, staging, token, effects)
      await removeRejected(target)
      await syncFolder(dirname(target))
      return folder.files
    } catch (error) {
      await rm(staging, { recursive: true, force: true }).catch(() => undefined)
      throw error
    }
  }
  try {
    await checkOutput(target)
    await clearLeftovers(target)
    await mkdir(dirname(target), { recursive: true })
    return await asBuild(target, make)
  } catch (error) {
    throw explainOutputError(out, error)
  }
}

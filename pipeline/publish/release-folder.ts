import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../io/make-folder.ts'
import { checkOutput, resolveOutput } from './output-check.ts'
import { explainOutputError, OutputUnwritable, systemErrorCode } from './output-error.ts'
import { openStagingFolder, type PublishedFile, type StagingFolder, syncFolder } from './staging-folder.ts'
import { asBuild, clearLeftovers, workingFolder } from './working-folders.ts'

/** The release was made but rejected: the previous one stays, and this one lies beside it. */
export class ReleaseRejected extends Error {
  override readonly name = 'ReleaseRejected'
  readonly folder: string
  readonly files: readonly PublishedFile[]
  constructor(folder: string, files: readonly PublishedFile[]) {
    super(`The release was rejected and is in ${folder}.`)
    this.folder = folder
    this.files = files
  }
}

const rejectedFolder = (out: string): string => `${out}.rejected`

/** Removes an earlier rejected release once one was accepted; any other folder there stays. */
export const removeRejected = async (out: string): Promise<void> => {
  const folder = rejectedFolder(out)
  await clearLeftovers(folder).catch(() => undefined)
  const state = await checkOutput(folder).catch(() => null)
  // what cannot be removed now is replaced by the next rejected release
  if (state === 'release' || state === 'issues')
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
}

/** The file system calls of the swap, which tests replace. */
export interface FolderEffects {
  readonly rename: (from: string, to: string) => Promise<void>
}

/** Judges a finished release, given its folder and the path that it is made for. */
export type Inspect = (staging: string, target: string) => Promise<'take' | 'reject'>

const swap = async (out: string, staging: string, token: string, effects: FolderEffects): Promise<void> => {
  if ((await checkOutput(out)) === 'absent') {
    await effects.rename(staging, out)
    return
  }
  const previous = workingFolder(out, 'previous', token)
  const otherBuild = new OutputUnwritable(
    `${out} was replaced by another build at the same time, whose release is there now; run one build at a time.`,
  )
  await effects.rename(out, previous).catch((error: unknown) => {
    throw systemErrorCode(error) === 'ENOENT' ? otherBuild : error
  })
  try {
    await effects.rename(staging, out)
  } catch (error) {
    await effects.rename(previous, out).catch(async (cause: unknown) => {
      if ((await checkOutput(out)) === 'release') {
        await rm(previous, { recursive: true, force: true })
        throw otherBuild
      }
      const message = `${out} cannot be written; its previous release is in ${previous}; the next build restores it.`
      throw new OutputUnwritable(message, { cause })
    })
    throw error
  }
  // what cannot be removed now is removed by the next build
  await rm(previous, { recursive: true, force: true }).catch(() => undefined)
}

/**
 * Puts a folder at a path whole or not at all: it is filled beside the path, then renamed into place. An earlier
 * release there is replaced; a build that fails or is killed leaves it unchanged.
 * @param inspect called before the swap; a rejected folder is put beside the path
 * @throws OutputRefused where the path holds anything but an earlier release
 * @throws OutputUnwritable where the operating system does not allow writing
 * @throws ReleaseRejected where `inspect` rejects it; the earlier release stays
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
    makeFolder(dirname(target))
    return await asBuild(target, make)
  } catch (error) {
    throw explainOutputError(out, error)
  }
}

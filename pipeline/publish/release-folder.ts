import { existsSync } from 'node:fs'
import { rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CliError, EXIT } from '../io/errors.ts'
import { type FileLock, tryFileLock } from '../io/file-lock.ts'
import { makeFolder } from '../io/make-folder.ts'
import { checkOutput, explainOutputError, resolveOutput } from './output-folder.ts'
import { openStagingFolder, type StagingFolder, syncPath } from './staging-folder.ts'

/** Judges a finished release, given its folder and the path that it is made for. */
export type Inspect = (staging: string, target: string) => Promise<'take' | 'reject'>

type Rename = (from: string, to: string) => Promise<void>

/**
 * What a build keeps beside the output folder, so that a rename can put it in place: the release that it makes
 * (`partial`), the release that it replaces (`previous`), and a file that it keeps locked (`build`).
 */
const pathBeside = (out: string, kind: 'partial' | 'previous' | 'build'): string =>
  join(dirname(out), `.${basename(out)}.${kind}`)

const lockOutput = (out: string): FileLock => {
  const path = pathBeside(out, 'build')
  for (;;) {
    const lock = tryFileLock(path)
    if (lock === null) {
      throw new CliError(EXIT.nothing, `${out} is being written by another build; run one build at a time.`)
    }
    // a build that ends may have removed the file before it was locked
    if (existsSync(path)) return lock
    lock.release()
  }
}

const removeIfPossible = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true }).catch(() => undefined)

/** Cleans up after a killed build and restores the release that it was replacing. */
const clearLeftovers = async (out: string): Promise<void> => {
  const previous = pathBeside(out, 'previous')
  if (existsSync(previous)) {
    const state = await checkOutput(out)
    if (state === 'empty') await rmdir(out)
    if (state === 'release' || state === 'issues') await rm(previous, { recursive: true })
    else await rename(previous, out)
  }
  await rm(pathBeside(out, 'partial'), { recursive: true, force: true })
}

const swap = async (partial: string, out: string, renameFolder: Rename): Promise<void> => {
  const previous = pathBeside(out, 'previous')
  const isReplaced = (await checkOutput(out)) !== 'absent'
  if (isReplaced) await renameFolder(out, previous)
  try {
    await renameFolder(partial, out)
  } catch (error) {
    if (!isReplaced) throw error
    await renameFolder(previous, out).catch((cause: unknown) => {
      const message = `${out} cannot be written; its previous release is in ${previous}; the next build restores it.`
      throw new CliError(EXIT.nothing, message, { cause })
    })
    throw error
  }
  await removeIfPossible(previous) // or else by the next build
}

const placeRejected = async (partial: string, folder: string): Promise<void> => {
  await checkOutput(folder)
  await rm(folder, { recursive: true, force: true })
  await rename(partial, folder)
}

/** Removes an earlier rejected release once one was accepted; any other folder there stays. */
const removeRejected = async (folder: string): Promise<void> => {
  const state = await checkOutput(folder).catch(() => null)
  if (state === 'release' || state === 'issues') await removeIfPossible(folder)
}

/**
 * Puts a folder at a path whole or not at all: it is filled beside the path, then renamed into place. An earlier
 * release there is replaced; a build that fails or is killed leaves it unchanged.
 * @param inspect called before the swap; a release that it rejects is put at the path with `.rejected` behind it
 * @param renameFolder renames a folder, as the system does
 * @throws CliError if the path holds anything but an earlier release, another build writes to it, or the operating
 * system does not allow writing
 */
export const writeReleaseFolder = async (
  out: string,
  fill: (folder: StagingFolder) => void | Promise<void>,
  {
    inspect = async () => 'take',
    renameFolder = rename,
  }: { inspect?: Inspect | undefined; renameFolder?: Rename } = {},
) => {
  const write = async (target: string) => {
    const partial = pathBeside(target, 'partial')
    const folder = openStagingFolder(partial)
    try {
      await fill(folder)
    } finally {
      folder.abandon()
    }
    const rejected = `${target}.rejected`
    const [verdict] = await Promise.all([inspect(partial, target), folder.sync()])
    const isRejected = verdict === 'reject'
    if (isRejected) await placeRejected(partial, rejected)
    else {
      await swap(partial, target, renameFolder)
      await removeRejected(rejected)
    }
    await syncPath(dirname(target))
    /** `rejected` is the folder beside the output folder, if the release was rejected. */
    return { files: folder.files, rejected: isRejected ? rejected : null }
  }
  try {
    const target = await resolveOutput(out)
    await checkOutput(target)
    makeFolder(dirname(target))
    const lock = lockOutput(target)
    try {
      await clearLeftovers(target)
      return await write(target)
    } finally {
      await removeIfPossible(pathBeside(target, 'partial'))
      await removeIfPossible(pathBeside(target, 'build'))
      lock.release()
    }
  } catch (error) {
    throw explainOutputError(out, error)
  }
}

import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkOutput, resolveOutput } from './output-check.ts'
import { explainOutputError, OutputUnwritable } from './output-error.ts'
import type { ReleaseFile } from './release-files.ts'
import { clearLeftovers, workingFolder } from './working-folders.ts'

/** What is known of a published file: its path below the output folder, its size in bytes and its SHA-256. */
export interface PublishedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** What the swap of folders takes from its surroundings. */
export interface FolderEffects {
  readonly processId: number
  readonly rename: (from: string, to: string) => Promise<void>
}

const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes new names in a folder durable; systems that cannot open folders do without. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

const stage = async (staging: string, files: Iterable<ReleaseFile>): Promise<PublishedFile[]> => {
  const published: PublishedFile[] = []
  await mkdir(staging)
  for (const { name, bytes, sha256 } of files) {
    await mkdir(dirname(join(staging, name)), { recursive: true })
    await writeDurably(join(staging, name), bytes)
    published.push({ name, bytes: bytes.length, sha256 })
  }
  await syncFolder(staging)
  return published
}

const swap = async (out: string, staging: string, effects: FolderEffects): Promise<void> => {
  if ((await checkOutput(out)) === 'absent') {
    await effects.rename(staging, out)
    return
  }
  const previous = workingFolder(out, 'previous', effects.processId)
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
 * Puts files at a path as one folder that appears whole or not at all: written beside it, then renamed into place.
 * A former release there is replaced; a build that fails, or is killed, leaves it standing.
 * @throws OutputRefused where the path holds anything that is not a former release
 * @throws OutputUnwritable where the operating system does not let the folder be written
 */
export const writeReleaseFolder = async (
  out: string,
  files: Iterable<ReleaseFile>,
  effects: FolderEffects = { processId: process.pid, rename },
): Promise<readonly PublishedFile[]> => {
  const target = await resolveOutput(out)
  const staging = workingFolder(target, 'partial', effects.processId)
  try {
    await checkOutput(target)
    await clearLeftovers(target, effects.processId)
    await mkdir(dirname(target), { recursive: true })
    const published = await stage(staging, files)
    await swap(target, staging, effects)
    await syncFolder(dirname(target))
    return published
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined)
    throw explainOutputError(out, error)
  }
}

import { rm } from 'node:fs/promises'
import { checkOutput } from './output-check.ts'
import type { PublishedFile } from './staged-file.ts'
import { clearLeftovers } from './working-folders.ts'

/** A release was made and not taken: the former one stands, and this one lies beside it. */
export class ReleaseRejected extends Error {
  override readonly name = 'ReleaseRejected'
  /** Where it lies. */
  readonly folder: string
  readonly files: readonly PublishedFile[]
  constructor(folder: string, files: readonly PublishedFile[]) {
    super(`The release was rejected, and lies in ${folder}.`)
    this.folder = folder
    this.files = files
  }
}

/** Where a release is put that does not replace the one at a path. */
export const rejectedFolder = (out: string): string => `${out}.rejected`

/** Removes what was rejected before, now that a release was taken; anything else there stays. */
export const removeRejected = async (out: string): Promise<void> => {
  const folder = rejectedFolder(out)
  await clearLeftovers(folder).catch(() => undefined)
  const state = await checkOutput(folder).catch(() => null)
  // what cannot be removed is replaced when a release is rejected again
  if (state === 'release') await rm(folder, { recursive: true, force: true }).catch(() => undefined)
}

import { mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** Registers what is done when a test, a file or a trial ends. */
export type OnEnd = (end: () => Promise<void>) => void

/** A folder for the tests of one file, which is removed after them, or when `onEnd` says. */
export const makeTestFolder = (onEnd: OnEnd = afterAll): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cyberwellness-'))
  onEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that is removed when the test ends. */
export const temporaryFolder = (): string => makeTestFolder(onTestFinished)

/** Every file below a folder, by its path from there. */
export const listFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A folder for the tests of one file, which is removed after them, or when `onEnd` says. */
export const makeTestFolder = (onEnd: (end: () => Promise<void>) => void = afterAll): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cyberwellness-'))
  onEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that is removed when the test ends. */
export const temporaryFolder = (): string => makeTestFolder(onTestFinished)

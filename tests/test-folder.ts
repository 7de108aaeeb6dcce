import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the tests of one file, which is removed after them. */
export const makeTestFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cyberwellness-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

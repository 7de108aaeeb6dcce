import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** Runs a test in a folder of its own, which is gone afterwards. */
export const inTemporaryFolder = async (test: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-fetch-'))
  try {
    await test(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder that is gone when the test ends. */
export const temporaryFolder = async (context: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-fetch-'))
  context.onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test ends, or when `onEnd` says, such as `afterAll`. */
export const temporaryFolder = async (
  onEnd: (end: () => Promise<void>) => void = onTestFinished,
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-test-'))
  onEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

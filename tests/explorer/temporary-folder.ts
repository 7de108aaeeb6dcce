import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the folder of the sites that workers look at, and removes it when all tests are done: workers are killed. */
export const setup = async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-explorer-'))
  process.env['EXPLORER_TEST_FOLDER'] = folder
  return () => rm(folder, { recursive: true, force: true })
}

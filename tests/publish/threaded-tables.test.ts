import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { makeUpDocuments } from '../../bench/made-up-rows.ts'
import { explainOutputError, OutputUnwritable } from '../../pipeline/publish/output-error.ts'
import type { OpenReleaseSink } from '../../pipeline/publish/release-sink.ts'
import { openStagingFolder } from '../../pipeline/publish/staging-folder.ts'
import { openTableFiles } from '../../pipeline/publish/table-files.ts'
import { openThreadedTables } from '../../pipeline/publish/threaded-tables.ts'
import { writeContent } from '../../pipeline/publish/write-content.ts'
import { releaseInfo } from '../../schemas/index.ts'
import { withFolder } from './read-back.ts'

/** More rows than two batches hold. */
const ROWS = 40_000

const written = async (path: string, open: OpenReleaseSink) => {
  const folder = openStagingFolder(path)
  await writeContent(makeUpDocuments(ROWS), [open(folder, releaseInfo('specimen'), 'specimen')])
  return folder.files
}

describe('tables that threads write', () => {
  it('are the same files, in the same order, as those that are written without', () =>
    withFolder(async (folder) => {
      const [plain, threaded] = [join(folder, 'plain'), join(folder, 'threaded')]
      const files = await written(plain, openTableFiles)
      assert.deepEqual(await written(threaded, openThreadedTables), files)
      for (const name of await readdir(plain)) {
        assert.ok((await readFile(join(plain, name))).equals(await readFile(join(threaded, name))), name)
      }
    }))

  it('fail as those written without do where a file cannot be made', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'release')
      const staging = openStagingFolder(path)
      await mkdir(join(path, 'items.json'))
      const sink = openThreadedTables(staging, releaseInfo('specimen'), 'specimen')
      const error = await writeContent(makeUpDocuments(ROWS), [sink]).catch((thrown: unknown) => thrown)
      assert.ok(explainOutputError(path, error) instanceof OutputUnwritable, String(error))
      await rm(path, { recursive: true })
    }))
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { promisify } from 'node:util'
import { readCorrections } from '../pipeline/build/read-corrections.ts'
import { readSettings } from '../pipeline/fetch/read-settings.ts'
import { readRegularFile } from '../pipeline/regular-file.ts'

const run = promisify(execFile)

const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'regular-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const READERS: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
  ['corrections', readCorrections],
  ['settings', readSettings],
]

describe('a regular file', () => {
  it('is read up to its limit, and refused beyond', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'file')
      await writeFile(path, 'words')
      assert.equal(String(await readRegularFile(path, 5)), 'words')
      await assert.rejects(readRegularFile(path, 4), { message: 'it has 5 bytes, more than 4' })
    }))

  for (const [name, read] of READERS) {
    it(`is what ${name} are read from, never a pipe or a folder`, () =>
      inFolder(async (folder) => {
        const pipe = join(folder, 'pipe')
        await run('mkfifo', [pipe])
        await assert.rejects(read(pipe), /pipe .*it is no regular file\.$/)
        await assert.rejects(read(folder), /it is no regular file\.$/)
        await assert.rejects(read('/dev/zero'), /it is no regular file\.$/)
      }))
  }
})

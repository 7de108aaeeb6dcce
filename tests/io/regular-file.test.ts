import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, it } from 'vitest'
import { readCorrections } from '../../pipeline/build/corrections.ts'
import { readLock } from '../../pipeline/fetch/lock-file.ts'
import { readSettings } from '../../pipeline/fetch/read-settings.ts'
import { readRegularFile, readRegularText } from '../../pipeline/io/regular-file.ts'

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
  ['the lock', readLock],
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

  it('is read as text in UTF-8, with or without a byte order mark', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'file')
      for (const text of ['{"words":"é"}', '\uFEFF{"words":"é"}']) {
        await writeFile(path, text)
        assert.equal(await readRegularText(path, 100), '{"words":"é"}')
      }
    }))

  for (const [name, read] of READERS) {
    it(`is refused where ${name} are no text in UTF-8`, () =>
      inFolder(async (folder) => {
        const path = join(folder, 'latin')
        await writeFile(path, Buffer.from('{"words":"\xE9"}', 'latin1'))
        await assert.rejects(read(path), /latin .*it is not text in UTF-8\)?\.$/)
      }))

    it(`is what ${name} are read from, never a pipe or a folder`, () =>
      inFolder(async (folder) => {
        const pipe = join(folder, 'pipe')
        await run('mkfifo', [pipe])
        await assert.rejects(read(pipe), /pipe .*it is not a regular file\)?\.$/)
        await assert.rejects(read(folder), /it is not a regular file\)?\.$/)
        await assert.rejects(read('/dev/zero'), /it is not a regular file\)?\.$/)
      }))
  }
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { type PublishedFile, stagedFile } from '../../pipeline/publish/staged-file.ts'
import { withFolder } from './read-back.ts'

describe('a staged file', () => {
  it('holds all pieces in their order, short and long, and is listed with its size and digest', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'file')
      const listed: PublishedFile[] = []
      const file = stagedFile(path, 'file', (written) => listed.push(written))
      const sizes = [0, 3, 300_000, 1, 262_144, 262_145, 100_000, 200_000, 7]
      const pieces = sizes.map((size, index) => new Uint8Array(size).fill(index))
      for (const piece of pieces) file.put(piece)
      file.close()
      const whole = Buffer.concat(pieces)
      assert.ok((await readFile(path)).equals(whole))
      const sha256 = createHash('sha256').update(whole).digest('hex')
      assert.deepEqual(listed, [{ name: 'file', bytes: whole.length, sha256 }])
    }))

  it('keeps what it was given, whatever becomes of the memory that held it', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'file')
      const file = stagedFile(path, 'file', () => {})
      const memory = new Uint8Array(4).fill(1)
      file.put(memory)
      memory.fill(2)
      file.put(memory)
      file.close()
      assert.deepEqual([...(await readFile(path))], [1, 1, 1, 1, 2, 2, 2, 2])
    }))

  it('takes the place of no file', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'file')
      stagedFile(path, 'file', () => {}).close()
      assert.throws(() => stagedFile(path, 'file', () => {}), { code: 'EEXIST' })
    }))
})

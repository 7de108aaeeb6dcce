import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { readCorrections } from '../../pipeline/build/corrections.ts'
import { readLock } from '../../pipeline/fetch/lock-file.ts'
import { readSettings } from '../../pipeline/fetch/lock-request.ts'
import { digestFile } from '../../pipeline/io/file-digest.ts'
import { readRegularFile } from '../../pipeline/io/regular-file.ts'
import { temporaryFolder, writeTemporary } from '../test-folder.ts'

describe('a regular file', () => {
  it('is read up to its limit, and refused beyond', async () => {
    const path = await writeTemporary('words')
    assert.equal(String(await readRegularFile(path, 5)), 'words')
    await assert.rejects(readRegularFile(path, 4), { message: 'it has 5 bytes, more than 4' })
  })

  it('has a size and a SHA-256, whatever its size', async () => {
    for (const bytes of [0, 1, 262_143, 262_144, 262_145, 1_000_003]) {
      const content = Buffer.alloc(bytes, 'abcdefg')
      const sha256 = hash('sha256', content)
      assert.deepEqual(await digestFile(await writeTemporary(content)), { bytes, sha256 })
    }
    await assert.rejects(digestFile(join(temporaryFolder(), 'missing')), { code: 'ENOENT' })
  })

  for (const [name, read] of [
    ['a digest', digestFile],
    ['corrections', readCorrections],
    ['the lock', readLock],
    ['settings', readSettings],
  ] as const) {
    it(`is what ${name} is read from, never a pipe or a folder`, async () => {
      const folder = temporaryFolder()
      const pipe = join(folder, 'pipe')
      execFileSync('mkfifo', [pipe])
      for (const path of [pipe, folder, '/dev/zero']) {
        await assert.rejects(read(path), ({ message }) => {
          assert.match(message, /is not a regular file/)
          assert.ok(message.includes(path), message)
          return true
        })
      }
      const latin = await writeTemporary(Buffer.from('{"words":"\xE9"}', 'latin1'))
      if (read !== digestFile) await assert.rejects(read(latin), /it is not text in UTF-8/)
    })
  }
})

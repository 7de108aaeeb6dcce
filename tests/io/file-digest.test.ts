import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { digestFile } from '../../pipeline/io/file-digest.ts'

describe('digestFile', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'file-digest-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  for (const size of [0, 1, 262_143, 262_144, 262_145, 1_000_003]) {
    it(`gives size and SHA-256 of ${size} bytes`, async () => {
      const path = join(folder, `${size}`)
      const content = Buffer.alloc(size, 'abcdefg')
      await writeFile(path, content)
      assert.deepEqual(await digestFile(path), {
        bytes: size,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
    })
  }

  it('does not read a pipe, a device or a folder', async () => {
    const pipe = join(folder, 'pipe')
    await promisify(execFile)('mkfifo', [pipe])
    for (const path of [pipe, '/dev/zero', folder])
      await assert.rejects(digestFile(path), /is not a regular file/)
  })

  it('throws what the operating system says about a missing file', async () => {
    await assert.rejects(digestFile(join(folder, 'missing')), { code: 'ENOENT' })
  })
})

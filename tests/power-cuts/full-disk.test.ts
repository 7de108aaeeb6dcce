import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { mountDisk, type NoDisk, unmountDisk } from './small-disk.ts'

const SPECIMENS = fileURLToPath(new URL('../../raw/specimen', import.meta.url))

describe('a full disk', () => {
  let folder: string
  let disk: string
  let cannot: NoDisk = null

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cyberwellness-disk-'))
    disk = join(folder, 'disk')
    mkdirSync(disk)
    const former = join(folder, 'former')
    const { files } = await build({ inputs: [SPECIMENS], out: former, jobs: 2 }, () => {})
    const size = files.reduce((sum, { bytes }) => sum + bytes, 0)
    cannot = mountDisk(disk, Math.ceil(size * 1.6))
    if (cannot === null) cpSync(former, join(disk, 'out'), { recursive: true })
  })
  afterAll(() => {
    if (cannot === null) unmountDisk(disk)
    rmSync(folder, { recursive: true, force: true })
  })

  it('is told in one sentence, and the former release stays whole', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(disk, 'out')
    await assert.rejects(
      build({ inputs: [SPECIMENS], out, jobs: 2, accept: true }, () => {}),
      {
        name: 'CliError',
        message: /cannot be written: the disk is full \(ENOSPC\); free some space/,
      },
    )
    assert.deepEqual(readdirSync(disk), ['out'])
    const former = join(folder, 'former')
    for (const name of readdirSync(former)) {
      assert.deepEqual(readFileSync(join(out, name)), readFileSync(join(former, name)), name)
    }
  })
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from '../../pipeline/build/index.ts'

const SPECIMENS = fileURLToPath(new URL('../../raw/specimen', import.meta.url))

/** Mounts a small disk; why it cannot, where it cannot. */
const mountDisk = (path: string, bytes: number): string | null => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'ignore' })
    return null
  } catch {
    return 'this user may mount no disk of its own'
  }
}

describe('a full disk', () => {
  let folder: string
  let disk: string
  let cannot: string | null = null

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cyberwellness-disk-'))
    disk = join(folder, 'disk')
    mkdirSync(disk)
    const former = join(folder, 'former')
    const { files } = await build({ inputs: [SPECIMENS], out: former, jobs: 2 }, () => {})
    const size = files.reduce((sum, { bytes }) => sum + bytes, 0)
    cannot = mountDisk(disk, Math.ceil(size * 1.6))
    if (cannot === null) cpSync(former, join(disk, 'out'), { recursive: true })
  })
  after(() => {
    // lazily: a build that failed may hold a file of its own until the process ends
    if (cannot === null) execFileSync('umount', ['--lazy', disk])
    rmSync(folder, { recursive: true, force: true })
  })

  it('is told in one sentence, and the former release stays whole', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(disk, 'out')
    await assert.rejects(
      build({ inputs: [SPECIMENS], out, jobs: 2, accept: true }, () => {}),
      {
        name: 'OutputUnwritable',
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

import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { run } from '../cli/run.ts'
import { makeReadOnly, mountDisk, type NoDisk, unmountDisk } from './small-disk.ts'

const RAW = fileURLToPath(new URL('../../raw', import.meta.url))
const PROFILE = join(RAW, 'specimen', 'nuvale.pdf')
const DISK_BYTES = 64_000_000

const build = (out: string, ...more: string[]) =>
  run('build', '--input', PROFILE, '--out', out, '--jobs', '1', '--no-explorer', ...more)

describe('a disk that nobody may write to', () => {
  let folder: string
  let disk: string
  let cannot: NoDisk = null

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyberwellness-read-only-'))
    disk = join(folder, 'disk')
    await mkdir(disk)
    cannot = mountDisk(disk, DISK_BYTES)
    if (cannot !== null) return
    await cp(join(RAW, 'sources.json'), join(disk, 'sources.json'))
    await mkdir(join(disk, 'files'))
    assert.equal((await build(join(disk, 'out'), '--no-cache')).code, 0)
    makeReadOnly(disk)
  })
  afterAll(async () => {
    if (cannot === null) unmountDisk(disk)
    await rm(folder, { recursive: true, force: true })
  })

  it('keeps its release, and a build that would replace it says why it cannot', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(disk, 'out')
    const sums = await readFile(join(out, 'SHA256SUMS'), 'utf8')
    const { code, err } = await run('build', '--input', join(RAW, 'specimen'), '--out', out, '--no-cache')
    assert.equal(code, 3)
    assert.match(err, /out cannot be written: the file system is read-only \(EROFS\)/)
    assert.equal(await readFile(join(out, 'SHA256SUMS'), 'utf8'), sums)
    assert.deepEqual((await readdir(disk)).sort(), ['files', 'out', 'sources.json'])
  })

  it('keeps nothing for the next build, which reads everything and gives the same release', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(folder, 'out')
    assert.equal((await build(out, '--cache', join(disk, 'cache'))).code, 0)
    assert.equal(
      await readFile(join(out, 'SHA256SUMS'), 'utf8'),
      await readFile(join(disk, 'out', 'SHA256SUMS'), 'utf8'),
    )
  })

  it('takes no documents, and fetching says so', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const { code, err } = await run('fetch', '--lock', join(disk, 'sources.json'))
    assert.equal(code, 3)
    assert.match(err, /cannot be written: EROFS: read-only file system/)
  })
})

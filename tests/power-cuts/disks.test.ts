import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { findSpecimen, IN_PROCESS, SPECIMENS, TEST_CACHE } from '../build/in-process.ts'
import { run } from '../cli/run.ts'
import { makeReadOnly, mountDisk, type NoDisk, unmountDisk } from './small-disk.ts'

const LOCK = fileURLToPath(new URL('../../raw/sources.json', import.meta.url))
const MAX_READ_ONLY_BYTES = 64_000_000
const REQUEST = { inputs: [SPECIMENS], jobs: 2, reader: IN_PROCESS, cache: TEST_CACHE }

const readSums = (out: string): Promise<string> => readFile(join(out, 'SHA256SUMS'), 'utf8')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-disk-'))
  await mkdir(join(folder, 'full'))
  await mkdir(join(folder, 'read-only'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a full disk', () => {
  let disk: string
  let previous: string
  let cannot: NoDisk = null

  beforeAll(async () => {
    disk = join(folder, 'full')
    previous = join(folder, 'previous')
    const { files } = await build({ ...REQUEST, out: previous })
    const size = files.reduce((sum, { bytes }) => sum + bytes, 0)
    cannot = mountDisk(disk, Math.ceil(size * 1.6))
    if (cannot === null) await cp(previous, join(disk, 'out'), { recursive: true })
  })
  afterAll(() => {
    if (cannot === null) unmountDisk(disk)
  })

  it('is reported in one sentence, and the previous release stays whole', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(disk, 'out')
    await assert.rejects(build({ ...REQUEST, out, accept: true }), {
      name: 'CliError',
      message: /cannot be written: the disk is full \(ENOSPC\); free some space/,
    })
    assert.deepEqual(await readdir(disk), ['out'])
    for (const name of await readdir(previous)) {
      assert.deepEqual(await readFile(join(out, name)), await readFile(join(previous, name)), name)
    }
  })
})

describe('a read-only disk', () => {
  let disk: string
  let cannot: NoDisk = null

  const buildOne = (out: string, ...cache: string[]) =>
    run('build', '--input', findSpecimen('nuvale'), '--out', out, '--jobs', '1', '--no-explorer', ...cache)

  beforeAll(async () => {
    disk = join(folder, 'read-only')
    cannot = mountDisk(disk, MAX_READ_ONLY_BYTES)
    if (cannot !== null) return
    await cp(LOCK, join(disk, 'sources.json'))
    await mkdir(join(disk, 'files'))
    assert.equal((await buildOne(join(disk, 'out'), '--cache', TEST_CACHE)).code, 0)
    makeReadOnly(disk)
  })
  afterAll(() => {
    if (cannot === null) unmountDisk(disk)
  })

  it('keeps its release, and a build that would replace it says why it cannot', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(disk, 'out')
    const sums = await readSums(out)
    const { code, err } = await buildOne(out, '--cache', TEST_CACHE)
    assert.equal(code, 3)
    assert.match(err, /out cannot be written: the file system is read-only \(EROFS\)/)
    assert.equal(await readSums(out), sums)
    assert.deepEqual((await readdir(disk)).sort(), ['files', 'out', 'sources.json'])
  })

  it('keeps nothing for the next build, which reads everything and gives the same release', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const out = join(folder, 'out')
    assert.equal((await buildOne(out, '--cache', join(disk, 'cache'))).code, 0)
    assert.equal(await readSums(out), await readSums(join(disk, 'out')))
  })

  it('takes no documents, and fetching says so', async (test) => {
    if (cannot !== null) return test.skip(cannot)
    const { code, err } = await run('fetch', '--lock', join(disk, 'sources.json'))
    assert.equal(code, 3)
    assert.match(err, /cannot be written: EROFS: read-only file system/)
  })
})

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { findSpecimen, IN_PROCESS, SPECIMENS, TEST_CACHE } from '../build/in-process.ts'
import { run, runProcess } from '../cli/run.ts'
import { makeTestFolder } from '../test-folder.ts'

const LOCK = fileURLToPath(new URL('../../raw/sources.json', import.meta.url))
const folder = makeTestFolder()

const readSums = (out: string): Promise<string> => readFile(join(out, 'SHA256SUMS'), 'utf8')

/** Mounts an empty disk, if this user may. */
const mountDisk = (name: string) => {
  const path = join(folder, name)
  mkdirSync(path)
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', path]).status === 0
  // lazily: as soon as no process has a file of it open
  if (isMounted) afterAll(() => void execFileSync('umount', ['--lazy', path]))
  return { path, out: join(path, 'out'), isMounted }
}

const remount = (path: string, option: string): void => {
  execFileSync('mount', ['-o', `remount,${option}`, path], { stdio: 'ignore' })
}

const full = mountDisk('full')

describe.skipIf(!full.isMounted)('a full disk', () => {
  it('is reported in one sentence, and the previous release stays whole', async () => {
    const request = { inputs: [SPECIMENS], jobs: 2, reader: IN_PROCESS, cache: TEST_CACHE }
    const previous = join(folder, 'previous')
    const { files } = await build({ ...request, out: previous })
    remount(full.path, `size=${Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) * 1.6)}`)
    await cp(previous, full.out, { recursive: true })
    await assert.rejects(build({ ...request, out: full.out, accept: true }), {
      name: 'CliError',
      message: /cannot be written: the disk is full \(ENOSPC\); free some space/,
    })
    assert.deepEqual(await readdir(full.path), ['out'])
    for (const name of await readdir(previous)) {
      assert.deepEqual(await readFile(join(full.out, name)), await readFile(join(previous, name)), name)
    }
  })
})

const readOnly = mountDisk('read-only')

describe.skipIf(!readOnly.isMounted)('a read-only disk', () => {
  const { path, out } = readOnly

  const buildOne = (to: string, cache: string) =>
    run(
      ...['build', '--input', findSpecimen('nuvale'), '--out', to, '--jobs', '1', '--no-explorer'],
      ...['--cache', cache],
    )

  beforeAll(async () => {
    await cp(LOCK, join(path, 'sources.json'))
    await mkdir(join(path, 'files'))
    assert.equal((await buildOne(out, TEST_CACHE)).code, 0)
    remount(path, 'ro')
  })

  it('keeps its release, and a build that would replace it says why it cannot', async () => {
    const sums = await readSums(out)
    const { code, err } = await buildOne(out, TEST_CACHE)
    assert.equal(code, 3)
    assert.match(err, /out cannot be written: the file system is read-only \(EROFS\)/)
    assert.equal(await readSums(out), sums)
    assert.deepEqual((await readdir(path)).sort(), ['files', 'out', 'sources.json'])
  })

  it('keeps nothing for the next build, which reads everything and gives the same release', async () => {
    const other = join(folder, 'out')
    assert.equal((await buildOne(other, join(path, 'cache'))).code, 0)
    assert.equal(await readSums(other), await readSums(out))
  })

  it('takes no documents, and fetching says so', async () => {
    const { code, err } = await run('fetch', '--lock', join(path, 'sources.json'))
    assert.equal(code, 3)
    assert.match(err, /cannot be written: EROFS: read-only file system/)
  })
})

describe('a build', () => {
  /** Builds in this process: `nuvale.pdf` unless another input is given, with a cache or without. */
  const buildHere = (out: string, cache: string | false = false, input = findSpecimen('nuvale')) =>
    build({ inputs: [input], out, cache, jobs: 1, reader: IN_PROCESS, explorer: false, accept: true })

  it('beside another one in the same folder, with the same cache, loses nothing', async () => {
    const [out, cache, again] = [join(folder, 'twice', 'out'), join(folder, 'cache'), join(folder, 'alone')]
    const command = ['build', '--input', findSpecimen('nuvale'), '--out', out, '--cache', cache]
    command.push('--no-explorer')
    const both = await Promise.all([runProcess(command), runProcess(command)])
    for (const { code, err } of both) {
      if (code !== 0) assert.match(err, /is being written by another build; run one build at a time/)
    }
    assert.ok(both.some(({ code }) => code === 0))
    await buildHere(again)
    assert.equal(await readSums(out), await readSums(again))
    assert.deepEqual(await readdir(join(folder, 'twice')), ['out'])
  })

  it('sees what changed though the clock was set back and every file says another time', async () => {
    const [input, cache] = [join(folder, 'clock'), join(folder, 'clock-cache')]
    const [out, alone] = [join(folder, 'clock-out'), join(folder, 'clock-alone')]
    const path = join(input, 'one.pdf')
    const age = async (time: string): Promise<void> => {
      for (const place of [input, cache, out]) {
        const names = await readdir(place, { recursive: true }).catch(() => [])
        for (const name of ['.', ...names]) await utimes(join(place, name), new Date(time), new Date(time))
      }
    }
    await mkdir(input)
    await cp(findSpecimen('nuvale'), path)
    await buildHere(out, cache, input)
    await age('2090-01-01')
    await cp(findSpecimen('qelvara'), path)
    await age('1980-01-01')
    await buildHere(out, cache, input)
    await buildHere(alone, false, input)
    assert.equal(await readSums(out), await readSums(alone))
  })
})

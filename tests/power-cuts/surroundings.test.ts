import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { readDocuments } from '../../pipeline/build/index.ts'
import { run } from '../cli/run.ts'

const specimen = (name: string): string =>
  fileURLToPath(new URL(`../../raw/specimen/${name}.pdf`, import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surroundings-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const build = (out: string, ...more: string[]) =>
  run('build', '--input', specimen('nuvale'), '--out', out, '--jobs', '1', '--no-explorer', ...more)

const sumsOf = (out: string): Promise<string> => readFile(join(out, 'SHA256SUMS'), 'utf8')

describe('a build', () => {
  it('beside another one in the same folder, with the same cache, loses nothing', async () => {
    const [out, cache] = [join(folder, 'twice', 'out'), join(folder, 'twice-cache')]
    const both = await Promise.all([build(out, '--cache', cache), build(out, '--cache', cache)])
    for (const { code, err } of both) {
      if (code !== 0) assert.match(err, /is being written by another build; run one build at a time/)
    }
    assert.ok(both.some(({ code }) => code === 0))
    const again = join(folder, 'alone')
    assert.equal((await build(again, '--no-cache')).code, 0)
    assert.equal(await sumsOf(out), await sumsOf(again))
    assert.deepEqual(await readdir(join(folder, 'twice')), ['out'])
  })

  it('of an input that has vanished says so', async () => {
    const { code, err } = await run('build', '--input', join(folder, 'gone'), '--out', join(folder, 'never'))
    assert.equal(code, 2)
    assert.match(err, /there is no such file or folder/)
  })

  it('sets a document aside that goes away before it is read, and reads the rest', async () => {
    const files = ['gone', 'nuvale'].map((name) => ({ path: specimen(name), name: `${name}.pdf` }))
    const results = await readDocuments(files, 1, () => {})
    assert.deepEqual(
      results.map((result) => [
        result.file,
        result.rows === null ? result.issues.find((issue) => issue.set_aside)?.code : 'read',
      ]),
      [
        ['gone.pdf', 'file_unreadable'],
        ['nuvale.pdf', 'read'],
      ],
    )
  })

  it('sees what changed though the clock was set back and every file says another time', async () => {
    const [input, cache] = [join(folder, 'clock'), join(folder, 'clock-cache')]
    const [out, alone] = [join(folder, 'clock-out'), join(folder, 'clock-alone')]
    const path = join(input, 'one.pdf')
    const buildClock = (to: string, ...more: string[]) =>
      run('build', '--input', input, '--out', to, '--jobs', '1', '--no-explorer', '--accept', ...more)
    const age = async (time: string): Promise<void> => {
      for (const place of [input, cache, out]) {
        const names = await readdir(place, { recursive: true }).catch(() => [])
        for (const name of ['.', ...names]) await utimes(join(place, name), new Date(time), new Date(time))
      }
    }
    await mkdir(input)
    await cp(specimen('nuvale'), path)
    assert.equal((await buildClock(out, '--cache', cache)).code, 0)
    await age('2090-01-01')
    await cp(specimen('qelvara'), path)
    await age('1980-01-01')
    assert.equal((await buildClock(out, '--cache', cache)).code, 0)
    assert.equal((await buildClock(alone, '--no-cache')).code, 0)
    assert.equal(await sumsOf(out), await sumsOf(alone))
  })
})

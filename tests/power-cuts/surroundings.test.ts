import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build, readDocuments } from '../../pipeline/build/index.ts'
import { findSpecimen, IN_PROCESS } from '../build/in-process.ts'
import { runProcess } from '../cli/run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surroundings-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Builds in this process: `nuvale.pdf` unless another input is given, with a cache or without. */
const buildHere = (out: string, cache: string | false = false, input = findSpecimen('nuvale')) =>
  build({ inputs: [input], out, cache, jobs: 1, reader: IN_PROCESS, explorer: false, accept: true })

const readSums = (out: string): Promise<string> => readFile(join(out, 'SHA256SUMS'), 'utf8')

describe('a build', () => {
  it('beside another one in the same folder, with the same cache, loses nothing', async () => {
    const [out, cache] = [join(folder, 'twice', 'out'), join(folder, 'twice-cache')]
    const words = [
      'build',
      '--input',
      findSpecimen('nuvale'),
      '--out',
      out,
      '--cache',
      cache,
      '--no-explorer',
    ]
    const both = await Promise.all([runProcess(words), runProcess(words)])
    for (const { code, err } of both) {
      if (code !== 0) assert.match(err, /is being written by another build; run one build at a time/)
    }
    assert.ok(both.some(({ code }) => code === 0))
    const again = join(folder, 'alone')
    await buildHere(again)
    assert.equal(await readSums(out), await readSums(again))
    assert.deepEqual(await readdir(join(folder, 'twice')), ['out'])
  })

  it('rejects a document that goes away before it is read, and reads the rest', async () => {
    const files = ['gone', 'nuvale'].map((name) => ({ path: findSpecimen(name), name: `${name}.pdf` }))
    const results = await readDocuments(files, { reader: IN_PROCESS })
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

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { beforeAll, describe, it } from 'vitest'
import { type BuildResult, build } from '../../pipeline/build/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { assertSameFiles, makeTestFolder } from '../test-folder.ts'
import { IN_PROCESS, SPECIMENS } from './in-process.ts'
import { readRelease } from './made-up-release.ts'

const folder = makeTestFolder()
const [cache, release] = [join(folder, 'cache'), join(folder, 'release')]

/** Builds the samples into a folder below that of the tests. */
const buildSamples = (name: string, more: object, progress?: (done: number, total: number) => void) =>
  build({ inputs: [SPECIMENS], out: join(folder, name), jobs: 1, explorer: true, ...more }, progress)

describe('a build of the samples', () => {
  let result: BuildResult
  const progress: string[] = []

  beforeAll(async () => {
    const note = (done: number, total: number) => void progress.push(`${done} of ${total}`)
    result = await buildSamples('release', { reader: IN_PROCESS, cache }, note)
  })

  it.for<[how: string, more: object]>([
    ['in three processes', { jobs: 3 }],
    ['from the cache', { cache }],
  ])('gives the same bytes %s', async ([how, more]) => {
    await buildSamples(how, more)
    await assertSameFiles(join(folder, how), release)
  })

  it('reports each document, and explains every character', async () => {
    const { summary, found } = result
    assert.deepEqual(
      progress,
      Array.from({ length: 10 }, (_, index) => `${index + 1} of 10`),
    )
    assert.deepEqual([found, summary.collection, summary.issues.error], [10, 'specimen', 0])
    const rows = [...summary.statuses.values()].reduce((total, count) => total + count)
    assert.equal(rows, 10 * 23)
    const { documents } = await readRelease(release)
    assert.equal(documents.length, summary.documents)
    assert.ok(documents.every((row) => row.characters_unexplained === 0))
  })

  it('does not let a cached document pass the limits of a later build', async () => {
    const limits = { ...USUAL_LIMITS, pages: 1 }
    const { setAside } = await buildSamples('strict', { cache, limits, reader: IN_PROCESS })
    assert.deepEqual([...new Set(setAside.map(({ code }) => code))], ['over_pages'])
  })
})

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { z } from 'zod'
import { build } from '../../pipeline/build/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'

const specimens = fileURLToPath(new URL('../../raw/specimen', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-build-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytesOf = async (out: string): Promise<Map<string, string>> => {
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    .sort()
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await readFile(join(out, name))).toString('base64')] as const),
    ),
  )
}

test('two builds of the same files give the same bytes, with one worker or three', async () => {
  const [one, three] = [join(folder, 'one'), join(folder, 'three')]
  await build({ inputs: [specimens], out: one, jobs: 1, explorer: true }, () => {})
  await build({ inputs: [specimens], out: three, jobs: 3, explorer: true }, () => {})
  assert.deepEqual(await bytesOf(one), await bytesOf(three))
})

test('both descriptors of a release name every file of it, its explorer too, and no other', async () => {
  const out = join(folder, 'described')
  await build({ inputs: [specimens], out, jobs: 2, explorer: true }, () => {})
  const files = [...(await bytesOf(out)).keys()]
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), 'utf8'))
  const listed = (names: readonly string[], ...later: readonly string[]): void =>
    assert.deepEqual(names.toSorted(), files.filter((name) => !later.includes(name)).toSorted())
  const { resources } = z
    .object({ resources: z.array(z.object({ path: z.string() })) })
    .parse(await read('datapackage.json'))
  const { distribution } = z
    .object({ distribution: z.array(z.object({ contentUrl: z.string() })) })
    .parse(await read('croissant.json'))
  listed(
    resources.map(({ path }) => path),
    'datapackage.json',
    'SHA256SUMS',
  )
  listed(
    distribution.map(({ contentUrl }) => contentUrl),
    'croissant.json',
    'datapackage.json',
    'SHA256SUMS',
  )
})

test('a build tells how many documents are done, up to all of them', async () => {
  const seen: number[] = []
  const { found } = await build(
    { inputs: [specimens], out: join(folder, 'progress'), jobs: 2 },
    (done, total) => {
      seen.push(done)
      assert.equal(total, 10)
    },
  )
  assert.equal(found, 10)
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('where nothing can be read, nothing is written and the last release stays', async () => {
  const out = join(folder, 'kept')
  await build({ inputs: [specimens], out, jobs: 2 }, () => {})
  const before = await bytesOf(out)
  const empty = join(folder, 'empty')
  await mkdir(empty)
  const { files } = await build({ inputs: [empty], out, jobs: 2 }, () => {})
  assert.deepEqual(files, [])
  assert.deepEqual(await bytesOf(out), before)
})

test('an input that does not exist is an error before anything is read', async () => {
  await assert.rejects(
    build({ inputs: [join(folder, 'nowhere')], out: join(folder, 'never'), jobs: 1 }, () => {}),
    { name: 'CliError', message: /there is no such file or folder/ },
  )
})

test('the specimens between them show every status but “unclassified”, and nothing is unexplained', async () => {
  const out = join(folder, 'statuses')
  const { summary } = await build({ inputs: [specimens], out, jobs: 2 }, () => {})
  assert.deepEqual([...summary.statuses.keys()].sort(), [
    'absent',
    'not_reported',
    'partial',
    'planned',
    'present',
    'reported',
    'unknown',
  ])
  assert.equal(summary.collection, 'specimen')
  assert.equal(summary.issues.error, 0)
  const documents: { characters_unexplained: number }[] = JSON.parse(
    await readFile(join(out, 'documents.json'), 'utf8'),
  )
  assert.equal(documents.length, summary.documents)
  assert.ok(documents.every((row) => row.characters_unexplained === 0))
})

test('what an earlier build kept of a document does not get it past the limits of a later one', async () => {
  const request = { inputs: [specimens], jobs: 2, cache: join(folder, 'limits-cache') }
  const generous = await build({ ...request, out: join(folder, 'generous') }, () => {})
  assert.equal(generous.setAside.length, 0)
  const limits = { ...USUAL_LIMITS, pages: 1 }
  const strict = await build({ ...request, out: join(folder, 'strict'), limits }, () => {})
  assert.deepEqual([...new Set(strict.setAside.map(({ code }) => code))], ['over_pages'])
})

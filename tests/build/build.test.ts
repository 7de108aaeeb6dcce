import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { z } from 'zod'
import { type BuildResult, build } from '../../pipeline/build/index.ts'
import { writeLock } from '../../pipeline/fetch/lock-file.ts'
import { digestFile } from '../../pipeline/io/file-digest.ts'
import { type Source, USUAL_LIMITS } from '../../schemas/index.ts'
import { assertSameRelease } from '../queue/same-release.ts'
import { findSpecimen, IN_PROCESS, SPECIMENS } from './in-process.ts'

const SPECIMEN = findSpecimen('qelvara')

let folder: string
let cache: string
let release: string
let result: BuildResult
const progress: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-build-'))
  cache = join(folder, 'cache')
  release = join(folder, 'release')
  const request = { inputs: [SPECIMENS], out: release, jobs: 1, explorer: true, reader: IN_PROCESS, cache }
  result = await build(request, (done, total) => progress.push(`${done} of ${total}`))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const documentRow = z.object({
  file_name: z.string(),
  source_url: z.string().nullable(),
  mirror_url: z.string().nullable(),
  retrieved: z.string().nullable(),
  captured: z.string().nullable(),
})

const readDocumentRows = async (out: string): Promise<z.infer<typeof documentRow>[]> =>
  z.array(documentRow).parse(JSON.parse(await readFile(join(out, 'documents.json'), 'utf8')))

describe('a build', () => {
  it('gives the same bytes with more workers, and from the cache', async () => {
    const [three, cached] = [join(folder, 'three'), join(folder, 'cached')]
    await build({ inputs: [SPECIMENS], out: three, jobs: 3, explorer: true })
    await assertSameRelease(three, release)
    await build({ inputs: [SPECIMENS], out: cached, jobs: 1, explorer: true, cache })
    await assertSameRelease(cached, release)
  })

  it('of the samples reports each document, shows every status but one, and explains every character', async () => {
    const { summary, found } = result
    assert.deepEqual(
      progress,
      Array.from({ length: 10 }, (_, index) => `${index + 1} of 10`),
    )
    assert.deepEqual([...summary.statuses.keys()].sort(), [
      'absent',
      'not_reported',
      'partial',
      'planned',
      'present',
      'reported',
      'unknown',
    ])
    assert.deepEqual([found, summary.collection, summary.issues.error], [10, 'specimen', 0])
    const documents = z
      .array(z.object({ characters_unexplained: z.number() }))
      .parse(JSON.parse(await readFile(join(release, 'documents.json'), 'utf8')))
    assert.equal(documents.length, summary.documents)
    assert.ok(documents.every((row) => row.characters_unexplained === 0))
  })

  it('does not let a cached document pass the limits of a later build', async () => {
    const limits = { ...USUAL_LIMITS, pages: 1 }
    const out = join(folder, 'strict')
    const { setAside } = await build({ inputs: [SPECIMENS], out, jobs: 1, cache, limits, reader: IN_PROCESS })
    assert.deepEqual([...new Set(setAside.map(({ code }) => code))], ['over_pages'])
  })

  it('of an input that does not exist fails before anything is read', async () => {
    const request = { inputs: [join(folder, 'nowhere')], out: join(folder, 'never'), jobs: 1 }
    await assert.rejects(
      build(request, () => assert.fail('it reads')),
      { name: 'CliError', message: /there is no such file or folder/ },
    )
  })
})

describe('a document with a lock file beside it', () => {
  const address = 'https://a.example/qelvara.pdf'
  const archived = `https://archive.example/web/20140506070809id_/${address}`
  let bytes: Buffer
  let changed: Buffer
  let fetched: Source

  beforeAll(async () => {
    bytes = await readFile(SPECIMEN)
    changed = Buffer.concat([bytes, Buffer.from('\n% more\n%%EOF\n')])
    fetched = {
      id: 'profile/q',
      kind: 'profile',
      published: address,
      addresses: [archived],
      captured: '2014-05-06T07:08:09Z',
      sha256: (await digestFile(SPECIMEN)).sha256,
      file: 'profile/q.pdf',
      fetched: { address: archived, retrieved: '2026-01-02' },
    }
  })

  /** Builds a folder with a lock file and the files that it names. */
  const buildLocked = async (name: string, sources: readonly Source[], files: Record<string, Uint8Array>) => {
    const input = join(folder, name)
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(input, path)), { recursive: true })
      await writeFile(join(input, path), content)
    }
    await writeLock(join(input, 'sources.json'), sources)
    const out = join(folder, `${name}-out`)
    return { out, result: await build({ inputs: [input], out, jobs: 1, cache, reader: IN_PROCESS }) }
  }

  it('says where its bytes come from, whatever its file is called', async () => {
    const { out } = await buildLocked('known', [fetched], { 'mine/x.pdf': bytes })
    assert.deepEqual(await readDocumentRows(out), [
      {
        file_name: 'mine/x.pdf',
        source_url: address,
        mirror_url: archived,
        retrieved: '2026-01-02',
        captured: '2014-05-06',
      },
    ])
    const indicators = z
      .array(z.object({ source_url: z.string() }))
      .parse(JSON.parse(await readFile(join(out, 'indicators.json'), 'utf8')))
    assert.ok(indicators.every((row) => row.source_url === address))
  })

  it('has no origin where its bytes are not those of the lock, which is an issue', async () => {
    const { out } = await buildLocked('changed', [fetched], { 'files/profile/q.pdf': changed })
    const [document] = await readDocumentRows(out)
    assert.equal(document?.source_url, null)
    assert.match(await readFile(join(out, 'issues.json'), 'utf8'), /"source_changed"/)
  })

  it('is left out where it is a text copy and there is another of its country and date', async () => {
    const path = join(folder, 'copy')
    await writeFile(path, changed)
    const copy: Source = {
      id: 'text-copy/q',
      kind: 'text copy',
      addresses: ['https://b.example/q.txt'],
      sha256: (await digestFile(path)).sha256,
    }
    const alone = await buildLocked('alone', [copy], { 'files/text-copy/q.pdf': changed })
    const [document] = await readDocumentRows(alone.out)
    assert.equal(document?.source_url, 'https://b.example/q.txt')
    const both = await buildLocked('both', [copy, fetched], {
      'files/text-copy/q.pdf': changed,
      'files/profile/q.pdf': bytes,
    })
    const names = (await readDocumentRows(both.out)).map(({ file_name }) => file_name)
    assert.deepEqual(names, ['files/profile/q.pdf'])
    assert.deepEqual(
      both.result.setAside.map(({ code, document: name }) => [code, name]),
      [['text_copy_replaced', 'files/text-copy/q.pdf']],
    )
  })
})

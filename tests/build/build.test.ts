import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  appendFile,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type BuildRequest, build } from '../../pipeline/build/index.ts'
import { OutputRefused } from '../../pipeline/publish/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { csvLine, HEADER } from './correction-lines.ts'

const specimen = (name: string): string =>
  fileURLToPath(new URL(`../../raw/specimen/${name}`, import.meta.url))

let folder: string
let request: BuildRequest

const unchanged = async (changes: Partial<BuildRequest> = {}): Promise<boolean> =>
  (await build({ ...request, ...changes }, () => {})).unchanged

const sums = (): Promise<string> => readFile(join(request.out, 'SHA256SUMS'), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-build-'))
  const input = join(folder, 'input')
  await mkdir(input)
  await copyFile(specimen('nuvale.pdf'), join(input, 'nuvale.pdf'))
  request = { inputs: [input], out: join(folder, 'out'), jobs: 1, cache: join(folder, 'cache') }
  assert.equal(await unchanged(), false)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a build where nothing has changed', () => {
  it('writes nothing and tells the same of the release', async () => {
    await rm(request.out, { recursive: true })
    const first = await build(request, () => {})
    const { ino, mtimeMs } = await stat(join(request.out, 'SHA256SUMS'))
    const again = await build({ ...request, accept: true, jobs: 3 }, () => {})
    assert.deepEqual(again, { ...first, unchanged: true, verdict: null })
    const { ino: inoAfter, mtimeMs: mtimeAfter } = await stat(join(request.out, 'SHA256SUMS'))
    assert.deepEqual([inoAfter, mtimeAfter], [ino, mtimeMs])
  })

  it('removes what was rejected before, as one that writes does', async () => {
    const rejected = `${request.out}.rejected`
    await build({ ...request, out: rejected }, () => {})
    assert.ok((await stat(rejected)).isDirectory())
    assert.equal(await unchanged(), true)
    await assert.rejects(stat(rejected))
  })
})

describe('a build writes its release anew', () => {
  const damages: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
    'has another byte': async (path) => {
      const bytes = await readFile(path)
      bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
      await writeFile(path, bytes)
    },
    'has a byte more': (path) => appendFile(path, '\n'),
    'is gone': (path) => rm(path),
    'is a link': async (path) => {
      await copyFile(path, join(folder, 'elsewhere'))
      await rm(path)
      await symlink(join(folder, 'elsewhere'), path)
    },
  }
  const damageShows = async (name: string, damage: (path: string) => Promise<unknown>): Promise<void> => {
    await damage(join(request.out, name))
    assert.equal(await unchanged(), false)
    // specimens take the place of nothing that they cannot look into
    await rm(request.out, { recursive: true })
    assert.equal(await unchanged(), false)
    assert.equal(await unchanged(), true)
  }
  for (const [how, damage] of Object.entries(damages)) {
    it(`where a file of it ${how}`, () => damageShows('items.parquet', damage))
  }
  it('where its list of checksums has a line more', () =>
    damageShows('SHA256SUMS', (path) => appendFile(path, '\n')))

  it('where an option shows in it', async () => {
    const limits = { ...USUAL_LIMITS, pages: USUAL_LIMITS.pages - 1 }
    const corrections = join(folder, 'corrections.csv')
    await writeFile(corrections, `${HEADER}\n${csvLine({ document_id: 'xzz-undated-00000000' })}\n`)
    const options: Partial<BuildRequest>[] = [
      { explorer: true },
      { created: '2020-01-01' },
      { homepage: 'https://data.example/' },
      { limits },
      { corrections },
    ]
    for (const option of options) {
      assert.equal(await unchanged({ ...option, accept: true }), false, Object.keys(option)[0])
      assert.equal(await unchanged(option), true, Object.keys(option)[0])
    }
    assert.equal(await unchanged({ accept: true }), false)
  })

  it('where a file is new, has other bytes, has another name or is gone', async () => {
    const [input = ''] = request.inputs
    const [extra, renamed] = [join(input, 'extra.pdf'), join(input, 'renamed.pdf')]
    const before = await sums()
    const steps = [
      () => copyFile(specimen('qelvara.pdf'), extra),
      () => appendFile(extra, '\n'),
      async () => {
        await copyFile(extra, renamed)
        await rm(extra)
      },
      () => rm(renamed),
    ]
    for (const step of steps) {
      await step()
      assert.equal(await unchanged({ accept: true }), false)
      assert.equal(await unchanged(), true)
    }
    assert.equal(await sums(), before)
  })

  it('where a lock file now knows where a file comes from', async () => {
    const [input = ''] = request.inputs
    const sha256 = createHash('sha256')
      .update(await readFile(join(input, 'nuvale.pdf')))
      .digest('hex')
    const source = {
      id: 'profile/nuvale',
      kind: 'profile',
      addresses: ['https://example.org/nuvale.pdf'],
      sha256,
    }
    await writeFile(join(input, 'sources.json'), JSON.stringify({ version: 1, documents: [source] }))
    assert.equal(await unchanged({ accept: true }), false)
    await rm(join(input, 'sources.json'))
    assert.equal(await unchanged({ accept: true }), false)
  })

  it('where nothing is kept', async () => {
    assert.equal(await unchanged(), true)
    assert.equal(await unchanged({ cache: undefined }), false)
    assert.equal(await unchanged({ cache: join(folder, 'other-cache') }), false)
  })
})

it('a folder that holds a foreign file is refused though nothing has changed', async () => {
  const foreign = join(request.out, 'notes.txt')
  await writeFile(foreign, 'mine')
  await assert.rejects(unchanged(), OutputRefused)
  await rm(foreign)
  assert.equal(await unchanged(), true)
})

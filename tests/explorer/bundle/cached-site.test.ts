import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, test } from 'vitest'
import { bundleSite, type SiteFile } from '../../../pipeline/explorer/bundle/bundle-site.ts'
import { cachedSite } from '../../../pipeline/explorer/bundle/cached-site.ts'

const texts = (site: readonly SiteFile[]): (readonly [string, string])[] =>
  site.map(({ name, content }) => [name, Buffer.from(content).toString('base64')])

const small = async (): Promise<readonly SiteFile[]> => [
  { name: 'b.js', content: 'text with “quotes”' },
  { name: 'a/font', content: new Uint8Array([0, 255, 10]) },
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-site-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a site out of the cache is that which was made, and both are sorted by name', async () => {
  const cache = join(folder, 'fresh')
  const made = await cachedSite(cache, small)
  const kept = await cachedSite(cache, () => assert.fail('made twice'))
  assert.deepEqual(
    made.map(({ name }) => name),
    ['a/font', 'b.js'],
  )
  assert.deepEqual(texts(kept), texts(made))
})

test('the site of the project has the names and bytes that bundling gives', async () => {
  const bundled = texts(await bundleSite()).sort(([left], [right]) => (left < right ? -1 : 1))
  assert.deepEqual(texts(await cachedSite()), bundled)
})

test('a cache that was cut off, holds something else, or has one byte changed is made again', async () => {
  const cache = join(folder, 'broken')
  await cachedSite(cache, small)
  const [name] = await readdir(cache)
  assert.ok(name)
  const kept = await readFile(join(cache, name))
  const flipped = Buffer.from(kept)
  flipped[flipped.length - 3] = (flipped.at(-3) ?? 0) ^ 1
  for (const broken of [Buffer.alloc(0), serialize([{ name: 'a' }]), kept.subarray(0, 60), flipped]) {
    await writeFile(join(cache, name), broken)
    let made = 0
    const site = await cachedSite(cache, () => {
      made++
      return small()
    })
    assert.equal(made, 1)
    assert.deepEqual(texts(site), texts((await small()).toReversed()))
  }
})

test('many that make the site at once all get it, and one copy is kept', async () => {
  const cache = join(folder, 'at-once')
  const expected = texts(await cachedSite(join(folder, 'alone'), small))
  const sites = await Promise.all(Array.from({ length: 8 }, () => cachedSite(cache, small)))
  for (const site of sites) assert.deepEqual(texts(site), expected)
  assert.equal((await readdir(cache)).length, 1)
})

test('the scripts of the first view, with its charts, stay below 150 kB compressed', async () => {
  const site = await bundleSite()
  const bytes = ['explorer.js', 'charts.js'].reduce((sum, wanted) => {
    const content = site.find(({ name }) => name === wanted)?.content ?? assert.fail(wanted)
    return sum + gzipSync(content).length
  }, 0)
  assert.ok(bytes < 140_000, `${bytes} bytes, which leaves too little for the data of the first view`)
})

test('the page allows no script but its own files, and none stands in it', async () => {
  const page = String((await bundleSite()).find(({ name }) => name === 'index.html')?.content)
  assert.match(page, /default-src 'none'; script-src 'self'; style-src 'self';/)
  assert.doesNotMatch(page, /unsafe|<script(?![^>]*src=)|\son[a-z]+=|style="/)
})

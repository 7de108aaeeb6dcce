import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { bundleSite } from '../../../pipeline/explorer/bundle/bundle-site.ts'
import { cachedSite } from '../../../pipeline/explorer/bundle/cached-site.ts'
import type { SiteFile } from '../../../pipeline/explorer/bundle/site-file.ts'

const byName = (site: readonly SiteFile[]): Map<string, string> =>
  new Map(
    site
      .toSorted((left, right) => (left.name < right.name ? -1 : 1))
      .map(({ name, content }) => [name, Buffer.from(content).toString('base64')]),
  )

test('a site out of the cache has the bytes of one that was bundled', async () => {
  await cachedSite()
  assert.deepEqual(byName(await cachedSite()), byName(await bundleSite()))
})

test('the program of the pages stays below 250 kB compressed, pdf.js aside', async () => {
  const scripts = (await bundleSite()).filter(({ name }) => name.endsWith('.js'))
  const bytes = scripts.reduce((sum, { content }) => sum + gzipSync(content).length, 0)
  assert.ok(scripts.length > 0 && bytes < 250_000, `${bytes} bytes`)
})

test('the page allows no script but its own files, and none stands in it', async () => {
  const page = String((await bundleSite()).find(({ name }) => name === 'index.html')?.content)
  assert.match(page, /default-src 'none'; script-src 'self'; style-src 'self';/)
  assert.doesNotMatch(page, /unsafe|<script(?![^>]*src=)|\son[a-z]+=|style="/)
})

import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { test } from 'vitest'
import { bundleSite } from '../../../pipeline/explorer/bundle/bundle-site.ts'

const site = new Map((await bundleSite()).map(({ name, content }) => [name, content]))

const read = (name: string): string | Uint8Array => site.get(name) ?? assert.fail(`${name} is missing`)

test('the scripts of the first view, with its charts, stay below 150 kB compressed', () => {
  const bytes = gzipSync(read('explorer.js')).length + gzipSync(read('charts.js')).length
  assert.ok(bytes < 140_000, `${bytes} bytes, which leaves too little for the data of the first view`)
})

test('the page allows scripts only from its own files, and none inline', () => {
  const page = String(read('index.html'))
  assert.match(page, /default-src 'none'; script-src 'self'; style-src 'self';/)
  assert.doesNotMatch(page, /unsafe|<script(?![^>]*src=)|\son[a-z]+=|style="/)
})

test('what the pages carry comes with its licences', () => {
  for (const name of ['preact', '@observablehq/plot', 'd3', 'minisearch', 'world-atlas']) {
    assert.match(String(read('licences.txt')), new RegExp(`^${name}\n`, 'm'))
  }
  assert.match(String(read('pdfjs/LICENSE')), /Apache License/)
})

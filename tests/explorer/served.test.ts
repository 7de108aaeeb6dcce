import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { type RunningServer, releaseIndex, serveRelease } from '../../pipeline/explorer/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { SPECIMENS } from './specimen-profiles.ts'

let folder: string
let release: string
let browser: TestBrowser
let server: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-served-'))
  release = join(folder, 'out')
  await build({ inputs: [SPECIMENS], out: release, jobs: 2, explorer: true }, () => {})
  server = await serveRelease(await releaseIndex(release, [SPECIMENS]), 0)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const rowsOf = async (query: string): Promise<unknown> => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    return (await connection.runAndReadAll(query)).getRowsJson()
  } finally {
    connection.closeSync()
  }
}

/** How much ink a canvas holds at some places, from 0 for white to 1 for black. */
const INK = `(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 128) dark++
  return dark / (data.length / 4)
}`

test('a source page is drawn by pdf.js from its file, and its boxes lie over the drawing', async () => {
  const { page, faults } = await browser.open(`${server.address}#/indicator/1.2.1`)
  await page
    .getByRole('link', { name: /^Source, page/ })
    .first()
    .click()
  await page.locator('canvas[data-drawn="yes"]').first().waitFor()
  const ink = Number(await page.evaluate(`(${INK})(document.querySelector('canvas'))`))
  assert.ok(ink > 0.005 && ink < 0.5, `the drawing holds ${ink} ink`)
  const [canvas, overlay] = await Promise.all([
    page.locator('.sheet canvas').first().boundingBox(),
    page.locator('.sheet svg').first().boundingBox(),
  ])
  assert.ok(canvas && overlay)
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    assert.ok(Math.abs(canvas[side] - overlay[side]) < 1, side)
  }
  assert.ok((await page.locator('.lit').count()) > 0)
  assert.deepEqual(faults, [])
})

test('shown rows are saved as CSV that DuckDB reads, row for row as in indicators.csv', async () => {
  const { page, faults } = await browser.open(`${server.address}#/matrix?status=absent`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save/ }).click(),
  ])
  const saved = join(folder, 'selection.csv')
  await download.saveAs(saved)
  const csv = (path: string): string => `SELECT * FROM read_csv('${path}', all_varchar = true, header = true)`
  const all = csv(join(release, 'indicators.csv'))
  const order = 'ORDER BY document_id, section_code'
  assert.deepEqual(
    await rowsOf(`${csv(saved)} ${order}`),
    await rowsOf(`${all} WHERE status = 'absent' ${order}`),
  )
  assert.deepEqual(faults, [])
})

test('every file of the release is offered with its size and hash, and is there', async () => {
  const { page, faults } = await browser.open(`${server.address}#/files`)
  const links = page.locator('main table a')
  await links.first().waitFor()
  const listed = await page.locator('main table tbody tr').allTextContents()
  assert.ok(listed.some((row) => row.startsWith('indicators.parquet')))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'matrix.csv', exact: true }).click(),
  ])
  assert.deepEqual(await readFile(await download.path()), await readFile(join(release, 'matrix.csv')))
  assert.deepEqual(faults, [])
})

test('the address of the folder leads to the explorer, and nothing beside the release is served', async () => {
  const origin = new URL(server.address).origin
  const status = async (path: string, init: RequestInit = {}): Promise<number> =>
    (await fetch(`${origin}${path}`, { redirect: 'manual', ...init })).status
  assert.equal(await status('/'), 302)
  assert.equal(await status('/explorer/'), 200)
  assert.equal(await status('/raw/qelvara.pdf'), 200)
  await writeFile(join(release, 'foreign.txt'), 'of somebody else')
  for (const path of [
    '/foreign.txt',
    '/raw/README.md',
    '/raw/..%2f..%2fpackage.json',
    '/..%2f..%2fetc/passwd',
    '/raw/../package.json',
    '/%',
    '/explorer',
  ]) {
    assert.ok([302, 404].includes(await status(path)), path)
  }
  assert.equal(await status('/explorer/', { method: 'POST' }), 405)
})

test('a file of the release that is not what its list says is not served, nor one that the list finds elsewhere', async () => {
  const hostile = join(folder, 'hostile')
  await cp(release, hostile, { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  const hash = createHash('sha256').update('secret').digest('hex')
  await appendFile(join(hostile, 'SHA256SUMS'), `${hash}  ../secret.txt\n${'0'.repeat(64)}  link.txt\n`)
  await symlink(join(folder, 'secret.txt'), join(hostile, 'link.txt'))
  await appendFile(join(hostile, 'matrix.csv'), 'more\n')
  const another = await serveRelease(await releaseIndex(hostile, []), 0)
  try {
    const { origin } = new URL(another.address)
    const status = async (path: string): Promise<number> => (await fetch(`${origin}${path}`)).status
    assert.equal(await status('/indicators.csv'), 200)
    for (const path of ['/..%2fsecret.txt', '/link.txt', '/matrix.csv'])
      assert.equal(await status(path), 404, path)
  } finally {
    await another.close()
  }
})

test('a page of another name is refused, whatever address its name leads to', async () => {
  const { request } = await import('node:http')
  const { hostname, port } = new URL(server.address)
  const status = await new Promise((resolve, reject) => {
    request({ host: hostname, port, path: '/explorer/', headers: { Host: 'evil.example' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  assert.equal(status, 403)
})

test('a second server on the same port is told that it is taken', async () => {
  const port = Number(new URL(server.address).port)
  await assert.rejects(serveRelease(await releaseIndex(release, []), port), {
    name: 'CliError',
    message: /EADDRINUSE/,
  })
})

test('a folder without a release, or a release without an explorer, is refused with what to do', async () => {
  await assert.rejects(releaseIndex(join(folder, 'nowhere'), []), { name: 'CliError', message: /make all/ })
})

test('a source document that was changed since the build is not shown as the one that was read', async () => {
  const index = await releaseIndex(release, [SPECIMENS])
  const [name, source] = at([...index.sources], 0)
  const changed = join(folder, 'changed.pdf')
  await writeFile(changed, '%PDF-1.7 something else')
  const other = await serveRelease({ ...index, sources: new Map([[name, { ...source, path: changed }]]) }, 0)
  assert.equal((await fetch(new URL(`../raw/${name}`, other.address))).status, 404)
  await other.close()
})

test('a pipe or a device in a release is not read, and the server goes on answering', async () => {
  const hostile = join(folder, 'devices')
  await cp(release, hostile, { recursive: true })
  await promisify(execFile)('mkfifo', [join(hostile, 'explorer/pipe.js')])
  await symlink('/dev/zero', join(hostile, 'explorer/zero.js'))
  const empty = createHash('sha256').digest('hex')
  await appendFile(join(hostile, 'SHA256SUMS'), `${empty}  explorer/pipe.js\n${empty}  explorer/zero.js\n`)
  const another = await serveRelease(await releaseIndex(hostile, []), 0)
  try {
    const names = ['pipe.js', 'zero.js', 'pipe.js', 'pipe.js', 'pipe.js', 'pipe.js', 'index.html']
    const answers = await Promise.all(names.map((name) => fetch(new URL(name, another.address))))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404, 404, 404, 404, 200],
    )
  } finally {
    await another.close()
  }
})

test('a page of another origin cannot load the data by a script tag', async () => {
  const hostile = createServer((_, response) => {
    response
      .setHeader('Content-Type', 'text/html')
      .end(
        `<script>window.got = []; function cyberwellnessData(name) { got.push(name) }</script><script src="${server.address}data/summary.js"></script><h1>done</h1>`,
      )
  })
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve))
  const address = hostile.address()
  assert.ok(address !== null && typeof address === 'object')
  try {
    for (const host of ['127.0.0.1', 'localhost']) {
      const { page } = await browser.open(`http://${host}:${address.port}/`)
      await page.locator('h1').waitFor()
      assert.deepEqual(await page.evaluate('got'), [])
    }
  } finally {
    hostile.closeAllConnections()
    hostile.close()
  }
})

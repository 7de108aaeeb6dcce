import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { type RunningServer, releaseIndex, serveRelease } from '../../pipeline/explorer/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { openPage } from './browser-pages.ts'
import { SPECIMENS } from './specimen-profiles.ts'

let folder: string
let release: string
let server: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-served-'))
  release = join(folder, 'out')
  await build({ inputs: [SPECIMENS], out: release, jobs: 2, explorer: true }, () => {})
  server = await serveRelease(await releaseIndex(release, [SPECIMENS]), 0)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const askAt = async (address: string, path: string, init: RequestInit = {}): Promise<number> =>
  (await fetch(`${new URL(address).origin}${path}`, { redirect: 'manual', ...init })).status

/** Asks a second server, of a changed copy of the release. */
const askCopy = async (
  change: (copy: string) => Promise<void>,
  paths: readonly string[],
): Promise<number[]> => {
  const copy = await mkdtemp(join(folder, 'copy-'))
  await cp(release, copy, { recursive: true })
  await change(copy)
  const other = await serveRelease(await releaseIndex(copy, []), 0)
  try {
    return await Promise.all(paths.map((path) => askAt(other.address, path)))
  } finally {
    await other.close()
  }
}

/** How much ink a canvas holds, from 0 for white to 1 for black. */
const INK = `(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 128) dark++
  return dark / (data.length / 4)
}`

test('a source page is drawn by pdf.js from its file, and its boxes lie over the drawing', async () => {
  const { page, faults } = await openPage(`${server.address}#/indicator/1.2.1`)
  const link = page.getByRole('link', { name: /^Source, page/ })
  await link.first().click()
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
  await page.goto(`${server.address}#/download`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'indicators.parquet', exact: true }).click()
  assert.equal((await download).suggestedFilename(), 'indicators.parquet')
  assert.deepEqual(faults, [])
})

test('the address of the folder leads to the explorer, and nothing beside the release is served', async () => {
  await writeFile(join(release, 'foreign.txt'), 'not of the release')
  for (const [path, expected] of [
    ['/', 302],
    ['/explorer', 302],
    ['/explorer/', 200],
    ['/explorer/country/XAA.html', 200],
    ['/raw/qelvara.pdf', 200],
    ['/foreign.txt', 404],
    ['/raw/README.md', 404],
    ['/raw/..%2f..%2fpackage.json', 404],
    ['/..%2f..%2fetc/passwd', 404],
    ['/raw/../package.json', 404],
    ['/%', 404],
  ] as const) {
    assert.equal(await askAt(server.address, path), expected, path)
  }
  assert.equal(await askAt(server.address, '/explorer/', { method: 'POST' }), 405)
})

test('serves no file that differs from the list of checksums, and none elsewhere', async () => {
  const outside = join(folder, 'secret.txt')
  await writeFile(outside, 'secret')
  const hash = createHash('sha256').update('secret').digest('hex')
  const change = async (copy: string): Promise<void> => {
    await appendFile(join(copy, 'SHA256SUMS'), `${hash}  ../secret.txt\n${'0'.repeat(64)}  link.txt\n`)
    await symlink(outside, join(copy, 'link.txt'))
    await appendFile(join(copy, 'matrix.csv'), 'more\n')
  }
  const paths = ['/indicators.csv', '/..%2fsecret.txt', '/link.txt', '/matrix.csv']
  assert.deepEqual(await askCopy(change, paths), [200, 404, 404, 404])
})

test('a pipe or a device in a release is not read, and the server goes on answering', async () => {
  const change = async (copy: string): Promise<void> => {
    await promisify(execFile)('mkfifo', [join(copy, 'explorer/pipe.js')])
    await symlink('/dev/zero', join(copy, 'explorer/zero.js'))
    const empty = createHash('sha256').digest('hex')
    await appendFile(join(copy, 'SHA256SUMS'), `${empty}  explorer/pipe.js\n${empty}  explorer/zero.js\n`)
  }
  const pipes = Array.from({ length: 5 }, () => '/explorer/pipe.js')
  const answers = await askCopy(change, [...pipes, '/explorer/zero.js', '/explorer/index.html'])
  assert.deepEqual(answers, [404, 404, 404, 404, 404, 404, 200])
})

test('a source document that was changed since the build is not shown as the one that was read', async () => {
  const index = await releaseIndex(release, [SPECIMENS])
  const [name, source] = at(
    [...index.files].filter(([path]) => path.startsWith('raw/')),
    0,
  )
  const path = join(folder, 'changed.pdf')
  await writeFile(path, '%PDF-1.7 something else')
  const files = new Map([[name, { ...source, path }]])
  const other = await serveRelease({ ...index, files }, 0)
  assert.equal(await askAt(other.address, `/${name}`), 404)
  await other.close()
})

test('a port that is taken, and a folder without a release, are refused with what to do', async () => {
  const port = Number(new URL(server.address).port)
  const index = await releaseIndex(release, [])
  await assert.rejects(serveRelease(index, port), { name: 'CliError', message: /EADDRINUSE.*--port/ })
  await assert.rejects(releaseIndex(join(folder, 'nowhere'), []), { name: 'CliError', message: /make all/ })
})

test('a page under another name is refused, whatever address its name leads to', async () => {
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
      const { page } = await openPage(`http://${host}:${address.port}/`)
      await page.locator('h1').waitFor()
      assert.deepEqual(await page.evaluate('got'), [])
    }
  } finally {
    hostile.closeAllConnections()
    hostile.close()
  }
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { exploreCommand } from '../../pipeline/cli/release-commands.ts'
import { releaseIndex, serveRelease } from '../../pipeline/explorer/index.ts'
import { EXIT } from '../../pipeline/io/errors.ts'
import { IN_PROCESS, SPECIMENS, TEST_CACHE } from '../build/in-process.ts'
import { keepOutput } from '../cli/run.ts'
import { send, startServer } from '../fetch/hazard-server.ts'
import { makeTestFolder } from '../test-folder.ts'
import { openPage } from './browser-pages.ts'

const folder = makeTestFolder()
const release = join(folder, 'out')
let server: Awaited<ReturnType<typeof serveRelease>>

beforeAll(async () => {
  const reading = { jobs: 1, reader: IN_PROCESS, cache: TEST_CACHE }
  await build({ inputs: [SPECIMENS], out: release, explorer: true, ...reading })
  server = await serveRelease(await releaseIndex(release, [SPECIMENS]), 0)
})
afterAll(() => server.close())

const ask = async (path: string, { address } = server, init: RequestInit = {}): Promise<number> =>
  (await fetch(`${new URL(address).origin}${path}`, { redirect: 'manual', ...init })).status

/** How much ink a canvas holds, from 0 for white to 1 for black. */
const INK = `(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 128) dark++
  return dark / (data.length / 4)
}`

test('a source page is drawn by pdf.js from its file, and its boxes lie over the drawing', async () => {
  const { page, faults } = await openPage(`${server.address}#/indicator/1.2.1`)
  await page
    .locator('a', { hasText: /^Source, page/ })
    .first()
    .click()
  await page.locator('canvas[data-drawn="yes"]').first().waitFor()
  const ink = Number(await page.evaluate(`(${INK})(document.querySelector('canvas'))`))
  assert.ok(ink > 0.005 && ink < 0.5, `the drawing holds ${ink} ink`)
  const canvas = await page.locator('.sheet canvas').first().boundingBox()
  const overlay = await page.locator('.sheet svg').first().boundingBox()
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
  for (const [expected, paths] of [
    [302, '/ /explorer'],
    [200, '/explorer/ /explorer/country/XAA.html /raw/qelvara.pdf'],
    [404, '/foreign.txt /raw/README.md /%'],
    [404, '/raw/..%2f..%2fpackage.json /raw/../package.json /..%2f..%2fetc/passwd'],
  ] as const) {
    for (const path of paths.split(' ')) assert.equal(await ask(path), expected, path)
  }
  assert.equal(await ask('/explorer/', server, { method: 'POST' }), 405)
})

test('no file is served that differs from its checksum, lies elsewhere, or is a pipe or device, nor a changed source', async () => {
  const [copy, outside, input] = [join(folder, 'copy'), join(folder, 'secret.txt'), join(folder, 'input')]
  await cp(release, copy, { recursive: true })
  await writeFile(outside, 'secret')
  await promisify(execFile)('mkfifo', [join(copy, 'pipe.js')])
  await symlink('/dev/zero', join(copy, 'zero.js'))
  await symlink(outside, join(copy, 'link.txt'))
  await appendFile(join(copy, 'matrix.csv'), 'more\n')
  await mkdir(input)
  await writeFile(join(input, 'qelvara.pdf'), '%PDF-1.7 something else')
  const [secret, empty] = ['secret', ''].map((text) => createHash('sha256').update(text).digest('hex'))
  const listed = `${secret}  ../secret.txt\n${'0'.repeat(64)}  link.txt\n${empty}  pipe.js\n${empty}  zero.js\n`
  await appendFile(join(copy, 'SHA256SUMS'), listed)
  const index = await releaseIndex(copy, [input])
  assert.equal(index.sources, 1)
  const other = await serveRelease(index, 0)
  const refused = '..%2fsecret.txt link.txt matrix.csv zero.js raw/qelvara.pdf'.split(' ')
  for (let times = 0; times < 5; times++) refused.push('pipe.js')
  const answers = await Promise.all(['indicators.csv', ...refused].map((path) => ask(`/${path}`, other)))
  await other.close()
  assert.deepEqual(answers, [200, ...refused.map(() => 404)])
})

test('a port that is taken is refused with what to do', async () => {
  const port = Number(new URL(server.address).port)
  const taken = serveRelease(await releaseIndex(release, []), port)
  await assert.rejects(taken, { name: 'CliError', message: /EADDRINUSE.*--port/ })
})

describe('explore', () => {
  /** Runs the command on any free port, until `look` is done with the address that it prints. */
  const explore = async (folder: string, input: readonly string[], look = async (_: string) => {}) => {
    const { written, terminal } = keepOutput()
    const command = exploreCommand({ terminal, end: () => {} }, () => look(written.out.trim()))
    const words = ['-r', folder, '-p', '0', ...input.flatMap((path) => ['-i', path])]
    await command.parseAsync(words, { from: 'user' })
    return written
  }

  test('prints the address, serves until it is stopped, and says where the source pages come from', async () => {
    const { out, err } = await explore(release, [SPECIMENS], async (address) => {
      assert.match(await (await fetch(address)).text(), /<title>Cyberwellness Open Data<\/title>/)
    })
    assert.match(out, /^http:\/\/127\.0\.0\.1:\d+\/explorer\/\n$/)
    assert.match(err, /the pages of 10 source documents are drawn from files/)
    await assert.rejects(fetch(out.trim()))
    assert.match((await explore(release, [])).err, /redrawn from extracted text/)
  })

  test('ends with 3 and says what to do without a release or an explorer, with 2 without an input', async () => {
    const bare = join(folder, 'bare')
    await mkdir(bare)
    await writeFile(join(bare, 'SHA256SUMS'), '')
    for (const place of [bare, join(folder, 'nowhere')]) {
      await assert.rejects(explore(place, []), { exitCode: EXIT.nothing, message: /make all/ })
    }
    await assert.rejects(explore(release, [join(folder, 'none')]), { exitCode: EXIT.usage })
  })
})

test('a page under another name is refused, whatever address its name leads to', async () => {
  const asked = request(server.address, { headers: { Host: 'evil.example' } }).end()
  const [response]: IncomingMessage[] = await once(asked, 'response')
  assert.equal(response?.resume().statusCode, 403)
})

test('a page of another origin cannot load the data by a script tag', async () => {
  const page = `<script>window.got = []; function cyberwellnessData(name) { got.push(name) }</script>
    <script src="${server.address}data/summary.js"></script><h1>done</h1>`
  const hostile = (await startServer()).on('/', send(200, { 'Content-Type': 'text/html' }, page))
  for (const address of [hostile, hostile.replace('127.0.0.1', 'localhost')]) {
    const opened = await openPage(address)
    await opened.page.locator('h1').waitFor()
    assert.deepEqual(await opened.page.evaluate('got'), [])
  }
})

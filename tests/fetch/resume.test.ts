import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'vitest'
import { startCommand } from '../queue/command.ts'
import { type FetchFolder, fetchFolder, profile, setUpDocument } from './fetching.ts'
import {
  cut,
  first,
  type Handler,
  pdfBytes,
  send,
  serveBytes,
  servePiecemeal,
  startServer,
  testSettings,
} from './hazard-server.ts'

const [before, after] = [pdfBytes('before', 1_500_000), pdfBytes('after', 1_800_000)]

/** Serves the beginning of a document, cut off. */
const cutOff = (etag: string | undefined): Handler =>
  cut({ 'content-length': before.length, ...(etag && { etag }) }, before.subarray(0, 1_000_000))

test('a document that changed since it was cut off is never joined to the bytes that were here', async () => {
  const whole = send(200, { etag: '"after"' }, after)
  for (const [what, total, etag] of [
    ['a part with another ETag', before.length, '"after"'],
    ['a part of another size', after.length, '"before"'],
    ['a part without ETag', before.length],
    ['the whole', null],
  ] as const) {
    const then: Handler = (request, ...rest) => {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
      const headers = {
        'content-range': `bytes ${from}-${Number(total) - 1}/${total}`,
        ...(etag && { etag }),
      }
      const isPart = from > 0 && total !== null
      return (isPart ? send(206, headers, after.subarray(from)) : whole)(request, ...rest)
    }
    const { server, folder, fetch } = await setUpDocument(first(cutOff('"before"'), then))
    const document = await fetch()
    assert.equal(document.outcome, 'fetched', what)
    assert.equal(server.asked[1]?.headers['if-range'], '"before"', what)
    assert.ok(after.equals(await folder.read(document.file)), what)
  }
})

test('a download is resumed where the server gave a strong ETag, even in another run', async () => {
  for (const [etag, asksForRange] of [
    ['"strong"', true],
    ['W/"weak"', false],
    [undefined, false],
  ] as const) {
    const handler = first(cutOff(etag), serveBytes(before, etag))
    const { server, folder, fetch } = await setUpDocument(handler, { attempts: 1 })
    assert.equal((await fetch()).outcome, 'failed')
    const left = await folder.files()
    assert.deepEqual(left, asksForRange ? ['.partial/profile_x', '.partial/profile_x.json'] : [])
    assert.equal((await fetch()).outcome, 'fetched')
    assert.equal(/^bytes=[1-9]\d*-$/.test(server.asked[1]?.headers.range ?? ''), asksForRange, etag)
    assert.deepEqual(await folder.read('profile/x.pdf'), before)
    assert.deepEqual(await folder.files(), ['profile/x.pdf'])
  }
})

const DOCUMENTS = 60
const KILLS = 10

const makeBytes = (index: number): Buffer => pdfBytes(`document ${index}`, 200_000)

/** A server with documents, a folder that names them, and a way to fetch in a process of its own. */
const setUp = async (connections: number) => {
  const server = await startServer()
  const documents = Array.from({ length: DOCUMENTS }, (_, index) =>
    profile(`d-${index}`, [server.on(`/${index}.pdf`, servePiecemeal(makeBytes(index)))]),
  )
  const folder = await fetchFolder(documents)
  const settings = join(folder.lock, '..', 'settings.json')
  await writeFile(settings, JSON.stringify(testSettings(server, { connections_per_host: connections })))
  const start = () =>
    startCommand(['fetch', '--missing', '--strict', '--lock', folder.lock, '--settings', settings])
  return { server, folder, start }
}

const assertComplete = async (folder: FetchFolder): Promise<void> => {
  const expected = Array.from({ length: DOCUMENTS }, (_, index) => `profile/d-${index}.pdf`).sort()
  assert.deepEqual(await folder.files(), expected, 'every document and nothing temporary')
  for (let index = 0; index < DOCUMENTS; index++) {
    assert.deepEqual(await folder.read(`profile/d-${index}.pdf`), makeBytes(index))
  }
  for (const source of (await folder.sources()).values()) {
    assert.ok(source.sha256 && source.fetched, source.id)
  }
}

test('killed ten times at random moments, a fetch continues where it was and ends complete', async () => {
  const { server, folder, start } = await setUp(3)
  for (let kill = 0; kill < KILLS; kill++) {
    const asked = server.asked.length
    const { child, ended } = start()
    // the moment counts from when documents are under way, so that a slow machine is killed in the middle as well
    while (server.asked.length === asked && child.exitCode === null) await sleep(10)
    await sleep(Math.random() * 400)
    child.kill('SIGKILL')
    await ended
    server.asked.length = 0
    for (const file of (await folder.files()).filter((name) => name.startsWith('profile/'))) {
      const index = Number(/\d+/.exec(file)?.[0])
      assert.deepEqual(await folder.read(file), makeBytes(index), 'what is in its place is whole')
      server.on(`/${index}.pdf`, () => assert.fail(`${file} is asked for again`))
    }
  }
  assert.equal(await start().ended, 0)
  await assertComplete(folder)
})

test('of two that fetch at once the second waits, and nothing is asked for twice', async () => {
  const { server, folder, start } = await setUp(8)
  assert.deepEqual(await Promise.all([start().ended, start().ended]), [0, 0])
  assert.equal(server.asked.length, DOCUMENTS)
  await assertComplete(folder)
})

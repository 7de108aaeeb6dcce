import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'vitest'
import { captureAddress } from '../../pipeline/fetch/capture.ts'
import { filesFolder } from '../../pipeline/fetch/folder-lock.ts'
import { documentOf, fetchFolder, profile, sha256Of } from './fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

const [first, second] = [pdfBytes('first'), pdfBytes('second')]

test('a document that is here is not asked for, and asked for again it may be unchanged', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', serveBytes(first))])])
  const settings = testSettings(server)
  assert.equal(documentOf(await folder.fetch(settings), 'profile/x').outcome, 'fetched')
  assert.equal(documentOf(await folder.fetch(settings), 'profile/x').outcome, 'present')
  assert.equal(server.asked.length, 1)
  assert.equal(documentOf(await folder.fetch(settings, true), 'profile/x').outcome, 'unchanged')
  assert.equal(server.asked[1]?.headers['if-none-match'], `"${first.length}"`)
})

test('an ETag that changes without the bytes changes nothing', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', serveBytes(first, '"1"'))])])
  await folder.fetch(testSettings(server))
  const before = await folder.sources()
  server.on('/x.pdf', serveBytes(first, '"2"'))
  assert.equal(documentOf(await folder.fetch(testSettings(server), true), 'profile/x').outcome, 'unchanged')
  assert.deepEqual(await folder.sources(), before)
  assert.deepEqual(await folder.files(), ['profile/x.pdf'])
})

for (const [what, etag] of [
  ['with', '"2"'],
  ['without', '"1"'],
] as const) {
  test(`bytes that change ${what} their ETag are a new edition beside the old one`, async (context: TestContext) => {
    const server = await startServer(context)
    const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', serveBytes(first, '"1"'))])])
    await folder.fetch(testSettings(server))
    // The server does not look at conditions, else the same ETag would hide the change from anybody.
    server.on('/x.pdf', (_, response) => response.writeHead(200, { etag }).end(second))
    const report = await folder.fetch(testSettings(server), true)
    const id = `profile/x-${sha256Of(second).slice(0, 8)}`
    assert.equal(documentOf(report, id).outcome, 'new_edition')
    assert.deepEqual(await folder.read('profile/x.pdf'), first)
    assert.deepEqual(await folder.read(`${id}.pdf`), second)
    const again = await folder.fetch(testSettings(server), true)
    assert.equal(again.counts.new_edition, 0)
    assert.equal((await folder.sources()).size, 2)
  })
}

test('an address that gives other bytes than the lock says is passed over, and what it gives is kept apart', async (context: TestContext) => {
  const server = await startServer(context)
  const addresses = [server.on('/now.pdf', serveBytes(second)), server.on('/then.pdf', serveBytes(first))]
  const locked = profile('x', addresses, { sha256: sha256Of(first), bytes: first.length })
  const folder = await fetchFolder(context, [locked])
  const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
  assert.equal(document.outcome, 'fetched')
  assert.equal(document.failures[0]?.code, 'other_bytes')
  assert.deepEqual(await folder.read('profile/x.pdf'), first)
  assert.deepEqual(await folder.read(`profile/x-${sha256Of(second).slice(0, 8)}.pdf`), second)
})

test('a text copy with other bytes than the lock says is not taken', async (context: TestContext) => {
  const server = await startServer(context)
  const address = server.on('/x.txt', (_, response) => response.end('other text'))
  const copy = {
    ...profile('x', [address]),
    id: 'text-copy/x',
    kind: 'text copy' as const,
    sha256: sha256Of(first),
  }
  const folder = await fetchFolder(context, [copy])
  const document = documentOf(await folder.fetch(testSettings(server)), 'text-copy/x')
  assert.equal(document.failures[0]?.code, 'other_bytes')
  assert.deepEqual(await folder.files(), [])
})

test('a file that somebody else put there is neither overwritten nor taken for the document', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', serveBytes(first))])])
  await folder.fetch(testSettings(server))
  await writeFile(join(filesFolder(folder.lock), 'profile/x.pdf'), 'mine')
  const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
  assert.equal(document.outcome, 'fetched')
  assert.equal((await folder.read('profile/x.pdf')).toString(), 'mine')
  assert.deepEqual(await folder.read(document.file), first)
})

test('the same bytes under two names are one file', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [
    profile('a', [server.on('/a.pdf', serveBytes(first))]),
    profile('b', [server.on('/b.pdf', serveBytes(first))]),
  ])
  const report = await folder.fetch(testSettings(server))
  assert.equal(report.counts.fetched, 2)
  assert.equal((await folder.files()).length, 1)
  assert.equal((await folder.fetch(testSettings(server))).counts.present, 2)
})

test('where the address of publication is gone the archive is asked, and another time than asked is noted', async (context: TestContext) => {
  const server = await startServer(context)
  const original = `${server.origin}/gone.pdf`
  const [asked, given] = ['20140101000000', '20150203040506'].map((timestamp) =>
    captureAddress(server.origin, { timestamp, original }),
  )
  assert.ok(asked && given)
  server.on(new URL(asked).pathname, (_, response) => response.writeHead(302, { location: given }).end())
  server.on(new URL(given).pathname, serveBytes(first))
  const folder = await fetchFolder(context, [profile('x', [original, asked])])
  const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
  assert.equal(document.outcome, 'from_archive')
  assert.match(document.notes.join(), /asked for the capture 20140101000000 and gave that of 20150203040506/)
  assert.equal((await folder.sources()).get('profile/x')?.captured, '2015-02-03T04:05:06Z')
})

test('an ETag in letters that no request may hold leaves the lock readable, and the document is asked for again', async (context: TestContext) => {
  const server = await startServer(context)
  for (const etag of ['"\u00e9\u00ff"', 'W/"weak"', '', '"a b', '"\t"']) {
    const address = server.on('/x.pdf', (_, response) => {
      response.writeHead(200, { etag, 'last-modified': 'never' }).end(first)
    })
    const folder = await fetchFolder(context, [profile('x', [address])])
    assert.equal(documentOf(await folder.fetch(testSettings(server)), 'profile/x').outcome, 'fetched', etag)
    assert.equal((await folder.sources()).size, 1)
    const again = documentOf(await folder.fetch(testSettings(server), true), 'profile/x')
    assert.equal(again.outcome, 'unchanged', JSON.stringify([etag, again]))
  }
})

test('only bytes with a strong ETag are gone on with', async (context: TestContext) => {
  const server = await startServer(context)
  const large = pdfBytes('large', 2_000_000)
  for (const [etag, asksForRange] of [
    ['"strong"', true],
    ['W/"weak"', false],
    [undefined, false],
  ] as const) {
    const headers = { 'content-length': large.length, ...(etag === undefined ? {} : { etag }) }
    const address = server.on('/x.pdf', (request, response, times) => {
      if (times > 0) return serveBytes(large, etag)(request, response, times)
      response.writeHead(200, headers).write(large.subarray(0, 1_500_000), () => response.socket?.end())
    })
    const folder = await fetchFolder(context, [profile('x', [address])])
    const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
    assert.deepEqual([document.outcome, document.attempts], ['fetched', 2])
    assert.equal(server.asked.at(-1)?.headers.range !== undefined, asksForRange, etag)
    assert.deepEqual(await folder.read(document.file), large)
  }
})

test('where the bytes changed since the cut, the server sends the whole and nothing is mixed', async (context: TestContext) => {
  const server = await startServer(context)
  const [before, after] = [pdfBytes('before', 2_000_000), pdfBytes('after', 1_800_000)]
  const address = server.on('/x.pdf', (request, response, times) => {
    if (times > 0) return serveBytes(after, '"after"')(request, response, times)
    response.writeHead(200, { etag: '"before"', 'content-length': before.length })
    response.write(before.subarray(0, 1_500_000), () => response.socket?.end())
  })
  const folder = await fetchFolder(context, [profile('x', [address])])
  const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
  assert.equal(server.asked[1]?.headers['if-range'], '"before"')
  assert.deepEqual(await folder.read(document.file), after)
})

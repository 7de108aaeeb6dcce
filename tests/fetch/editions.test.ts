import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'vitest'
import { captureAddress } from '../../pipeline/fetch/capture.ts'
import { filesFolder } from '../../pipeline/fetch/folder-lock.ts'
import { fetchFolder, findDocument, hashBytes, profile, setUpDocument } from './fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

const [first, second] = [pdfBytes('first'), pdfBytes('second')]
const editionId = `profile/x-${hashBytes(second).slice(0, 8)}`

test('a document that is here is not fetched; a repeated request may report it unchanged', async (context: TestContext) => {
  const { server, folder, fetch } = await setUpDocument(context, serveBytes(first, '"1"'))
  assert.equal((await fetch()).outcome, 'fetched')
  assert.equal((await fetch()).outcome, 'present')
  assert.equal(server.asked.length, 1)
  const sources = await folder.sources()
  assert.equal((await fetch(true)).outcome, 'unchanged')
  assert.equal(server.asked[1]?.headers['if-none-match'], '"1"')
  server.on('/x.pdf', serveBytes(first, '"2"'))
  assert.equal((await fetch(true)).outcome, 'unchanged', 'the same bytes with another ETag')
  server.on('/x.pdf', (_, response) => response.writeHead(404).end())
  assert.equal((await fetch(true)).outcome, 'present')
  assert.deepEqual(await folder.sources(), sources)
  assert.deepEqual(await folder.files(), ['profile/x.pdf'])
})

test('bytes that change with or without their ETag are a new edition beside the old one', async (context: TestContext) => {
  for (const etag of ['"1"', '"2"']) {
    const { server, settings, folder, fetch } = await setUpDocument(context, serveBytes(first, '"1"'))
    await fetch()
    // The server does not look at conditions, else the same ETag would hide the change from anybody.
    server.on('/x.pdf', (_, response) => response.writeHead(200, { etag }).end(second))
    const report = await folder.fetch(settings, true)
    assert.equal(findDocument(report, editionId).outcome, 'new_edition')
    assert.deepEqual(await folder.read('profile/x.pdf'), first)
    assert.deepEqual(await folder.read(`${editionId}.pdf`), second)
    assert.equal((await folder.fetch(settings, true)).counts.new_edition, 0)
    assert.equal((await folder.sources()).size, 2)
  }
})

test('an address that gives other bytes than the lock says is passed over, and its bytes are kept apart', async (context: TestContext) => {
  const server = await startServer(context)
  const addresses = [server.on('/now.pdf', serveBytes(second)), server.on('/then.pdf', serveBytes(first))]
  const locked = profile('x', addresses, { sha256: hashBytes(first), bytes: first.length })
  const copy = { ...profile('x', addresses.slice(0, 1)), id: 'text-copy/x', kind: 'text copy' as const }
  const folder = await fetchFolder(context, [locked, { ...copy, sha256: hashBytes(first) }])
  const report = await folder.fetch(testSettings(server))
  const document = findDocument(report, 'profile/x')
  assert.deepEqual([document.outcome, document.failures[0]?.code], ['fetched', 'other_bytes'])
  assert.deepEqual(await folder.files(), ['profile/x.pdf', `${editionId}.pdf`].sort())
  assert.deepEqual(await folder.read('profile/x.pdf'), first)
  assert.deepEqual(await folder.read(`${editionId}.pdf`), second)
})

test('a file that somebody else put there is neither overwritten nor taken for the document', async (context: TestContext) => {
  const { folder, fetch } = await setUpDocument(context, serveBytes(first))
  await fetch()
  await writeFile(join(filesFolder(folder.lock), 'profile/x.pdf'), 'mine')
  const document = await fetch()
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
  const document = findDocument(await folder.fetch(testSettings(server)), 'profile/x')
  assert.equal(document.outcome, 'from_archive')
  assert.match(document.notes.join(), /asked for the capture 20140101000000 and gave that of 20150203040506/)
  assert.equal((await folder.sources()).get('profile/x')?.captured, '2015-02-03T04:05:06Z')
})

test('an ETag in letters that no request may hold leaves the lock readable, and the document is asked for again', async (context: TestContext) => {
  for (const etag of ['"\u00e9\u00ff"', 'W/"weak"', '', '"a b', '"\t"']) {
    const { folder, fetch } = await setUpDocument(context, (_, response) =>
      response.writeHead(200, { etag, 'last-modified': 'never' }).end(first),
    )
    assert.equal((await fetch()).outcome, 'fetched', etag)
    assert.equal((await folder.sources()).size, 1)
    assert.equal((await fetch(true)).outcome, 'unchanged', etag)
  }
})

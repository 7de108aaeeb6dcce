import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'vitest'
import { base32 } from '../../pipeline/fetch/capture.ts'
import { runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import type { FetchSettings } from '../../schemas/index.ts'
import { type FetchFolder, fetchFolder, findDocument } from './fetching.ts'
import { type HazardServer, pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

const DOCUMENTS = 200
const nameFile = (index: number): string => `Land ${String(index).padStart(3, '0')}.pdf`
const makeDigest = (bytes: Uint8Array): string => base32(createHash('sha1').update(bytes).digest())

/** Plays the page that lists documents, the index of an archive and its captures: two editions of each document. */
const playArchive = (server: HazardServer, alive: boolean, pageRows = 150): FetchSettings => {
  const host = new URL(server.origin).host
  const rows: string[][] = []
  const links: string[] = []
  for (let index = 0; index < DOCUMENTS; index++) {
    const path = `/docs/${encodeURIComponent(nameFile(index))}`
    links.push(`<a href="${path}#top">${index}</a>`)
    const [former, latter] = [pdfBytes(`${index} former`), pdfBytes(`${index} latter`)]
    if (alive) server.on(path, serveBytes(latter))
    for (const [timestamp, bytes] of [
      ['20130101000000', former],
      ['20140101000000', latter],
    ] as const) {
      rows.push([timestamp, `${server.origin}${path}`, 'application/pdf', '200', makeDigest(bytes)])
      server.on(`/web/${timestamp}id_/${server.origin}${path}`, serveBytes(bytes))
    }
  }
  server.on('/index.aspx', (_, response) => response.end(links.join('\n')))
  server.on('/cdx/search/cdx', (request, response) => {
    const { searchParams } = new URL(request.url ?? '', server.origin)
    assert.equal(searchParams.get('url'), `${host}/docs/*`)
    assert.deepEqual(searchParams.getAll('filter'), ['statuscode:200', 'mimetype:application/pdf'])
    const start = Number(searchParams.get('resumeKey') ?? 0)
    const end = start + pageRows
    const page = [['timestamp', 'original', 'mimetype', 'statuscode', 'digest'], ...rows.slice(start, end)]
    response.end(JSON.stringify(end < rows.length ? [...page, [], [String(end)]] : page))
  })
  return testSettings(server, { index_pages: [`${server.origin}/index.aspx`], archived: [`${host}/docs/*`] })
}

const discoverInto = (folder: FetchFolder, settings: FetchSettings) =>
  runDiscover({ lock: folder.lock, settings, countryOfFile: () => null, waiting: () => undefined })

test('200 documents of a living page and their captures are found, fetched once each, and found again as nothing new', async (context: TestContext) => {
  const server = await startServer(context)
  const settings = playArchive(server, true)
  const folder = await fetchFolder(context, [])
  const found = await discoverInto(folder, settings)
  assert.deepEqual(found.failed, [])
  assert.equal(found.added.length, 3 * DOCUMENTS)
  const before = server.asked.length
  const report = await folder.fetch(settings)
  // A capture with the digest of the current file has the same bytes, so it is not fetched.
  assert.equal(server.asked.length - before, 2 * DOCUMENTS)
  assert.equal(report.counts.fetched, DOCUMENTS)
  assert.equal(report.counts.from_archive, DOCUMENTS)
  assert.equal(report.counts.present, DOCUMENTS)
  assert.equal((await folder.files()).length, 2 * DOCUMENTS)
  const lock = await readFile(folder.lock, 'utf8')
  const again = await discoverInto(folder, settings)
  assert.deepEqual([again.added, again.conflicting, again.notFoundAgain], [[], [], []])
  assert.equal(await readFile(folder.lock, 'utf8'), lock)
})

test('if the documents of the page are gone, their captures replace them, and later runs do not ask again', async (context: TestContext) => {
  const server = await startServer(context)
  const settings = playArchive(server, false)
  const folder = await fetchFolder(context, [])
  await discoverInto(folder, settings)
  const report = await folder.fetch(settings)
  assert.equal(report.counts.failed, 0)
  assert.equal(report.counts.from_archive, 3 * DOCUMENTS)
  assert.match(
    findDocument(report, 'profile/land-007').notes.join(),
    /profile\/land-007-20140101000000 replaces it/,
  )
  const before = server.asked.length
  assert.equal((await folder.fetch(settings)).counts.present, 3 * DOCUMENTS)
  assert.equal(server.asked.length, before)
})

test('a page that is gone is read from the archive; its links are relative to its original address', async (context: TestContext) => {
  const server = await startServer(context)
  const page = `${server.origin}/en/index.aspx`
  server.on(`/web/2id_/${page}`, (_, response) =>
    response.writeHead(302, { location: `${server.origin}/web/20150101000000id_/${page}` }).end(),
  )
  server.on(`/web/20150101000000id_/${page}`, (_, response) => response.end('<a href="docs/x.pdf">'))
  const folder = await fetchFolder(context, [])
  const { added } = await discoverInto(folder, testSettings(server, { index_pages: [page], archived: [] }))
  assert.deepEqual(
    added.map(({ addresses }) => addresses),
    [[`${server.origin}/en/docs/x.pdf`]],
  )
})

test('an index that is broken, or goes on for ever, is reported, and nothing is lost of the lock', async (context: TestContext) => {
  const server = await startServer(context)
  const host = new URL(server.origin).host
  const settings = testSettings(server, { index_pages: [], archived: [`${host}/*`] })
  const folder = await fetchFolder(context, [])
  server.on('/cdx/search/cdx', (_, response) => response.end('<html>'))
  assert.match((await discoverInto(folder, settings)).failed.join(), /no page of the index in JSON/)
  const row = ['20140506070809', `${server.origin}/x.pdf`, 'application/pdf', '200', 'A'.repeat(32)]
  server.on('/cdx/search/cdx', (_, response) => response.end(JSON.stringify([row, [], ['same']])))
  const endless = await discoverInto(folder, settings)
  assert.match(endless.failed.join(), /is longer than 50 pages, or has no end/)
  assert.equal((await folder.sources()).size, 2)
})

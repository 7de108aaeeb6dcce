import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from 'vitest'
import { base32 } from '../../pipeline/fetch/capture.ts'
import { isSearchDue, runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import type { FetchSettings } from '../../schemas/index.ts'
import { type FetchFolder, findDocument, setUpFolder } from './fetching.ts'
import { type HazardServer, pdfBytes, redirect, send, serveBytes, testSettings } from './hazard-server.ts'

const DOCUMENTS = 200
const PAGE_ROWS = 150

const makeDigest = (bytes: Uint8Array): string => base32(createHash('sha1').update(bytes).digest())

/** Plays the page that lists documents, the index of an archive and its captures: two editions of each document. */
const playArchive = (server: HazardServer, isAlive: boolean): FetchSettings => {
  const pattern = `${new URL(server.origin).host}/docs/*`
  const rows = [['timestamp', 'original', 'mimetype', 'statuscode', 'digest']]
  const links: string[] = []
  for (let index = 0; index < DOCUMENTS; index++) {
    const path = `/docs/Land%20${String(index).padStart(3, '0')}.pdf`
    links.push(`<a href="${path}#top">${index}</a>`)
    for (const timestamp of ['20130101000000', '20140101000000']) {
      const bytes = pdfBytes(`${index} of ${timestamp}`)
      if (isAlive) server.on(path, serveBytes(bytes))
      server.on(`/web/${timestamp}id_/${server.origin}${path}`, serveBytes(bytes))
      rows.push([timestamp, `${server.origin}${path}`, 'application/pdf', '200', makeDigest(bytes)])
    }
  }
  server.on('/cdx/search/cdx', (request, response) => {
    const { searchParams } = new URL(request.url ?? '', server.origin)
    assert.equal(searchParams.get('url'), pattern)
    assert.deepEqual(searchParams.getAll('filter'), ['statuscode:200', 'mimetype:application/pdf'])
    const start = Number(searchParams.get('resumeKey') ?? 0)
    const end = start + PAGE_ROWS
    const page: string[][] = rows.slice(start, end)
    response.end(JSON.stringify(end < rows.length ? [...page, [], [String(end)]] : page))
  })
  const index = server.on('/index.aspx', send(200, {}, links.join('\n')))
  return testSettings(server, { index_pages: [index], archived: [pattern] })
}

const discoverInto = ({ lock }: FetchFolder, settings: FetchSettings, maxSeconds = 60) =>
  runDiscover({ lock, settings, countryOfFile: () => null, waiting: () => undefined, maxSeconds })

test('200 documents of a living page and their captures are found, fetched once each, and found again as nothing new', async () => {
  const { server, folder } = await setUpFolder()
  const settings = playArchive(server, true)
  const found = await discoverInto(folder, settings)
  assert.deepEqual(found.failed, [])
  assert.equal(found.added.length, 3 * DOCUMENTS)
  const before = server.asked.length
  const { counts } = await folder.fetch(settings)
  // a capture with the digest of the current file has the same bytes, so it is not fetched
  assert.equal(server.asked.length - before, 2 * DOCUMENTS)
  assert.deepEqual([counts.fetched, counts.from_archive, counts.present], [DOCUMENTS, DOCUMENTS, DOCUMENTS])
  assert.equal((await folder.files()).length, 2 * DOCUMENTS)
  const lock = await readFile(folder.lock, 'utf8')
  const again = await discoverInto(folder, settings)
  assert.deepEqual([again.added, again.conflicting, again.notFoundAgain], [[], [], []])
  assert.equal(await readFile(folder.lock, 'utf8'), lock)
})

test('if the documents of the page are gone, their captures replace them, and later runs do not ask again', async () => {
  const { server, folder } = await setUpFolder()
  const settings = playArchive(server, false)
  await discoverInto(folder, settings)
  const report = await folder.fetch(settings)
  assert.deepEqual([report.counts.failed, report.counts.from_archive], [0, 3 * DOCUMENTS])
  const { notes } = findDocument(report, 'profile/land-007')
  assert.match(notes.join(), /profile\/land-007-20140101000000 replaces it/)
  const before = server.asked.length
  assert.equal((await folder.fetch(settings)).counts.present, 3 * DOCUMENTS)
  assert.equal(server.asked.length, before)
})

test('a page that is gone is read from the archive; its links are relative to its original address', async () => {
  const { server, folder } = await setUpFolder()
  const page = `${server.origin}/en/index.aspx`
  const newest = server.on(`/web/20150101000000id_/${page}`, send(200, {}, '<a href="docs/x.pdf">'))
  server.on(`/web/2id_/${page}`, redirect(newest))
  const { added } = await discoverInto(folder, testSettings(server, { index_pages: [page], archived: [] }))
  const addresses = added.map((document) => document.addresses)
  assert.deepEqual(addresses, [[`${server.origin}/en/docs/x.pdf`]])
})

test('an index that is broken, or goes on for ever, is reported, and nothing is lost of the lock', async () => {
  const { server, folder } = await setUpFolder()
  const settings = testSettings(server, { index_pages: [], archived: [`${new URL(server.origin).host}/*`] })
  const row = ['20140506070809', `${server.origin}/x.pdf`, 'application/pdf', '200', 'A'.repeat(32)]
  for (const [body, says] of [
    ['<html>', /not a page of the index in JSON/],
    [JSON.stringify([row, [], ['same']]), /is longer than 50 pages, or has no end/],
  ] as const) {
    server.on('/cdx/search/cdx', send(200, {}, body))
    assert.match((await discoverInto(folder, settings)).failed.join(), says)
  }
  assert.equal((await folder.sources()).size, 2)
})

test('a search ends in time with what it found, and is due only once', async () => {
  const { server, folder } = await setUpFolder()
  const index = server.on('/index.html', send(200, {}, '<a href="report-d-str-secu.pdf">'))
  server.on('/cdx/search/cdx', () => undefined)
  assert.ok(await isSearchDue(folder.lock))
  const settings = testSettings(server, { index_pages: [index], archived: ['a.example/*'] })
  const { added, failed } = await discoverInto(folder, settings, 1)
  assert.deepEqual([added.length, added[0]?.kind], [1, 'compendium'])
  assert.match(failed.join(), /1 s for the whole search/)
  assert.ok(!(await isSearchDue(folder.lock)))
})

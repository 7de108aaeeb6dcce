import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { test } from 'vitest'
import { z } from 'zod'
import type { Source } from '../../schemas/index.ts'
import { readCases } from '../read-cases.ts'
import { fetchFolder, findDocument, hashBytes, profile, readOutcome, setUpDocument } from './fetching.ts'
import {
  cut,
  first,
  type Handler,
  pdfBytes,
  redirect,
  send,
  sendRaw,
  serveBytes,
  startServer,
  testSettings,
} from './hazard-server.ts'

const good = pdfBytes('good')
const whole = serveBytes(good)
const [fewMore, manyMore] = [4096, 100_000].map((length) => Buffer.concat([good, Buffer.alloc(length)])) as [
  Buffer,
  Buffer,
]
const nearHash = hashBytes(good).replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
const bomb = gzipSync(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(60_000_000)]))
const soon: Handler = (_, response) =>
  response.writeHead(429, { 'retry-after': new Date(Date.now() + 1500).toUTCString() }).end()
const endless: Handler = (_, response) => {
  const block = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_000_000, 32)])
  const more = (): void => {
    while (!response.destroyed && response.write(block)) {}
  }
  response.on('drain', more).on('error', () => undefined)
  more()
}
/** Redirects to itself with cookies, until they come back. */
const askForCookies =
  (isSatisfied: boolean): Handler =>
  (request, response, times) => {
    const isSeen = request.headers.cookie === 'seen=0; again=1'
    if (isSeen && isSatisfied) return whole(request, response, times)
    const cookies = [`seen=${times}; path=/`, 'again=1']
    response.writeHead(302, { location: request.url, 'set-cookie': cookies }).end()
  }

const length = 'content-length'
const encoding = 'content-encoding'
const OK = 'HTTP/1.1 200 OK\r\n'
const ok = `${OK}Content-Length: ${good.length}\r\n`
const found = 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: '
const RAW = readCases('fetch/raw-responses.yaml', z.tuple([z.string(), z.string(), z.string()]))

/** Sends a raw response as the table of raw responses writes it. */
const sendTemplate = (text: string): Handler => {
  const [head = '', body] = text
    .replaceAll('\n', '\r\n')
    .replace('{length}', `${good.length}`)
    .split('{good}')
  return sendRaw(head, body === undefined ? '' : good)
}

/** What becomes of a document by the response, and what the lock knows of it. */
const CASES: readonly (readonly [becomes: string, what: string, handler: Handler, more?: Partial<Source>])[] =
  [
    ['not_found', 'status 404', send(404)],
    ['refused', 'status 403', send(403)],
    ['fetched', '500 then 200', first(send(500), whole)],
    ['server_error', '500 for ever', send(500)],
    ['fetched', '429 with seconds', first(send(429, { 'retry-after': '1' }), whole)],
    ['fetched', '429 with a date', first(soon, whole)],
    ['busy', '429 that asks for an hour', send(429, { 'retry-after': '3600' })],
    ['not_a_document', 'HTML with 200', send(200, {}, '<!DOCTYPE html><p>Moved</p>')],
    ['not_a_document', 'nothing with 200', send(200, {}, '')],
    ['not_a_document', '10 MB of junk', send(200, {}, Buffer.alloc(10_000_000, 7))],
    ['cut_off', 'a body without its end', send(200, {}, good.subarray(0, good.length - 100))],
    ['cut_off', 'a length that is too long', cut({ [length]: good.length + 100 }, good)],
    ['fetched', 'a body cut off once', first(cut({ [length]: 4000 }, good.subarray(0, 2000)), whole)],
    ['fetched', 'a reset, once', first((_, response) => response.socket?.resetAndDestroy(), whole)],
    ['too_large', 'a body that never ends', endless],
    ['too_large', 'a gzip bomb', send(200, { [encoding]: 'gzip', [length]: bomb.length }, bomb)],
    ['fetched', 'gzip that was not asked for', send(200, { [encoding]: 'gzip' }, gzipSync(good))],
    ['cut_off', 'gzip that is broken', send(200, { [encoding]: 'gzip' }, good)],
    ['fetched', 'a few kilobytes behind the end', serveBytes(fewMore)],
    ['cut_off', 'many kilobytes behind the end', serveBytes(manyMore)],
    ['other_bytes', 'a hash that differs in its last digit', whole, { sha256: nearHash }],
    ['fetched', 'as many where the hash is known', serveBytes(manyMore), { sha256: hashBytes(manyMore) }],

    ['fetched', 'five redirects', redirect('/step/2')],
    ['redirects', 'six redirects', redirect('/step/1')],
    ['redirects', 'a circle', (request, ...rest) => redirect(request.url ?? '')(request, ...rest)],
    ['fetched', 'a redirect to itself with cookies', askForCookies(true)],
    ['redirects', 'the same for ever', askForCookies(false)],
    ['fetched', 'a place in Latin-1', sendRaw(found, Buffer.from('/Côte.pdf\r\n\r\n', 'latin1'))],
    ['redirect_refused', 'a redirect to nowhere', send(302)],
    ['unreachable', 'a name that the system refuses', redirect(`http://${'x'.repeat(300)}/`)],

    ['cut_off', 'headers without end', sendRaw(`${OK}${'X: y\r\n'.repeat(100)}`)],
    ['cut_off', 'headers of a megabyte', sendRaw(`${OK}X: ${'y'.repeat(1_000_000)}\r\n\r\n`)],
    ['cut_off', '102 again and again', sendRaw('HTTP/1.1 102 Wait\r\n\r\n'.repeat(1000))],
    ...RAW.map(([becomes, what, text]) => [becomes, what, sendTemplate(text)] as const),
  ]

test('each response fails its own document, for what it is, and another attempt is made where it may help', async () => {
  const server = await startServer()
  for (const step of [1, 2, 3, 4, 5]) server.on(`/step/${step}`, redirect(`/step/${step + 1}`))
  for (const path of ['/step/6', '/C%C3%B4te%20d%E2%80%99Or.pdf', '/C%F4te.pdf']) server.on(path, whole)
  const folder = await fetchFolder(
    CASES.map(([, , handler, more], index) =>
      profile(`x-${index}`, [server.on(`/${index}.pdf`, handler)], more),
    ),
  )
  const report = await folder.fetch(testSettings(server))
  for (const [index, [becomes, what]] of CASES.entries()) {
    const document = findDocument(report, `profile/x-${index}`)
    assert.equal(readOutcome(document), becomes, what)
    const attempts = ['cut_off', 'server_error'].includes(becomes) ? 3 : 1
    const asked = server.asked.filter(({ path }) => path === `/${index}.pdf`).length
    const isExpected = asked === attempts || (becomes === 'redirects' && asked === 6)
    if (becomes !== 'fetched') assert.ok(isExpected, what)
    else assert.deepEqual((await folder.read(document.file)).subarray(0, good.length), good, what)
  }
  // one file for the good bytes, and two with more behind them
  assert.equal((await folder.files()).length, 3, 'nothing temporary is left')
  const again = await folder.fetch(testSettings(server, { attempts: 1 }))
  assert.equal(again.counts.fetched, 0, 'documents that share a file are here')
})

/** A good response with some of its characters changed, lost or doubled. */
const nearlyGood = fc
  .tuple(
    fc.constantFrom('', 'ETag: "1"\r\n', 'Content-Encoding: gzip\r\n', 'Transfer-Encoding: chunked\r\n'),
    fc.array(
      fc.tuple(fc.nat(120), fc.constantFrom('', '\0', ' ', ':', '\r', '\n', '0', '-', '\u00ff', '\r\n\r\n')),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([header, changes]) => {
    const text = [...`${ok}${header}\r\n${good}`]
    for (const [place, character] of changes) text[place] = character
    return Buffer.from(text.join(''), 'latin1')
  })

test('whatever a server responds, a run ends with a report and what it took is whole', async () => {
  const server = await startServer()
  const odd = fc.sample(nearlyGood, 100)
  const folder = await fetchFolder(
    odd.map((bytes, index) => profile(`odd-${index}`, [server.on(`/${index}`, sendRaw(bytes))])),
  )
  const report = await folder.fetch(testSettings(server, { attempts: 1, idle_timeout: 2 }))
  assert.equal(report.documents.length, odd.length)
  for (const { outcome, file, failures, id } of report.documents) {
    const bytes = JSON.stringify(odd[Number(id.slice('profile/odd-'.length))]?.toString('latin1'))
    if (outcome === 'failed') assert.equal(failures.length, 1, bytes)
    else assert.match((await folder.read(file)).toString('latin1'), /^.{0,1024}%PDF-.*%%EOF/s, bytes)
  }
})

test('an address of this machine is refused unless the settings allow it', async () => {
  const { server, fetch } = await setUpDocument(whole, { allowed_networks: [] })
  assert.equal(readOutcome(await fetch()), 'address_refused')
  assert.equal(server.asked.length, 0)
})

/** Sends slowly for ever. */
const drip: Handler = (_, response) => {
  response.writeHead(200).write('%PDF-1.4\n')
  const timer = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(timer)).on('error', () => undefined)
}

test('a server that sends too slowly, takes too long or never responds is left', async () => {
  for (const [handler, limits, value] of [
    [drip, { idle_timeout: 1 }, /^\d+ bytes in \d s$/],
    [drip, { total_timeout: 1 }, /^total_timeout$/],
    [() => undefined, { idle_timeout: 0.5, attempts: 1 }, /^UND_ERR_HEADERS_TIMEOUT$/],
  ] as const) {
    const { server, folder, fetch } = await setUpDocument(handler, limits)
    const document = await fetch()
    assert.match(document.failures[0]?.value ?? '', value)
    assert.deepEqual([server.asked.length, await folder.files()], [1, []])
  }
})

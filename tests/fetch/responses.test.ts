import assert from 'node:assert/strict'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { type TestContext, test } from 'vitest'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import type { FetchReasonCode } from '../../schemas/index.ts'
import { fetchFolder, findDocument, profile, setUpDocument, unwatched } from './fetching.ts'
import { type Handler, pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

const good = pdfBytes('good')
const whole = serveBytes(good)
const redirect =
  (location: string, code = 301): Handler =>
  (_, response) =>
    response.writeHead(code, { location }).end()
const once =
  (first: Handler, then: Handler = whole): Handler =>
  (request, response, times) =>
    (times === 0 ? first : then)(request, response, times)
const send =
  (code: number, headers: Record<string, string | number> = {}, body: string | Buffer = 'no'): Handler =>
  (_, response) =>
    response.writeHead(code, headers).end(body)
/** Sends a body and cuts the connection. */
const cut =
  (headers: Record<string, string | number>, body: Buffer): Handler =>
  (_, response) =>
    response.writeHead(200, headers).write(body, () => response.socket?.end())
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
const bomb = gzipSync(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(60_000_000)]))
const length = 'content-length'
const encoding = 'content-encoding'

/** What becomes of a document by its first failure or its outcome, and how often it is asked for. */
const cases: readonly (readonly [name: string, handler: Handler, becomes: string, attempts: number])[] = [
  ['status 404', send(404), 'not_found', 1],
  ['status 403', send(403), 'refused', 1],
  ['500 then 200', once(send(500)), 'fetched', 2],
  ['500 for ever', send(500), 'server_error', 3],
  ['429 with seconds', once(send(429, { 'retry-after': '1' })), 'fetched', 2],
  ['429 with a date', once(soon), 'fetched', 2],
  ['429 that asks for an hour', send(429, { 'retry-after': '3600' }), 'busy', 1],
  ['HTML with 200', send(200, {}, '<!DOCTYPE html><p>Moved</p>'), 'not_a_document', 1],
  ['nothing with 200', send(200, {}, ''), 'not_a_document', 1],
  ['10 MB of junk', send(200, {}, Buffer.alloc(10_000_000, 7)), 'not_a_document', 1],
  ['a body without its end', send(200, {}, good.subarray(0, good.length - 100)), 'cut_off', 3],
  ['a length that is too long', cut({ [length]: good.length + 100 }, good), 'cut_off', 3],
  ['a body that is cut off, once', once(cut({ [length]: 4000 }, good.subarray(0, 2000))), 'fetched', 2],
  ['a reset, once', once((_, response) => response.socket?.resetAndDestroy()), 'fetched', 2],
  ['a body that never ends', endless, 'too_large', 1],
  ['a gzip bomb', send(200, { [encoding]: 'gzip', [length]: bomb.length }, bomb), 'too_large', 1],
  ['gzip that was not asked for', send(200, { [encoding]: 'gzip' }, gzipSync(good)), 'fetched', 1],
  ['gzip that is broken', send(200, { [encoding]: 'gzip' }, good), 'cut_off', 3],
  ['a redirect to a file', redirect('file:///etc/hosts'), 'redirect_refused', 1],
  ['a redirect to https, where nobody listens', redirect('https://127.0.0.1:9/'), 'unreachable', 1],
  ['a redirect to nowhere', send(302), 'redirect_refused', 1],
  ['a redirect to a link-local address', redirect('http://169.254.169.254/x'), 'redirect_refused', 1],
  ['a link-local address in disguise', redirect('http://[::ffff:a9fe:a9fe]/'), 'redirect_refused', 1],
  ['a private address as one number', redirect('http://167772161/'), 'redirect_refused', 1],
]
for (const [name, handler, becomes, attempts] of cases) {
  test(`response: ${name}`, async (context: TestContext) => {
    const { folder, fetch } = await setUpDocument(context, handler)
    const document = await fetch()
    assert.equal(document.failures[0]?.code ?? document.outcome, becomes, JSON.stringify(document))
    assert.equal(document.attempts, attempts)
    const files = await folder.files()
    if (becomes === 'fetched') assert.deepEqual(await folder.read(document.file), good)
    assert.deepEqual(files, becomes === 'fetched' ? ['profile/x.pdf'] : [], 'nothing temporary is left')
  })
}

test('a chain of five redirects is followed, a longer one and a circle are not', async (context: TestContext) => {
  const server = await startServer(context)
  for (const step of [0, 1, 2, 3, 4, 5]) server.on(`/${step}`, redirect(`/${step + 1}`, 307))
  server.on('/6', whole)
  server.on('/ring', redirect('/gnir', 302))
  server.on('/gnir', redirect('/ring', 302))
  const folder = await fetchFolder(
    context,
    ['1', '0', 'ring'].map((name) => profile(name, [`${server.origin}/${name}`])),
  )
  const report = await folder.fetch(testSettings(server))
  assert.equal(findDocument(report, 'profile/1').outcome, 'fetched')
  assert.equal(findDocument(report, 'profile/0').failures[0]?.code, 'redirects')
  assert.equal(findDocument(report, 'profile/ring').failures[0]?.code, 'redirects')
})

test('an address of this machine is refused unless the settings allow it', async (context: TestContext) => {
  const { server, fetch } = await setUpDocument(context, whole, { allowed_networks: [] })
  assert.equal((await fetch()).failures[0]?.code, 'address_refused')
  assert.equal(server.asked.length, 0)
})

const empty = 'Content-Length: 0\r\n\r\n'
const OK = 'HTTP/1.1 200 OK\r\n'
const ok = `${OK}Content-Length: ${good.length}\r\n`
const range = 'HTTP/1.1 206 Part\r\nContent-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\n12345'

/** Responses that break HTTP or do not fit the request, and what comes of each. */
const malformed: readonly (readonly [becomes: FetchReasonCode, name: string, bytes: string | Buffer])[] = [
  ['cut_off', 'nothing', ''],
  ['cut_off', 'words', 'hello'],
  ['cut_off', 'a document without headers', good],
  ['cut_off', 'an unknown version', `HTTP/9.9 200 OK\r\n${empty}`],
  ['cut_off', 'a status of four digits', 'HTTP/1.1 1000 Odd\r\n\r\n'],
  ['cut_off', 'status 000', `HTTP/1.1 000 Odd\r\n${empty}`],
  ['server_error', 'status 999', `HTTP/1.1 999 Odd\r\n${empty}`],
  ['cut_off', 'headers without end', `${OK}${'X: y\r\n'.repeat(100)}`],
  ['cut_off', 'headers of a megabyte', `${OK}X: ${'y'.repeat(1_000_000)}\r\n\r\n`],
  ['cut_off', 'a header with a zero byte', `${OK}X: \0\r\n${empty}`],
  ['cut_off', 'two lengths', `${ok}Content-Length: 7\r\n\r\n${good}`],
  ['cut_off', 'a length and chunks', `${ok}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['cut_off', 'a length below zero', `${OK}Content-Length: -7\r\n\r\n`],
  ['too_large', 'a length of a petabyte', `${OK}Content-Length: 1000000000000000\r\n\r\n${good}`],
  ['cut_off', 'malformed chunks', `${OK}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`],
  ['cut_off', 'chunks that end early', `${OK}Transfer-Encoding: chunked\r\n\r\nff\r\n%PDF-`],
  ['cut_off', 'another protocol', 'HTTP/1.1 101 Go\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'],
  ['cut_off', '102 again and again', 'HTTP/1.1 102 Wait\r\n\r\n'.repeat(1000)],
  ['refused', '204', 'HTTP/1.1 204 None\r\n\r\n'],
  ['cut_off', '206 unasked', range],
  ['refused', '304 unasked', 'HTTP/1.1 304 Same\r\n\r\n'],
  ['cut_off', '416 unasked', `HTTP/1.1 416 No\r\n${empty}`],
  ['redirect_refused', 'a malformed place', `HTTP/1.1 301 Moved\r\nLocation: http://[\r\n${empty}`],
  ['unreachable', 'a place at port 0', `HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:0/\r\n${empty}`],
  ['cut_off', 'brotli that is broken', `${ok}Content-Encoding: br\r\n\r\n${good}`],
  ['cut_off', 'encodings in a row that are broken', `${ok}Content-Encoding: gzip, br\r\n\r\n${good}`],
]

/** A server that writes the given bytes whatever it is asked, and ends. */
const rawServer = async (context: TestContext, responses: readonly (string | Buffer)[]): Promise<string> => {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    socket.once('data', (request) => {
      const index = Number(/^GET \/(\d+)/.exec(request.toString('latin1'))?.[1] ?? 0)
      socket.end(responses[index] ?? '')
    })
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  context.onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a malformed response fails its own document, for what it is, and no other', async (context: TestContext) => {
  const server = await startServer(context)
  const origin = await rawServer(
    context,
    malformed.map(([, , bytes]) => bytes),
  )
  const documents = malformed.map((_, index) => profile(`odd-${index}`, [`${origin}/${index}`]))
  const fine = profile('fine', [server.on('/x.pdf', whole)])
  const folder = await fetchFolder(context, [...documents, fine])
  const report = await folder.fetch(testSettings(server, { attempts: 2 }))
  assert.equal(findDocument(report, 'profile/fine').outcome, 'fetched')
  for (const [index, [becomes, name]] of malformed.entries()) {
    assert.equal(findDocument(report, `profile/odd-${index}`).failures[0]?.code, becomes, name)
  }
  assert.deepEqual(await folder.files(), ['profile/fine.pdf'])
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

test('whatever a server responds, a run ends with a report and what it took is whole', async (context: TestContext) => {
  const odd = fc.sample(nearlyGood, 100)
  const server = await startServer(context)
  const origin = await rawServer(context, odd)
  const documents = odd.map((_, index) => profile(`odd-${index}`, [`${origin}/${index}`]))
  const folder = await fetchFolder(context, documents)
  const report = await folder.fetch(testSettings(server, { attempts: 1, idle_timeout: 2 }))
  assert.equal(report.documents.length, odd.length)
  for (const { outcome, file, failures, id } of report.documents) {
    const bytes = JSON.stringify(odd[Number(id.slice('profile/odd-'.length))]?.toString('latin1'))
    if (outcome === 'failed') assert.equal(failures.length, 1, bytes)
    else assert.match((await folder.read(file)).toString('latin1'), /^.{0,1024}%PDF-.*%%EOF/s, bytes)
  }
})

test('a redirect to a name that the system refuses fails its document alone', async (context: TestContext) => {
  const server = await startServer(context)
  const far = server.on('/far.pdf', redirect(`http://${'x'.repeat(300)}/`))
  const near = server.on('/near.pdf', whole)
  const { lock } = await fetchFolder(context, [profile('far', [far]), profile('near', [near])])
  const report = await runFetch({ lock, settings: testSettings(server), recheck: false, ...unwatched })
  assert.equal(findDocument(report, 'profile/far').failures[0]?.code, 'unreachable')
  assert.equal(findDocument(report, 'profile/near').outcome, 'fetched')
})

import assert from 'node:assert/strict'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import fc from 'fast-check'
import { type TestContext, test } from 'vitest'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import type { FetchReasonCode } from '../../schemas/index.ts'
import { documentOf, fetchFolder, profile } from './fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

/** A server that writes the given bytes whatever it is asked, and ends. */
const rawServer = async (context: TestContext, answers: readonly (string | Buffer)[]): Promise<string> => {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    socket.once('data', (request) => {
      const index = Number(/^GET \/(\d+)/.exec(request.toString('latin1'))?.[1] ?? 0)
      socket.end(answers[index] ?? '')
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

const good = pdfBytes('x')
const ok = `HTTP/1.1 200 OK\r\nContent-Length: ${good.length}\r\n`

const empty = 'Content-Length: 0\r\n\r\n'
const OK = 'HTTP/1.1 200 OK\r\n'

/** Answers that are none, or not to what was asked, and what comes of each. */
const answers: readonly (readonly [becomes: FetchReasonCode, name: string, answer: string | Buffer])[] = [
  ['cut_off', 'nothing', ''],
  ['garbled', 'words', 'hello'],
  ['garbled', 'a document without headers', good],
  ['garbled', 'a version that is none', `HTTP/9.9 200 OK\r\n${empty}`],
  ['garbled', 'a status that is none', 'HTTP/1.1 1000 Odd\r\n\r\n'],
  ['garbled', 'status 000', `HTTP/1.1 000 Odd\r\n${empty}`],
  ['server_error', 'status 999', `HTTP/1.1 999 Odd\r\n${empty}`],
  ['cut_off', 'headers without end', `${OK}${'X: y\r\n'.repeat(100)}`],
  ['garbled', 'headers of a megabyte', `${OK}X: ${'y'.repeat(1_000_000)}\r\n\r\n`],
  ['garbled', 'a header with a zero byte', `${OK}X: \0\r\n${empty}`],
  ['cut_off', 'two lengths', `${ok}Content-Length: 7\r\n\r\n${good}`],
  ['cut_off', 'a length and chunks', `${ok}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['garbled', 'a length below zero', `${OK}Content-Length: -7\r\n\r\n`],
  ['too_large', 'a length of a petabyte', `${OK}Content-Length: 1000000000000000\r\n\r\n${good}`],
  ['garbled', 'chunks that are none', `${OK}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`],
  ['cut_off', 'chunks that end early', `${OK}Transfer-Encoding: chunked\r\n\r\nff\r\n%PDF-`],
  ['cut_off', 'another protocol', 'HTTP/1.1 101 Go\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'],
  ['cut_off', '102 again and again', 'HTTP/1.1 102 Wait\r\n\r\n'.repeat(1000)],
  ['server_error', '204', 'HTTP/1.1 204 None\r\n\r\n'],
  [
    'cut_off',
    '206 unasked',
    `HTTP/1.1 206 Part\r\nContent-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\n12345`,
  ],
  ['server_error', '304 unasked', 'HTTP/1.1 304 Same\r\n\r\n'],
  ['cut_off', '416 unasked', `HTTP/1.1 416 No\r\n${empty}`],
  ['redirect_refused', 'a place that is none', `HTTP/1.1 301 Moved\r\nLocation: http://[\r\n${empty}`],
  ['unreachable', 'a place at port 0', `HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:0/\r\n${empty}`],
  ['not_a_document', 'an unknown encoding', `${ok}Content-Encoding: zstd\r\n\r\n${good}`],
  ['not_a_document', 'encodings in a row', `${ok}Content-Encoding: gzip, br\r\n\r\n${good}`],
  ['cut_off', 'brotli that is none', `${ok}Content-Encoding: br\r\n\r\n${good}`],
  ['cut_off', 'deflate that is none', `${ok}Content-Encoding: deflate\r\n\r\n${good}`],
]

test('an answer that is none fails its own document, for what it is, and no other', async (context: TestContext) => {
  const server = await startServer(context)
  const origin = await rawServer(
    context,
    answers.map(([, , answer]) => answer),
  )
  const documents = answers.map((_, index) => profile(`odd-${index}`, [`${origin}/${index}`]))
  const fine = profile('fine', [server.on('/x.pdf', serveBytes(good))])
  const folder = await fetchFolder(context, [...documents, fine])
  const report = await folder.fetch(testSettings(server, { attempts: 2 }))
  assert.equal(documentOf(report, 'profile/fine').outcome, 'fetched')
  for (const [index, [becomes, name]] of answers.entries()) {
    assert.equal(documentOf(report, `profile/odd-${index}`).failures[0]?.code, becomes, name)
  }
  assert.deepEqual(await folder.files(), ['profile/fine.pdf'])
})

/** A good answer with some of its characters changed, lost or doubled. */
const nearlyGood = fc
  .tuple(
    fc.constantFrom('', 'ETag: "1"\r\n', 'Content-Encoding: gzip\r\n', 'Transfer-Encoding: chunked\r\n'),
    fc.array(
      fc.tuple(fc.nat(120), fc.constantFrom('', '\0', ' ', ':', '\r', '\n', '0', '-', '\u00ff', '\r\n\r\n')),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([header, changes]) => {
    const text = [...`${ok}${header}\r\n${good}`]
    for (const [place, character] of changes) text[place] = character
    return Buffer.from(text.join(''), 'latin1')
  })

test('whatever a server answers, a run ends with a report and what it took is whole', async (context: TestContext) => {
  const odd = fc.sample(nearlyGood, 100)
  const server = await startServer(context)
  const origin = await rawServer(context, odd)
  const folder = await fetchFolder(
    context,
    odd.map((_, index) => profile(`odd-${index}`, [`${origin}/${index}`])),
  )
  const report = await folder.fetch(testSettings(server, { attempts: 1, idle_timeout: 2, header_timeout: 2 }))
  assert.equal(report.documents.length, odd.length)
  for (const { outcome, file, failures, id } of report.documents) {
    const answer = JSON.stringify(odd[Number(id.slice('profile/odd-'.length))]?.toString('latin1'))
    if (outcome === 'failed') assert.equal(failures.length, 1, answer)
    else assert.match((await folder.read(file)).toString('latin1'), /^.{0,1024}%PDF-.*%%EOF/s, answer)
  }
})

test('a redirection to a name that the system does not take fails its document alone', async (context: TestContext) => {
  const server = await startServer(context)
  const far = server.on('/far.pdf', (_, response) =>
    response.writeHead(301, { location: `http://${'x'.repeat(300)}/` }).end(),
  )
  const near = server.on('/near.pdf', serveBytes(good))
  const { lock } = await fetchFolder(context, [profile('far', [far]), profile('near', [near])])
  const report = await runFetch(
    { lock, settings: testSettings(server), recheck: false },
    { progress: () => undefined, waiting: () => undefined },
  )
  assert.equal(documentOf(report, 'profile/far').failures[0]?.code, 'unreachable')
  assert.equal(documentOf(report, 'profile/near').outcome, 'fetched')
})

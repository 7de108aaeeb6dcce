import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'vitest'
import { isSearchDue, runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import { filesFolder } from '../../pipeline/fetch/folder-lock.ts'
import { documentOf, fetchFolder, profile, sha256Of } from './fetching.ts'
import { type Handler, pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

const good = pdfBytes('good')
const [before, after] = [pdfBytes('before', 1_500_000), pdfBytes('after', 2_000_000)]

/** Serves the first document once, cut off, and then the second: whole, or as a range with the given headers. */
const changeWhileCutOff =
  (rangeHeaders: Record<string, string>): Handler =>
  (request, response, times) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1])
    if (times === 0) {
      response.writeHead(200, { etag: '"before"', 'content-length': before.length })
      response.write(before.subarray(0, 1_000_000), () => response.socket?.end())
    } else if (from > 0) response.writeHead(206, rangeHeaders).end(after.subarray(from))
    else response.writeHead(200, { etag: '"after"' }).end(after)
  }

for (const [what, etag, total] of [
  ['another ETag', '"after"', before.length],
  ['another size', '"before"', after.length],
  ['no ETag', undefined, before.length],
] as const) {
  test(`a part with ${what} is never joined to the bytes that were here`, async (context: TestContext) => {
    const server = await startServer(context)
    const address = server.on('/x.pdf', (request, response, times) => {
      const from = /bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]
      const range = { 'content-range': `bytes ${from}-${total - 1}/${total}` }
      changeWhileCutOff(etag === undefined ? range : { ...range, etag })(request, response, times)
    })
    const folder = await fetchFolder(context, [profile('x', [address])])
    const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
    assert.equal(document.outcome, 'fetched', JSON.stringify(document.failures))
    assert.ok(after.equals(await folder.read(document.file)))
  })
}

test('a Location is followed byte for byte, in UTF-8 or Latin-1', async (context: TestContext) => {
  const server = await startServer(context)
  server.on('/C%C3%B4te%20d%E2%80%99Or.pdf', serveBytes(good))
  server.on('/C%F4te.pdf', serveBytes(good))
  const locations = [Buffer.from('/Côte d’Or.pdf', 'utf8'), Buffer.from('/Côte.pdf', 'latin1')]
  const redirecting = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', (request) => {
        const index = Number(/^GET \/(\d)/.exec(request.toString('latin1'))?.[1])
        const head = `HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: ${server.origin}`
        socket.end(Buffer.concat([Buffer.from(head), locations[index] ?? good, Buffer.from('\r\n\r\n')]))
      })
  }).listen(0, '127.0.0.1')
  context.onTestFinished(() => void redirecting.close())
  await new Promise((resolve) => redirecting.once('listening', resolve))
  const address = redirecting.address()
  assert.ok(address !== null && typeof address === 'object')
  const documents = [0, 1].map((index) =>
    profile(`x-${index}`, [`http://127.0.0.1:${address.port}/${index}`]),
  )
  const report = await (await fetchFolder(context, documents)).fetch(testSettings(server))
  assert.equal(report.counts.fetched, 2, JSON.stringify(report.documents))
})

test('a few kilobytes behind the end of a PDF are accepted, and any number where the hash is known', async (context: TestContext) => {
  const server = await startServer(context)
  const [few, many] = [4096, 100_000].map((length) => Buffer.concat([good, Buffer.alloc(length)]))
  assert.ok(few && many)
  const folder = await fetchFolder(context, [
    profile('few', [server.on('/few.pdf', serveBytes(few))]),
    profile('many', [server.on('/many.pdf', serveBytes(many))]),
    profile('known', [server.on('/known.pdf', serveBytes(many))], { sha256: sha256Of(many) }),
  ])
  const report = await folder.fetch(testSettings(server, { attempts: 1 }))
  const outcomes = report.documents.map(({ id, outcome }) => [id, outcome])
  assert.deepEqual(outcomes, [
    ['profile/few', 'fetched'],
    ['profile/known', 'fetched'],
    ['profile/many', 'failed'],
  ])
})

test('a redirect to itself is followed once where it sets a cookie', async (context: TestContext) => {
  const server = await startServer(context)
  const circle =
    (isSatisfied: (cookie: string) => boolean): Handler =>
    (request, response, times) => {
      if (isSatisfied(request.headers.cookie ?? '')) return serveBytes(good)(request, response, times)
      response.writeHead(302, { location: request.url ?? '', 'set-cookie': `seen=${times}; path=/` }).end()
    }
  const folder = await fetchFolder(context, [
    profile('once', [
      server.on(
        '/once.pdf',
        circle((cookie) => cookie === 'seen=0'),
      ),
    ]),
    profile('never', [
      server.on(
        '/never.pdf',
        circle(() => false),
      ),
    ]),
  ])
  const report = await folder.fetch(testSettings(server))
  assert.equal(documentOf(report, 'profile/once').outcome, 'fetched')
  assert.equal(documentOf(report, 'profile/never').failures[0]?.code, 'redirects')
})

test('a server that sends too slowly is left', async (context: TestContext) => {
  const server = await startServer(context)
  const address = server.on('/x.pdf', (_, response) => {
    response.writeHead(200).write('%PDF-1.4\n')
    const drip = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(drip)).on('error', () => undefined)
  })
  const folder = await fetchFolder(context, [profile('x', [address])])
  const settings = testSettings(server, { idle_timeout: 1, min_bytes_per_second: 500 })
  const [failure] = documentOf(await folder.fetch(settings), 'profile/x').failures
  assert.equal(failure?.code, 'too_slow')
  assert.match(failure?.value ?? '', /^\d+ bytes in \d s$/)
})

test('user names, passwords and signatures never reach the lock file or the report', async (context: TestContext) => {
  const server = await startServer(context)
  const signed = server.on('/signed.pdf', serveBytes(good))
  const location = `${signed.replace('//', '//reader:pass@')}?X-Amz-Signature=secret&X-Amz-Expires=60`
  const redirect: Handler = (_, response) => response.writeHead(302, { location }).end()
  const gone = `${server.origin}/gone.pdf?token=secret`
  const folder = await fetchFolder(context, [
    profile('x', [server.on('/x.pdf', redirect)]),
    profile('y', [server.on('/y.pdf', (_, response) => response.writeHead(302, { location: gone }).end())]),
  ])
  const report = await folder.fetch(testSettings(server))
  assert.equal((await folder.sources()).get('profile/x')?.fetched?.address, signed)
  assert.match(server.asked.map(({ path }) => path).join(), /signed\.pdf\?X-Amz-Signature=secret/)
  for (const text of [JSON.stringify(report), await readFile(folder.lock, 'utf8')]) {
    assert.doesNotMatch(text, /secret|pass/)
  }
  await writeFile(
    folder.lock,
    JSON.stringify({ version: 1, documents: [profile('x', ['https://reader:pass@a.example/x.pdf'])] }),
  )
  await assert.rejects(folder.fetch(testSettings(server)), /holds a user name, a password or a signature/)
})

test('a pipe and a link to itself among the files are reported, and the rest is fetched', async (context: TestContext) => {
  const server = await startServer(context)
  const names = ['pipe', 'loop', 'fine']
  const documents = names.map((name) =>
    profile(name, [server.on(`/${name}.pdf`, serveBytes(pdfBytes(name)))], {
      sha256: sha256Of(pdfBytes(name)),
    }),
  )
  const folder = await fetchFolder(context, documents)
  const path = (name: string): string => join(filesFolder(folder.lock), `profile/${name}.pdf`)
  await mkdir(dirname(path('pipe')), { recursive: true })
  execFileSync('mkfifo', [path('pipe')])
  await symlink(path('loop'), path('loop'))
  const report = await folder.fetch(testSettings(server))
  assert.equal(report.counts.fetched, names.length, JSON.stringify(report.documents))
  assert.deepEqual(Object.keys(report.unusable).sort(), ['profile/loop.pdf', 'profile/pipe.pdf'])
})

test('the reason that the archive gives is passed on', async (context: TestContext) => {
  const server = await startServer(context)
  const blocked: Handler = (_, response) =>
    response
      .writeHead(403, { 'x-archive-wayback-runtime-error': 'AdministrativeAccessControlException: Blocked' })
      .end()
  const limited: Handler = (_, response) =>
    response.writeHead(404).end('<html><style>p {}</style><p>Page not\n archived</p>')
  const folder = await fetchFolder(context, [
    profile('x', [server.on('/web/2014id_/x.pdf', blocked)]),
    profile('y', [server.on('/web/2014id_/y.pdf', limited)]),
  ])
  const report = await folder.fetch(testSettings(server))
  const [x, y] = ['x', 'y'].map((name) => documentOf(report, `profile/${name}`).failures[0]?.message)
  assert.match(x ?? '', /refuses it \(status 403: AdministrativeAccessControlException: Blocked\)/)
  assert.match(y ?? '', /not there \(status 404: Page not archived\)/)
})

test('a report of all profiles that is gone is asked for at the archive, and is no failure', async (context: TestContext) => {
  const server = await startServer(context)
  const addresses = [`${server.origin}/report.pdf`, `${server.origin}/web/2id_/report.pdf`]
  const report = { ...profile('report', addresses), id: 'compendium/report', kind: 'compendium' as const }
  const folder = await fetchFolder(context, [report])
  const { counts } = await folder.fetch(testSettings(server))
  assert.deepEqual([counts.unavailable, counts.failed], [1, 0])
  server.on('/web/2id_/report.pdf', serveBytes(good))
  assert.equal((await folder.fetch(testSettings(server))).counts.from_archive, 1)
})

test('a search ends in time with what it found, and is due only once', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [])
  const index = server.on('/index.html', (_, response) => response.end('<a href="report-d-str-secu.pdf">'))
  server.on('/cdx/search/cdx', () => undefined)
  const settings = testSettings(server, { index_pages: [index], archived: ['a.example/*'] })
  assert.ok(await isSearchDue(folder.lock))
  const found = await runDiscover(
    { lock: folder.lock, settings, countryOfFile: () => null, maxSeconds: 1 },
    { waiting: () => undefined },
  )
  assert.deepEqual(
    found.added.map(({ kind }) => kind),
    ['compendium'],
  )
  assert.match(found.failed.join(), /1 s for the whole search/)
  assert.ok(!(await isSearchDue(folder.lock)))
})

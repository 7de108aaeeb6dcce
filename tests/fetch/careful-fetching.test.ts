import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type TestContext, test } from 'vitest'
import { isSearchDue, runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import { filesFolder } from '../../pipeline/fetch/folder-lock.ts'
import { fetchFolder, findDocument, hashBytes, profile, setUpDocument } from './fetching.ts'
import { type Handler, pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'
import { SELF_SIGNED } from './self-signed.ts'

const MAIN = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

const good = pdfBytes('good')
const [before, after] = [pdfBytes('before', 1_500_000), pdfBytes('after', 1_800_000)]

/** Serves the beginning of a document, cut off. */
const sendBeginning = (response: ServerResponse, etag: string | undefined): void => {
  response.writeHead(200, { 'content-length': before.length, ...(etag === undefined ? {} : { etag }) })
  response.write(before.subarray(0, 1_000_000), () => response.socket?.end())
}

/** Sends slowly for ever. */
const drip: Handler = (_, response) => {
  response.writeHead(200).write('%PDF-1.4\n')
  const timer = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(timer)).on('error', () => undefined)
}

test('a part with another ETag or size is never joined to the bytes that were here', async (context: TestContext) => {
  for (const [etag, total] of [
    ['"after"', before.length],
    ['"before"', after.length],
    [undefined, before.length],
  ] as const) {
    const { server, folder, fetch } = await setUpDocument(context, (request, response, times) => {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1])
      const range = { 'content-range': `bytes ${from}-${total - 1}/${total}` }
      if (times === 0) sendBeginning(response, '"before"')
      else if (from > 0)
        response.writeHead(206, etag === undefined ? range : { ...range, etag }).end(after.subarray(from))
      else response.writeHead(200, { etag: '"after"' }).end(after)
    })
    const document = await fetch()
    assert.equal(document.outcome, 'fetched', JSON.stringify(document.failures))
    assert.ok(server.asked.some(({ headers }) => headers.range !== undefined))
    assert.ok(after.equals(await folder.read(document.file)))
  }
})

test('a download is resumed where the server gave a strong ETag, even in another run', async (context: TestContext) => {
  for (const [etag, asksForRange] of [
    ['"strong"', true],
    ['W/"weak"', false],
    [undefined, false],
  ] as const) {
    const handler: Handler = (request, response, times) =>
      times === 0 ? sendBeginning(response, etag) : serveBytes(before, etag)(request, response, times)
    const { server, folder, fetch } = await setUpDocument(context, handler, { attempts: 1 })
    assert.equal((await fetch()).outcome, 'failed')
    assert.equal((await fetch()).outcome, 'fetched')
    assert.equal(/^bytes=[1-9]\d*-$/.test(server.asked[1]?.headers.range ?? ''), asksForRange, etag)
    assert.deepEqual(await folder.read('profile/x.pdf'), before)
    assert.deepEqual(await folder.files(), ['profile/x.pdf'])
  }
})

test('where the bytes changed since the cut, the server sends the whole and nothing is mixed', async (context: TestContext) => {
  const { server, folder, fetch } = await setUpDocument(context, (request, response, times) =>
    times === 0
      ? sendBeginning(response, '"before"')
      : serveBytes(after, '"after"')(request, response, times),
  )
  assert.deepEqual(await folder.read((await fetch()).file), after)
  assert.equal(server.asked[1]?.headers['if-range'], '"before"')
})

test('a redirect may change http to https, and not back', async (context: TestContext) => {
  const server = await startServer(context)
  const secure = createSecureServer(SELF_SIGNED, ({ url }, response) => {
    if (url === '/up.pdf') response.end(good)
    else response.writeHead(302, { location: `${server.origin}/down.pdf` }).end()
  }).listen(0, '127.0.0.1')
  context.onTestFinished(() => void secure.close())
  await once(secure, 'listening')
  const address = secure.address()
  assert.ok(address !== null && typeof address === 'object')
  const secureOrigin = `https://127.0.0.1:${address.port}`
  server.on('/up.pdf', (_, response) => response.writeHead(302, { location: `${secureOrigin}/up.pdf` }).end())
  server.on('/down.pdf', serveBytes(good))
  const folder = await fetchFolder(context, [
    profile('up', [`${server.origin}/up.pdf`]),
    profile('down', [`${secureOrigin}/down.pdf`]),
  ])
  const [settings, certificate] = ['settings.json', 'cert.pem'].map((name) => join(folder.lock, '..', name))
  assert.ok(settings && certificate)
  await writeFile(settings, JSON.stringify(testSettings(server)))
  await writeFile(certificate, SELF_SIGNED.cert)
  const child = spawn(process.execPath, [MAIN, 'fetch', '--lock', folder.lock, '--settings', settings], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = await text(child.stderr)
  assert.match(said, /1 {2}fetched\n/)
  assert.match(said, /profile\/down: it is redirected to where no document is fetched from \(http:/)
  assert.deepEqual(await folder.files(), ['profile/up.pdf'])
})

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
    profile('known', [server.on('/known.pdf', serveBytes(many))], { sha256: hashBytes(many) }),
  ])
  const report = await folder.fetch(testSettings(server, { attempts: 1 }))
  const outcomes = report.documents.map(({ id, outcome }) => [id, outcome])
  assert.deepEqual(outcomes, [
    ['profile/few', 'fetched'],
    ['profile/known', 'fetched'],
    ['profile/many', 'failed'],
  ])
})

test('a redirect to itself is followed with the cookie that it sets, five times at most', async (context: TestContext) => {
  for (const [isSatisfied, becomes] of [
    [true, 'fetched'],
    [false, 'redirects'],
  ] as const) {
    const { server, fetch } = await setUpDocument(context, (request, response, times) => {
      const isSeen = request.headers.cookie === 'seen=0; again=1'
      if (isSeen && isSatisfied) return serveBytes(good)(request, response, times)
      const cookies = [`seen=${times}; path=/`, 'again=1']
      response.writeHead(302, { location: request.url ?? '', 'set-cookie': cookies }).end()
    })
    const { outcome, failures } = await fetch()
    assert.equal(failures[0]?.code ?? outcome, becomes)
    assert.equal(server.asked.length, isSatisfied ? 2 : 6)
  }
})

test('a server that sends too slowly, takes too long or never responds is left', async (context: TestContext) => {
  for (const [handler, limits, value] of [
    [drip, { idle_timeout: 1 }, /^\d+ bytes in \d s$/],
    [drip, { total_timeout: 1 }, /^total_timeout$/],
    [() => undefined, { idle_timeout: 0.5, attempts: 1 }, /^UND_ERR_HEADERS_TIMEOUT$/],
  ] as const) {
    const { folder, fetch } = await setUpDocument(context, handler, limits)
    const document = await fetch()
    assert.match(document.failures[0]?.value ?? '', value)
    assert.deepEqual([document.attempts, await folder.files()], [1, []])
  }
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
      sha256: hashBytes(pdfBytes(name)),
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
  const [x, y] = ['x', 'y'].map((name) => findDocument(report, `profile/${name}`).failures[0]?.message)
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
  const found = await runDiscover({
    lock: folder.lock,
    settings,
    countryOfFile: () => null,
    maxSeconds: 1,
    waiting: () => undefined,
  })
  assert.deepEqual(
    found.added.map(({ kind }) => kind),
    ['compendium'],
  )
  assert.match(found.failed.join(), /1 s for the whole search/)
  assert.ok(!(await isSearchDue(folder.lock)))
})

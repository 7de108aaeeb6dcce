import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { type TestContext, test } from 'vitest'
import { documentOf, fetchFolder, profile } from './fetching.ts'
import { type Handler, pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'

const good = pdfBytes('good')
const redirect =
  (location: string, status = 301): Handler =>
  (_, response) =>
    response.writeHead(status, { location }).end()
const firstThen =
  (first: Handler, then: Handler): Handler =>
  (request, response, times) =>
    (times === 0 ? first : then)(request, response, times)
const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(code, headers).end('no')
const whole = serveBytes(good)

interface Hazard {
  readonly name: string
  readonly handler: Handler
  /** What comes of it: the outcome, or why it failed. */
  readonly becomes: string
  /** How often it is asked. */
  readonly attempts: number
}

const hazards: readonly Hazard[] = [
  { name: 'status 404', handler: status(404), becomes: 'not_found', attempts: 1 },
  { name: 'status 403', handler: status(403), becomes: 'refused', attempts: 1 },
  { name: '500 then 200', handler: firstThen(status(500), whole), becomes: 'fetched', attempts: 2 },
  { name: '500 for ever', handler: status(500), becomes: 'server_error', attempts: 3 },
  {
    name: '429 with seconds',
    handler: firstThen(status(429, { 'retry-after': '1' }), whole),
    becomes: 'fetched',
    attempts: 2,
  },
  {
    name: '429 with a date',
    handler: firstThen(
      (_, response) =>
        response.writeHead(429, { 'retry-after': new Date(Date.now() + 1500).toUTCString() }).end(),
      whole,
    ),
    becomes: 'fetched',
    attempts: 2,
  },
  {
    name: '429 that asks for an hour',
    handler: status(429, { 'retry-after': '3600' }),
    becomes: 'busy',
    attempts: 1,
  },
  {
    name: 'HTML with 200',
    handler: (_, response) => response.writeHead(200).end('<!DOCTYPE html><p>Moved</p>'),
    becomes: 'not_a_document',
    attempts: 1,
  },
  {
    name: 'nothing with 200',
    handler: (_, response) => response.writeHead(200).end(),
    becomes: 'not_a_document',
    attempts: 1,
  },
  {
    name: '10 MB of junk',
    handler: (_, response) => response.writeHead(200).end(Buffer.alloc(10_000_000, 7)),
    becomes: 'not_a_document',
    attempts: 1,
  },
  {
    name: 'a length that is too short',
    handler: (_, response) => {
      response.writeHead(200, { 'content-length': good.length - 100 })
      response.end(good.subarray(0, good.length - 100))
    },
    becomes: 'cut_off',
    attempts: 3,
  },
  {
    name: 'a length that is too long',
    handler: (_, response) => {
      response.writeHead(200, { 'content-length': good.length + 100 })
      response.write(good, () => response.socket?.end())
    },
    becomes: 'cut_off',
    attempts: 3,
  },
  {
    name: 'a body that is cut off, once',
    handler: firstThen((_, response) => {
      response.writeHead(200, { etag: `"${good.length}"`, 'content-length': good.length })
      response.write(good.subarray(0, 2000), () => response.socket?.end())
    }, whole),
    becomes: 'fetched',
    attempts: 2,
  },
  {
    name: 'a connection that is reset, once',
    handler: firstThen((_, response) => response.socket?.resetAndDestroy(), whole),
    becomes: 'fetched',
    attempts: 2,
  },
  {
    name: 'a body that never ends',
    handler: (_, response) => {
      response.writeHead(200)
      const block = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_000_000, 32)])
      const more = (): void => {
        while (!response.destroyed && response.write(block)) {}
      }
      response.on('drain', more).on('error', () => undefined)
      more()
    },
    becomes: 'too_large',
    attempts: 1,
  },
  {
    name: 'a gzip bomb',
    handler: (_, response) => {
      const bomb = gzipSync(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(60_000_000)]))
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb)
    },
    becomes: 'too_large',
    attempts: 1,
  },
  {
    name: 'gzip though it was not asked for',
    handler: (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(good)),
    becomes: 'fetched',
    attempts: 1,
  },
  {
    name: 'gzip that is none',
    handler: (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(good),
    becomes: 'cut_off',
    attempts: 3,
  },
  {
    name: 'a redirect to a file',
    handler: redirect('file:///etc/hosts'),
    becomes: 'redirect_refused',
    attempts: 1,
  },
  {
    name: 'a redirect to https, where nobody listens',
    handler: redirect('https://127.0.0.1:9/'),
    becomes: 'unreachable',
    attempts: 1,
  },
  { name: 'a redirect to nowhere', handler: status(302), becomes: 'redirect_refused', attempts: 1 },
  {
    name: 'a redirect to a link-local address',
    handler: redirect('http://169.254.169.254/latest/meta-data/'),
    becomes: 'redirect_refused',
    attempts: 1,
  },
  {
    name: 'a redirect to a link-local address in disguise',
    handler: redirect('http://[::ffff:a9fe:a9fe]/'),
    becomes: 'redirect_refused',
    attempts: 1,
  },
  {
    name: 'a redirect to a private address as one number',
    handler: redirect('http://167772161/'),
    becomes: 'redirect_refused',
    attempts: 1,
  },
]

for (const { name, handler, becomes, attempts } of hazards) {
  test(`hazard: ${name}`, async (context: TestContext) => {
    const server = await startServer(context)
    const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', handler)])])
    const document = documentOf(await folder.fetch(testSettings(server)), 'profile/x')
    assert.equal(document.failures[0]?.code ?? document.outcome, becomes, JSON.stringify(document))
    assert.equal(document.attempts, attempts)
    const fetched = becomes === 'fetched'
    assert.deepEqual(
      (await folder.files()).filter((file) => !file.startsWith('.')),
      fetched ? ['profile/x.pdf'] : [],
    )
    if (fetched) {
      assert.deepEqual(await folder.read(document.file), good)
      assert.deepEqual(await folder.files(), ['profile/x.pdf'], 'nothing temporary is left')
    }
  })
}

test('hazard: a body that trickles is given up after the total time', async (context: TestContext) => {
  const server = await startServer(context)
  const address = server.on('/x.pdf', (_, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write('%PDF-1.4\n')
    const drop = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(drop)).on('error', () => undefined)
  })
  const folder = await fetchFolder(context, [profile('x', [address])])
  const report = await folder.fetch(testSettings(server, { total_timeout: 1 }))
  assert.equal(documentOf(report, 'profile/x').failures[0]?.code, 'too_slow')
  assert.deepEqual(await folder.files(), [])
})

test('hazard: an answer that never begins is given up', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', () => undefined)])])
  const report = await folder.fetch(testSettings(server, { header_timeout: 0.5, attempts: 2 }))
  assert.equal(documentOf(report, 'profile/x').failures[0]?.code, 'too_slow')
})

test('a chain of redirects is followed up to the limit, and a circle is not', async (context: TestContext) => {
  const server = await startServer(context)
  for (const step of [1, 2, 3, 4]) server.on(`/${step}`, redirect(`/${step + 1}`, 307))
  server.on('/5', whole)
  server.on('/0', redirect('1'))
  server.on('/ring', redirect('/gnir', 302))
  server.on('/gnir', redirect('/ring', 302))
  const folder = await fetchFolder(context, [
    profile('four', [`${server.origin}/1`]),
    profile('five', [`${server.origin}/0`]),
    profile('ring', [`${server.origin}/ring`]),
  ])
  const report = await folder.fetch(testSettings(server))
  assert.equal(documentOf(report, 'profile/four').outcome, 'fetched')
  assert.equal(documentOf(report, 'profile/five').failures[0]?.code, 'redirects')
  assert.equal(documentOf(report, 'profile/ring').failures[0]?.code, 'redirects')
})

test('an address of this machine is refused unless the settings allow it', async (context: TestContext) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', whole)])])
  const report = await folder.fetch(testSettings(server, { allowed_networks: [] }))
  assert.equal(documentOf(report, 'profile/x').failures[0]?.code, 'address_refused')
  assert.equal(server.asked.length, 0)
})

test('what a cut-off answer left is gone on with by a range, even in another run', async (context: TestContext) => {
  const server = await startServer(context)
  const large = pdfBytes('large', 2_000_000)
  const cut: Handler = (_, response) => {
    response.writeHead(200, { etag: `"${large.length}"`, 'content-length': large.length })
    response.write(large.subarray(0, 1_500_000), () => response.socket?.end())
  }
  const address = server.on('/x.pdf', firstThen(cut, serveBytes(large)))
  const folder = await fetchFolder(context, [profile('x', [address])])
  const settings = testSettings(server, { attempts: 1 })
  assert.equal(documentOf(await folder.fetch(settings), 'profile/x').outcome, 'failed')
  assert.equal(documentOf(await folder.fetch(settings), 'profile/x').outcome, 'fetched')
  assert.match(server.asked[1]?.headers.range ?? '', /^bytes=[1-9]\d*-$/)
  assert.deepEqual(await folder.read('profile/x.pdf'), large)
  assert.deepEqual(await folder.files(), ['profile/x.pdf'])
})

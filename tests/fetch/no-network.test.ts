import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type TestContext, test } from 'vitest'
import { runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import { fetchSettings, type Source } from '../../schemas/index.ts'
import { fetchFolder, findDocument, profile, unwatched } from './fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'
import { SELF_SIGNED } from './self-signed.ts'

/** Twenty documents on each of ten hosts: where each were waited for, a run would take minutes. */
const documents: readonly Source[] = Array.from({ length: 200 }, (_, index) =>
  profile(`x-${index}`, [`https://host-${index % 10}.example/${index}.pdf`]),
)

const settings = fetchSettings.parse({ connect_timeout: 0.5, attempts: 4, first_delay: 10 })

test('names that are looked up for ever are given up, all at once', async (context: TestContext) => {
  const { lock } = await fetchFolder(context, documents)
  const closed: string[] = []
  const lookUpName = (hostname: string, signal: AbortSignal) =>
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => {
        closed.push(hostname)
        reject(signal.reason)
      }),
    )
  const watch = { ...unwatched, lookUpName }
  const report = await runFetch({ lock, settings, recheck: false, ...watch })
  assert.equal(report.offline, true)
  assert.equal(report.counts.failed, documents.length)
  assert.equal(Object.keys(report.unreachable).length, 10)
  assert.deepEqual(new Set(Object.values(report.unreachable)), new Set(['UND_ERR_CONNECT_TIMEOUT']))
  for (const { attempts, failures } of report.documents) {
    assert.deepEqual([attempts, failures.map(({ code }) => code)], [1, ['unreachable']])
  }
  assert.equal(closed.length, 10 * settings.connections_per_host, 'no look-up is left')
  const search = { lock: (await fetchFolder(context, [])).lock, settings, countryOfFile: () => null }
  const { failed, read, documents: found } = await runDiscover({ ...search, ...watch })
  assert.deepEqual([failed.length, read, found], [4, [], []])
})

/** A port of this machine that takes no connection any more; null if the system always takes one. */
const listenDeafly = async (context: TestContext): Promise<number | null> => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
    const server = require('node:net').createServer(() => {})
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`,
    { eval: true },
  )
  context.onTestFinished(() => void worker.terminate())
  const [port] = await once(worker, 'message')
  for (let connections = 0; connections < 300; connections++) {
    const socket: Socket = connect(port, '127.0.0.1').on('error', () => undefined)
    context.onTestFinished(() => void socket.destroy())
    const isTaken = await Promise.race([once(socket, 'connect').then(() => true), sleep(500, false)])
    if (!isTaken) return port
  }
  return null
}

test('a host that takes no connection is given up', async (context: TestContext) => {
  const port = await listenDeafly(context)
  if (port === null) return context.skip('the system takes every connection')
  const here = documents.map(({ id }, index) => profile(id.slice(8), [`http://127.0.0.1:${port}/${index}`]))
  const folder = await fetchFolder(context, here)
  const report = await folder.fetch({ ...settings, allowed_networks: ['127.0.0.0/8'] })
  assert.deepEqual([report.offline, report.counts.failed], [true, here.length])
  assert.deepEqual(report.unreachable, { [`127.0.0.1:${port}`]: 'UND_ERR_CONNECT_TIMEOUT' })
})

/** Lets a server listen on this machine, and gives its port. */
const listen = async (server: Server, context: TestContext): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('a host with an untrusted certificate is given up, is not offline, and the next address is tried', async (context: TestContext) => {
  const other = await startServer(context)
  const asked: string[] = []
  let connections = 0
  const secure = createHttpsServer(SELF_SIGNED, ({ url = '' }) => asked.push(url))
  secure.on('connection', () => connections++)
  const port = await listen(secure, context)
  const next = other.on('/x.pdf', serveBytes(pdfBytes('x')))
  const folder = await fetchFolder(
    context,
    Array.from({ length: 20 }, (_, index) =>
      profile(`x-${index}`, [`https://127.0.0.1:${port}/${index}.pdf`, ...(index === 7 ? [next] : [])]),
    ),
  )
  const { connections_per_host } = testSettings(other)
  const report = await folder.fetch(testSettings(other))
  assert.deepEqual([report.offline, report.unreachable], [false, {}])
  assert.deepEqual([report.counts.failed, report.counts.fetched], [19, 1])
  const [reason] = findDocument(report, 'profile/x-7').failures
  assert.equal(reason?.code, 'untrusted')
  assert.match(reason?.message ?? '', /secure connection .* \(DEPTH_ZERO_SELF_SIGNED_CERT\)/)
  assert.deepEqual(asked, [])
  assert.ok(connections <= connections_per_host)
})

test('a host that does not speak TLS where it should is said to be that', async (context: TestContext) => {
  const plain = createServer((socket) => {
    socket.on('error', () => undefined).on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  const port = await listen(plain, context)
  const folder = await fetchFolder(context, [profile('x', [`https://127.0.0.1:${port}/x.pdf`])])
  const report = await folder.fetch(testSettings(await startServer(context)))
  assert.equal(report.offline, false)
  assert.equal(findDocument(report, 'profile/x').failures[0]?.code, 'untrusted')
})

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { onTestFinished, type TestContext, test } from 'vitest'
import { runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import { fetchSettings } from '../../schemas/index.ts'
import { fetchFolder, profile, unwatched } from './fetching.ts'

/** Twenty documents on each of ten hosts: where each were waited for, a run would take minutes. */
const documents = Array.from({ length: 200 }, (_, index) =>
  profile(`x-${index}`, [`https://host-${index % 10}.example/${index}.pdf`]),
)

const settings = fetchSettings.parse({ connect_timeout: 0.5, attempts: 4, first_delay: 10 })

test('names that are looked up for ever are given up, all at once', async () => {
  const { lock } = await fetchFolder(documents)
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
  for (const { failures } of report.documents) {
    assert.deepEqual(
      failures.map(({ code }) => code),
      ['unreachable'],
    )
  }
  assert.equal(closed.length, 10 * settings.connections_per_host, 'no look-up is left')
  const search = { lock: (await fetchFolder([])).lock, settings, countryOfFile: () => null }
  const { failed, read, documents: found } = await runDiscover({ ...search, ...watch })
  assert.deepEqual([failed.length, read, found], [4, [], []])
})

/** A port of this machine that takes no connection any more; null if the system always takes one. */
const listenDeafly = async (): Promise<number | null> => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
    const server = require('node:net').createServer(() => {})
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`,
    { eval: true },
  )
  onTestFinished(() => void worker.terminate())
  const [port] = await once(worker, 'message')
  for (let connections = 0; connections < 300; connections++) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    onTestFinished(() => void socket.destroy())
    const isTaken = await Promise.race([once(socket, 'connect').then(() => true), sleep(500, false)])
    if (!isTaken) return port
  }
  return null
}

test('a host that takes no connection is given up', async (context: TestContext) => {
  const port = await listenDeafly()
  if (port === null) return context.skip('the system takes every connection')
  const here = documents.map(({ id }, index) => profile(id.slice(8), [`http://127.0.0.1:${port}/${index}`]))
  const { lock } = await fetchFolder(here)
  const local = { ...settings, allowed_networks: ['127.0.0.0/8'] }
  const report = await runFetch({ lock, settings: local, recheck: false, ...unwatched })
  assert.deepEqual([report.offline, report.counts.failed], [true, here.length])
  assert.deepEqual(report.unreachable, { [`127.0.0.1:${port}`]: 'UND_ERR_CONNECT_TIMEOUT' })
})

import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TestContext, test } from 'vitest'
import { runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import { type FetchReport, fetchSettings, type Source } from '../../schemas/index.ts'
import { fetchFolder, profile } from './fetching.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Twenty documents on each of ten hosts: where each were waited for, a run would take minutes. */
const documents: readonly Source[] = Array.from({ length: 200 }, (_, index) =>
  profile(`x-${index}`, [`https://host-${index % 10}.example/${index}.pdf`]),
)

const settings = fetchSettings.parse({ connect_timeout: 0.5, attempts: 4, first_delay: 10 })
const watch = { progress: () => undefined, waiting: () => undefined }

const assertOffline = (report: FetchReport): void => {
  assert.equal(report.offline, true)
  assert.equal(report.counts.failed, documents.length)
  assert.equal(Object.keys(report.unreachable).length, 10)
  assert.deepEqual(new Set(Object.values(report.unreachable)), new Set(['UND_ERR_CONNECT_TIMEOUT']))
  for (const { attempts, failures } of report.documents) {
    assert.deepEqual([attempts, failures.map(({ code }) => code)], [1, ['unreachable']])
  }
}

/** A name that is never found, until the run gives up. */
const neverFound = (hostname: string, signal: AbortSignal, closed: string[] = []) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      closed.push(hostname)
      reject(signal.reason)
    })
  })

test('names that are looked up for ever are given up, all at once', async (context: TestContext) => {
  const { lock } = await fetchFolder(context, documents)
  const closed: string[] = []
  const lookUpName = (hostname: string, signal: AbortSignal) => neverFound(hostname, signal, closed)
  assertOffline(await runFetch({ lock, settings, recheck: false }, { ...watch, lookUpName }))
  assert.equal(closed.length, 10, 'each name is looked up once, and given up')
})

test('connections that neither come about nor fail are given up, all at once', async (context: TestContext) => {
  const { lock } = await fetchFolder(context, documents)
  const asked: string[] = []
  const connector = () => (options: { readonly hostname: string }) => void asked.push(options.hostname)
  assertOffline(await runFetch({ lock, settings, recheck: false }, { ...watch, connector }))
  assert.equal(asked.length, 10, 'each host is tried once')
})

test('a search for documents is given up as well', async (context: TestContext) => {
  const { lock } = await fetchFolder(context, [])
  const { failed, read } = await runDiscover(
    { lock, settings, countryOfFile: () => null },
    { ...watch, lookUpName: neverFound },
  )
  assert.equal(failed.length, 4)
  assert.deepEqual(read, [])
})

/** A process that listens and, once stopped, takes no connection any more. */
const deafServer = async (context: TestContext): Promise<{ child: ChildProcess; port: number }> => {
  const program = join(await temporaryFolder(context), 'deaf.mjs')
  await writeFile(
    program,
    `import { createServer } from 'node:net'
    const server = createServer(() => undefined)
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.send(server.address().port))`,
  )
  const child = fork(program)
  context.onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = await once(child, 'message')
  child.kill('SIGSTOP')
  return { child, port: Number(port) }
}

/** Connects until the system takes no more connections for a port; false where it always does. */
const fillBacklog = async (port: number, context: TestContext): Promise<boolean> => {
  for (let connections = 0; connections < 300; connections++) {
    const socket: Socket = connect(port, '127.0.0.1').on('error', () => undefined)
    context.onTestFinished(() => void socket.destroy())
    const taken = await Promise.race([once(socket, 'connect').then(() => true), sleep(500, false)])
    if (!taken) return true
  }
  return false
}

test('a host that takes no connection is given up', async (context: TestContext) => {
  const { port } = await deafServer(context)
  if (!(await fillBacklog(port, context))) return context.skip('the system takes every connection')
  const here = documents.map(({ id }, index) => profile(id.slice(8), [`http://127.0.0.1:${port}/${index}`]))
  const { lock } = await fetchFolder(context, here)
  const allowed = { ...settings, allowed_networks: ['127.0.0.0/8'] }
  const report = await runFetch({ lock, settings: allowed, recheck: false }, watch)
  assert.equal(report.offline, true)
  assert.equal(report.counts.failed, here.length)
  assert.deepEqual(report.unreachable, { [`127.0.0.1:${port}`]: 'UND_ERR_CONNECT_TIMEOUT' })
})

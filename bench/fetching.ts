// Fetches documents from a server on this machine with the polite limits off, and says how fast and in how much memory,
// beside a program that reads the same by as many connections of the same HTTP client and throws it away.
// Usage: node bench/fetching.ts [documents] [bytes]
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { Agent, request } from 'undici'
import { writeLock } from '../pipeline/fetch/lock-file.ts'
import { runFetch } from '../pipeline/fetch/run-fetch.ts'
import { fetchSettings } from '../schemas/index.ts'

const CONNECTIONS = 8
const [documents, bytes] = [process.argv[2] ?? '200', process.argv[3] ?? '300000'].map(Number)
const [, , , , role = 'measure', origin = ''] = process.argv

/** What one way of reading took: time, and resident memory in bytes before it and at most. */
interface Figures {
  readonly seconds: number
  /** Seconds of the processor. */
  readonly processor: number
  readonly before: number
  readonly most: number
}

/** The documents differ in their first bytes alone. */
const serve = (length: number): void => {
  const rest = Buffer.concat([Buffer.alloc(length - 60, 120), Buffer.from('\n%%EOF\n')])
  const server = createServer((asked, response) => {
    const body = Buffer.concat([Buffer.from(`%PDF-1.4\n% ${asked.url}\n`.padEnd(53)), rest])
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': body.length }).end(body)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`)
  })
}

const figuresOf = async (work: () => Promise<void>): Promise<Figures> => {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  const started = performance.now()
  const used = process.cpuUsage()
  await work()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(used)
  clearInterval(watch)
  return { seconds, processor: (user + system) / 1e6, before, most }
}

const addresses = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${origin}/${index}.pdf`)

const read = (count: number): Promise<Figures> =>
  figuresOf(async () => {
    const dispatcher = new Agent({ connections: CONNECTIONS })
    const limit = pLimit(CONNECTIONS)
    await limit.map(addresses(count), async (address) => {
      for await (const _ of (await request(address, { dispatcher })).body);
    })
    await dispatcher.destroy()
  })

const fetchAll = async (count: number): Promise<Figures> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))
  try {
    const lock = join(folder, 'sources.json')
    await writeLock(
      lock,
      addresses(count).map((address, index) => ({
        id: `profile/d-${index}`,
        kind: 'profile' as const,
        addresses: [address],
      })),
    )
    const settings = fetchSettings.parse({
      allowed_networks: ['127.0.0.0/8'],
      requests_per_second: null,
      connections_per_host: CONNECTIONS,
    })
    return await figuresOf(async () => {
      const { counts } = await runFetch(
        { lock, settings, recheck: false },
        { progress: () => undefined, waiting: () => undefined },
      )
      if (counts.fetched !== count) throw new Error(`${counts.fetched} of ${count} documents were fetched`)
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

const start = (as: string, from = ''): ChildProcess =>
  fork(import.meta.filename, [String(documents), String(bytes), as, from])

const saidBy = <Said>(child: ChildProcess): Promise<Said> =>
  new Promise((resolve, reject) => {
    child.once('message', (said) => resolve(said as Said))
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
  })

const megabytes = (value: number): string => `${(value / 1_000_000).toFixed(0)} MB`

const measure = async (count: number): Promise<void> => {
  const server = start('serve')
  try {
    const at = await saidBy<string>(server)
    for (const as of ['read', 'fetch', 'read', 'fetch', 'read', 'fetch']) {
      const { seconds, processor, before, most } = await saidBy<Figures>(start(as, at))
      const rate = (count / seconds).toFixed(0)
      process.stdout.write(
        `${as.padEnd(5)} ${count} documents of ${bytes} bytes: ${seconds.toFixed(2)} s, ${rate} a second; ${((processor / count) * 1000).toFixed(2)} ms of the processor each; memory ${megabytes(before)} before, ${megabytes(most)} at most\n`,
      )
    }
  } finally {
    server.kill()
  }
}

if (role === 'serve') serve(bytes ?? 0)
else if (role === 'measure') await measure(documents ?? 0)
else {
  process.send?.(await (role === 'read' ? read : fetchAll)(documents ?? 0))
  process.disconnect()
}

// Fetches documents from a server on this machine with the polite limits off, and says how fast and in how much memory.
// Usage: node bench/fetching.ts [documents] [bytes]
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLock } from '../pipeline/fetch/lock-file.ts'
import { runFetch } from '../pipeline/fetch/run-fetch.ts'
import { fetchSettings } from '../schemas/index.ts'

const documents = Number(process.argv[2] ?? 200)
const bytes = Number(process.argv[3] ?? 300_000)

/** The documents differ in their first bytes alone. */
const serve = (): void => {
  const rest = Buffer.concat([Buffer.alloc(bytes - 60, 120), Buffer.from('\n%%EOF\n')])
  const server = createServer((request, response) => {
    const body = Buffer.concat([Buffer.from(`%PDF-1.4\n% ${request.url}\n`.padEnd(53)), rest])
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': body.length }).end(body)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object') process.send?.(address.port)
  })
}

const portOf = (server: ChildProcess): Promise<number> =>
  new Promise((resolve) => server.once('message', (port) => resolve(Number(port))))

const megabytes = (value: number): string => (value / 1_000_000).toFixed(0)

const measure = async (): Promise<void> => {
  const server = fork(import.meta.filename, [String(documents), String(bytes), 'serve'])
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))
  try {
    const origin = `http://127.0.0.1:${await portOf(server)}`
    const started = performance.now()
    for (let index = 0; index < documents; index++)
      await (await fetch(`${origin}/plain-${index}`)).arrayBuffer()
    const plain = (performance.now() - started) / 1000
    const lock = join(folder, 'sources.json')
    await writeLock(
      lock,
      Array.from({ length: documents }, (_, index) => ({
        id: `profile/d-${index}`,
        kind: 'profile' as const,
        addresses: [`${origin}/${index}`],
      })),
    )
    const settings = fetchSettings.parse({
      allowed_networks: ['127.0.0.0/8'],
      requests_per_second: null,
      connections_per_host: 8,
    })
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 10)
    const report = await runFetch(
      { lock, settings, recheck: false },
      { progress: () => undefined, waiting: () => undefined },
    )
    clearInterval(watch)
    const rate = (count: number): string => `${(documents / count).toFixed(0)} documents a second`
    process.stdout.write(
      [
        `${report.counts.fetched} of ${documents} documents of ${bytes} bytes`,
        `fetched, checked, hashed, synced and locked: ${report.seconds.toFixed(2)} s, ${rate(report.seconds)}`,
        `read one after the other and thrown away: ${plain.toFixed(2)} s, ${rate(plain)}`,
        `memory: ${megabytes(before)} MB before, ${megabytes(most)} MB at most`,
        '',
      ].join('\n'),
    )
  } finally {
    server.kill()
    await rm(folder, { recursive: true })
  }
}

if (process.argv[4] === 'serve') serve()
else await measure()

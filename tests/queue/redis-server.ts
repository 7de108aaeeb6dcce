import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why tests with a real Redis are skipped; false if they run. */
export const withoutRedis: string | false =
  spawnSync('redis-server', ['--version']).status === 0 ? false : 'redis-server is not installed'

/** A Redis server for a test, with its append-only file in a folder of its own. */
export interface TestRedis {
  readonly port: number
  readonly url: string
  /** Ends it at once, as a power cut does. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port, with what its append-only file holds. */
  readonly start: () => Promise<void>
  /** Ends it and removes its folder. */
  readonly remove: () => Promise<void>
}

/** A port of 127.0.0.1 on which nobody listens. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Resolves once the server says that it is ready; what it says after that is let go. */
const readyToServe = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`redis-server ended with status ${code}: ${said}`)))
  })

/** Starts a Redis server on a free port of 127.0.0.1, with further options. */
export const startRedis = async (...options: readonly string[]): Promise<TestRedis> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-redis-'))
  const port = await freePort()
  const fixed = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--dir', folder]
  const own = options.includes('--tls-port') ? options : ['--port', String(port), ...options]
  let server: ChildProcess | undefined
  const start = async (): Promise<void> => {
    const withPort = own.map((option) => (option === 'PORT' ? String(port) : option))
    server = spawn('redis-server', [...fixed, ...withPort], { stdio: ['ignore', 'pipe', 'ignore'] })
    await readyToServe(server)
  }
  const kill = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    remove: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

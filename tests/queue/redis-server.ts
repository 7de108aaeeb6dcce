import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, startProgram } from './command.ts'

/** Why tests with a real Redis are skipped; false if they run. */
export const withoutRedis: string | false =
  spawnSync('redis-server', ['--version']).status === 0 ? false : 'redis-server is not installed'

/** A Redis server for a test, with its append-only file in a folder of its own. */
export interface TestRedis {
  readonly port: number
  readonly url: string
  /** Lets it keep its connections and answer nothing. */
  readonly silence: () => void
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
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Starts a Redis server on a free port of 127.0.0.1, by TLS if so asked, with further options. */
export const startRedis = async (options: readonly string[] = [], tls = false): Promise<TestRedis> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-redis-'))
  const port = await freePort()
  const ports = tls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)]
  const fixed = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--dir', folder]
  let server: Command
  const start = async (): Promise<void> => {
    server = startProgram('redis-server', [...fixed, ...ports, ...options])
    await server.says(/Ready to accept connections/)
  }
  const kill = async (): Promise<void> => {
    server.child.kill('SIGKILL')
    await server.ended
  }
  await start()
  const remove = async (): Promise<void> => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  }
  const silence = (): void => void server.child.kill('SIGSTOP')
  return { port, url: `redis://127.0.0.1:${port}`, silence, kill, start, remove }
}

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { makeTestFolder, type OnEnd } from '../test-folder.ts'
import { type Command, startProgram } from './command.ts'

/** Why tests with a real Redis are skipped; false if they run. */
export const withoutRedis: string | false =
  spawnSync('redis-server', ['--version']).status === 0 ? false : 'redis-server is not installed'

/** A port of 127.0.0.1 on which nobody listens. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * Starts a Redis server on a free port of 127.0.0.1, by TLS if so asked, with further options. Its append-only file is
 * in a folder of its own, and it ends when `onEnd` says.
 */
export const startRedis = async (
  options: readonly string[] = [],
  tls = false,
  onEnd: OnEnd = onTestFinished,
) => {
  const port = await freePort()
  const ports = tls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)]
  const fixed = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--dir', makeTestFolder(onEnd)]
  let server: Command
  /** Starts it, or starts it again with what its append-only file holds. */
  const start = async (): Promise<void> => {
    server = startProgram('redis-server', [...fixed, ...ports, ...options])
    await server.says(/Ready to accept connections/)
  }
  /** Ends it at once, as a power cut does. */
  const kill = async (): Promise<void> => {
    server.child.kill('SIGKILL')
    await server.ended
  }
  /** Lets it keep its connections and answer nothing. */
  const silence = (): void => void server.child.kill('SIGSTOP')
  await start()
  onEnd(kill)
  return { port, url: `redis://127.0.0.1:${port}`, silence, kill, start }
}

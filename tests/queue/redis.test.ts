import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { startCommand } from './command.ts'
import { writeMadeUpInput } from './made-up-input.ts'
import { freePort, startRedis, withoutRedis } from './redis-server.ts'
import { assertSameRelease } from './same-release.ts'

const withoutOpenssl: string | false =
  spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed'

const COUNT = 60
const WORKER = ['worker', '--no-cache', '--jobs', '1']

let folder: string
let input: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-redis-'))
  input = join(folder, 'input')
  await mkdir(input)
  await writeMadeUpInput(input, COUNT)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('without Redis', () => {
  it('a command ends with a sentence that shows no password', async () => {
    const port = await freePort()
    const url = `redis://:secret%#1@127.0.0.1:${port}`
    const building = startCommand(['build', '-i', 'raw', '-o', 'unused', '--queue', url])
    assert.equal(await building.ended, 3)
    assert.match(
      building.said(),
      new RegExp(`The queue at redis://127.0.0.1:${port} cannot be used: .*ECONNREFUSED`),
    )
    assert.doesNotMatch(building.said(), /secret|\n {4}at /)
  })

  it('a command ends where a server takes connections and is silent', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const worker = startCommand([...WORKER, '--queue', `redis://127.0.0.1:${address.port}`])
    assert.equal(await worker.ended, 3)
    assert.match(worker.said(), /The queue at .* cannot be used/)
    for (const socket of sockets) socket.destroy()
    server.close()
  })
})

describe('a Redis server', { skip: Boolean(withoutRedis) }, () => {
  it('that goes away for good ends builds and workers, and the previous release stays', async () => {
    const redis = await startRedis()
    const out = join(folder, 'out')
    const expected = join(folder, 'expected')
    for (const place of [out, expected]) {
      await build({ inputs: [input], out: place, jobs: 2, accept: true }, () => {})
    }
    const worker = startCommand([...WORKER, '--queue', redis.url])
    const building = startCommand([
      ...['build', '-i', input, '-o', out, '--no-cache', '--no-explorer', '--accept'],
      ...['--in-flight', '2', '--queue', redis.url],
    ])
    await building.says(/Reading documents: /)
    await redis.remove()
    assert.deepEqual(await Promise.all([building.ended, worker.ended]), [3, 3])
    for (const { said } of [building, worker]) assert.match(said(), /The queue at .* cannot be used: /)
    assert.doesNotMatch(building.said(), /Set aside|profile-\d+\.txt/)
    await assertSameRelease(out, expected)
  })

  it('lets in who knows the password, and refuses others at once', async () => {
    const redis = await startRedis('--requirepass', 'open 100%#sesame')
    const url = (password: string): string => `redis://:${password}@127.0.0.1:${redis.port}`
    const worker = startCommand(WORKER, { CYBERWELLNESS_QUEUE: url('open%20100%#sesame') })
    await worker.says(/Waiting for documents/)
    worker.child.kill('SIGTERM')
    assert.equal(await worker.ended, 0)
    for (const wrong of [url('shut'), redis.url]) {
      const stranger = startCommand([...WORKER, '--queue', wrong])
      assert.equal(await stranger.ended, 3)
      assert.match(stranger.said(), /cannot be used: (?:WRONGPASS|NOAUTH)/)
    }
    await redis.remove()
  })

  for (const [name, options, reason] of [
    ['is full', ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'], /cannot be used: .*OOM/],
    ['may only be read', ['--replicaof', '127.0.0.1', '1'], /cannot be used: .*READONLY/],
  ] as const) {
    it(`that ${name} ends a build, and no document is rejected`, async () => {
      const redis = await startRedis(...options)
      const out = join(folder, 'refused')
      const building = startCommand(['build', '-i', input, '-o', out, '--no-cache', '--queue', redis.url])
      assert.equal(await building.ended, 3)
      assert.match(building.said(), reason)
      assert.doesNotMatch(building.said(), /profile-0000|\n {4}at /)
      await assert.rejects(access(out), { code: 'ENOENT' })
      await redis.remove()
    })
  }

  it('that may remove jobs is reported', async () => {
    const redis = await startRedis('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru')
    const building = startCommand(['build', '-i', 'raw', '-o', 'unused', '--no-cache', '--queue', redis.url])
    await building.says(/maxmemory-policy allkeys-lru/)
    building.child.kill('SIGKILL')
    await building.ended
    await redis.remove()
  })

  it('over TLS is used where its certificate is trusted', { skip: Boolean(withoutOpenssl) }, async () => {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
        ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
        ...['-keyout', 'key.pem', '-out', 'cert.pem'],
      ],
      { cwd: folder, stdio: 'ignore' },
    )
    const certificate = join(folder, 'cert.pem')
    const redis = await startRedis(
      ...['--port', '0', '--tls-port', 'PORT', '--tls-cert-file', certificate],
      ...['--tls-key-file', join(folder, 'key.pem'), '--tls-auth-clients', 'no', '--requirepass', 'sesame'],
    )
    const url = `rediss://:sesame@127.0.0.1:${redis.port}`
    const worker = startCommand([...WORKER, '--queue', url], { NODE_EXTRA_CA_CERTS: certificate })
    await worker.says(/Waiting for documents/)
    worker.child.kill('SIGTERM')
    assert.equal(await worker.ended, 0)
    const stranger = startCommand([...WORKER, '--queue', url])
    assert.equal(await stranger.ended, 3)
    assert.match(stranger.said(), /cannot be used: .*self-signed certificate/)
    await redis.remove()
  })
})

import assert from 'node:assert/strict'
import { access, cp, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { listen, SELF_SIGNED } from '../fetch/hazard-server.ts'
import { makeTestFolder } from '../test-folder.ts'
import { startCommand } from './command.ts'
import { writeMadeUpInput } from './made-up-input.ts'
import { freePort, startRedis, withoutRedis } from './redis-server.ts'
import { assertSameRelease } from './same-release.ts'

const COUNT = 60

const folder = makeTestFolder()
const input = join(folder, 'input')
beforeAll(async () => {
  await mkdir(input)
  await writeMadeUpInput(input, COUNT)
})

const startBuild = (out: string, url: string, ...more: string[]) =>
  startCommand(['build', '-i', input, '-o', out, '--no-cache', '--no-explorer', ...more, '--queue', url])
const startWorker = (url: string, environment: Readonly<Record<string, string>> = {}) =>
  startCommand(['worker', '--no-cache', '--jobs', '1', '--queue', url], { environment })

/** Asserts that a build ends with one sentence, and neither rejects a document nor makes a release. */
const assertEnds = async (url: string, says: RegExp): Promise<void> => {
  const out = join(folder, 'refused')
  const building = startBuild(out, url)
  assert.equal(await building.ended, 3)
  assert.match(building.said(), says)
  assert.doesNotMatch(building.said(), /secret|profile-0000|\n {4}at /)
  await assert.rejects(access(out), { code: 'ENOENT' })
}

describe('a build ends with a sentence that shows no password', () => {
  it('where nobody listens', async () => {
    const port = await freePort()
    const says = new RegExp(`The queue at redis://127.0.0.1:${port} cannot be used: .*ECONNREFUSED`)
    await assertEnds(`redis://:secret%#1@127.0.0.1:${port}`, says)
  })

  it('where a server takes connections and is silent', async () => {
    const port = await listen(createServer())
    await assertEnds(`redis://127.0.0.1:${port}`, /The queue at .* cannot be used/)
  })

  for (const [what, options, says] of [
    ['is full', ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'], /cannot be used: .*OOM/],
    ['may only be read', ['--replicaof', '127.0.0.1', '1'], /cannot be used: .*READONLY/],
  ] as const) {
    it.skipIf(withoutRedis)(`where Redis ${what}`, async () => {
      await assertEnds((await startRedis(options)).url, says)
    })
  }
})

describe('a Redis server', { skip: Boolean(withoutRedis) }, () => {
  it.each(['kill', 'silence'] as const)(
    'that goes away for good ends builds and workers, and the previous release stays (%s)',
    async (fail) => {
      const redis = await startRedis()
      const [out, expected] = [join(folder, fail), join(folder, `${fail}-expected`)]
      await build({ inputs: [input], out, jobs: 2, accept: true }, () => {})
      await cp(out, expected, { recursive: true })
      const worker = startWorker(redis.url)
      const building = startBuild(out, redis.url, '--accept', '--in-flight', '2')
      await building.says(/Reading documents: /)
      await redis[fail]()
      assert.deepEqual(await Promise.all([building.ended, worker.ended]), [3, 3])
      for (const { said } of [building, worker]) assert.match(said(), /The queue at .* cannot be used: /)
      assert.doesNotMatch(building.said(), /profile-\d+\.txt/)
      await assertSameRelease(out, expected)
    },
  )

  it('that may remove jobs is reported', async () => {
    const { url } = await startRedis(['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'])
    await startBuild(join(folder, 'unused'), url).says(/maxmemory-policy allkeys-lru/)
  })

  it('lets in who knows the password and trusts its certificate, and refuses others at once', async () => {
    const password = ['--requirepass', 'open 100%#sesame']
    const open = await startRedis(password)
    const { cert, key } = SELF_SIGNED
    const files = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-auth-clients', 'no']
    const secure = await startRedis([...files, ...password], true)
    const url = (port: number, scheme = 'redis', secret = 'open%20100%#sesame'): string =>
      `${scheme}://:${secret}@127.0.0.1:${port}`
    const trusting = { NODE_EXTRA_CA_CERTS: cert }
    for (const worker of [
      startCommand(['worker', '--no-cache'], { environment: { CYBERWELLNESS_QUEUE: url(open.port) } }),
      startWorker(url(secure.port, 'rediss'), trusting),
    ]) {
      await worker.says(/Waiting for documents/)
      worker.child.kill('SIGTERM')
      assert.equal(await worker.ended, 0)
    }
    for (const [stranger, says] of [
      [startWorker(url(open.port, 'redis', 'shut')), /cannot be used: WRONGPASS/],
      [startWorker(open.url), /cannot be used: NOAUTH/],
      [startWorker(url(secure.port, 'rediss')), /cannot be used: .*self-signed certificate/],
    ] as const) {
      assert.equal(await stranger.ended, 3)
      assert.match(stranger.said(), says)
    }
  })
})

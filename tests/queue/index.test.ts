import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { type Command, startCommand } from './command.ts'
import { writeMadeUpInput } from './made-up-input.ts'
import { startRedis, type TestRedis, withoutRedis } from './redis-server.ts'
import { assertSameRelease } from './same-release.ts'

const COUNT = 24

describe('a build by way of a queue', { skip: Boolean(withoutRedis) }, () => {
  let folder: string
  let input: string
  let expected: string
  let redis: TestRedis
  let out: string
  const started: Command[] = []
  const server = createServer(async (request, response) => {
    const bytes = await readFile(join(input, decodeURIComponent(request.url ?? ''))).catch(() => null)
    response.writeHead(bytes === null ? 404 : 200).end(bytes)
  })
  let outs = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyberwellness-queue-'))
    input = join(folder, 'input')
    expected = join(folder, 'expected')
    await mkdir(input)
    await writeMadeUpInput(input, COUNT)
    await build({ inputs: [input], out: expected, jobs: 2, accept: true }, () => {})
    redis = await startRedis()
  })
  beforeEach(() => {
    outs += 1
    out = join(folder, `out-${outs}`)
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    for (const { child } of started) child.kill('SIGKILL')
    await Promise.all(started.splice(0).map(({ ended }) => ended))
  })
  afterAll(async () => {
    await redis?.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const start = (...parameters: readonly string[]): Command => {
    const command = startCommand(parameters)
    started.push(command)
    return command
  }
  const startBuild = (...more: readonly string[]): Command =>
    start(
      ...['build', '--input', input, '--out', out, '--no-cache', '--no-explorer', '--accept'],
      ...['--queue', redis.url, '--in-flight', '6', ...more],
    )
  const startWorker = (...more: readonly string[]): Command =>
    start('worker', '--queue', redis.url, '--no-cache', '--jobs', '1', ...more)
  const stop = async (worker: Command): Promise<void> => {
    worker.child.kill('SIGTERM')
    assert.equal(await worker.ended, 0, worker.said())
  }
  const jobsLeft = async (): Promise<string[]> => {
    const client = new Redis(redis.url)
    const keys = await client.keys('bull:*')
    client.disconnect()
    return keys.filter((key) => /:[0-9a-f]{64}(?::.*)?$|:(?:wait|active|completed|failed|delayed)$/.test(key))
  }

  it('gives the same release as a build in one place, and leaves no job behind', async () => {
    const worker = startWorker('--input', input)
    const building = startBuild()
    assert.equal(await building.ended, 1, building.said())
    assert.match(building.said(), new RegExp(`${COUNT} of ${COUNT + 1} documents`))
    await assertSameRelease(out, expected)
    assert.deepEqual(await jobsLeft(), [])
    await stop(worker)
  })

  it('loses nothing and takes nothing twice where workers are killed and Redis restarts', async () => {
    const workers = [startWorker('--input', input), startWorker('--input', input)]
    const building = startBuild()
    await building.says(/documents: (?!0)/)
    workers[0]?.child.kill('SIGKILL')
    await redis.kill()
    await redis.start()
    assert.equal(await building.ended, 1, building.said())
    await assertSameRelease(out, expected)
    assert.deepEqual(await jobsLeft(), [])
    if (workers[1]) await stop(workers[1])
  })

  it('takes what was read for a build that was killed', async () => {
    const worker = startWorker('--input', input)
    const killed = startBuild('--in-flight', '12')
    await killed.says(/documents: (?!0)/)
    killed.child.kill('SIGKILL')
    await killed.ended
    const building = startBuild()
    assert.equal(await building.ended, 1, building.said())
    await assertSameRelease(out, expected)
    await stop(worker)
  })

  it('lets workers fetch what they do not have', async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const worker = startWorker('--input', folder, '--fetch-from', `http://127.0.0.1:${address.port}`)
    const building = startBuild()
    assert.equal(await building.ended, 1, building.said())
    await assertSameRelease(out, expected)
    await stop(worker)
  })

  it('sets documents aside that no worker has, with the reason', async () => {
    const worker = startWorker('--input', folder)
    const building = startBuild('--in-flight', String(COUNT + 1))
    assert.equal(await building.ended, 3, building.said())
    assert.match(
      building.said(),
      /No worker on the queue could read the document \(.*does not have its \d+ bytes/,
    )
    assert.deepEqual(await jobsLeft(), [])
    await stop(worker)
  })

  it('says that there is no worker', async () => {
    const building = startBuild()
    await building.says(/No worker with this version of the code/)
  })
})

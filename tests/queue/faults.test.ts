import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue, QueueEvents, Worker } from 'bullmq'
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { queueName } from '../../pipeline/queue/queue-settings.ts'
import { type Command, startCommand } from './command.ts'
import { writeMadeUpInput } from './made-up-input.ts'
import { startRedis, type TestRedis, withoutRedis } from './redis-server.ts'
import { assertSameRelease } from './same-release.ts'

const COUNT = 8

describe('a build by way of a queue on which things go wrong', { skip: Boolean(withoutRedis) }, () => {
  let folder: string
  let input: string
  let expected: string
  let redis: TestRedis
  const started: Command[] = []
  let outs = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyberwellness-queue-faults-'))
    input = join(folder, 'input')
    expected = join(folder, 'expected')
    await mkdir(input)
    await mkdir(join(folder, 'empty'))
    await writeMadeUpInput(input, COUNT)
    await build({ inputs: [input], out: expected, jobs: 2, accept: true }, () => {})
  })
  beforeEach(async () => {
    redis = await startRedis()
  })
  afterEach(async () => {
    for (const { child } of started) child.kill('SIGKILL')
    await Promise.all(started.splice(0).map(({ ended }) => ended))
    await redis.remove()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const start = (parameters: readonly string[], detached = false): Command => {
    const command = startCommand(parameters, {}, detached)
    started.push(command)
    return command
  }
  const newOut = (): string => {
    outs += 1
    return join(folder, `out-${outs}`)
  }
  const startBuild = (out: string, inFlight = COUNT + 1): Command =>
    start([
      ...['build', '--input', input, '--out', out, '--no-cache', '--no-explorer', '--accept'],
      ...['--queue', redis.url, '--in-flight', String(inFlight)],
    ])
  const WORKER = ['worker', '--no-cache', '--jobs', '1', '--queue']
  const startWorker = (): Command => start([...WORKER, redis.url, '--input', input])
  const jobsLeft = async (): Promise<number> => {
    const queue = new Queue(queueName(), { connection: { url: redis.url } })
    const counts = await queue.getJobCounts()
    await queue.close()
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }

  /** A server of the input whose answers a test may change. */
  const serve = async (
    answer: (
      bytes: Buffer | null,
      times: number,
    ) => Promise<readonly [status: number, body: Buffer | string]>,
  ): Promise<{ readonly address: string; readonly close: () => void }> => {
    const asked = new Map<string, number>()
    const server = createServer(async (request, response) => {
      const path = decodeURIComponent(request.url ?? '')
      asked.set(path, (asked.get(path) ?? 0) + 1)
      const bytes = await readFile(join(input, path)).catch(() => null)
      const [status, body] = await answer(bytes, asked.get(path) ?? 0)
      response.writeHead(status).end(body)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const bound = server.address()
    assert.ok(bound !== null && typeof bound === 'object')
    const close = (): void => {
      server.closeAllConnections()
      server.close()
    }
    return { address: `http://127.0.0.1:${bound.port}`, close }
  }

  it('waits for workers that start after it', async () => {
    const out = newOut()
    const building = startBuild(out)
    await building.says(/No worker with this version of the code/)
    startWorker()
    assert.equal(await building.ended, 1, building.said())
    await assertSameRelease(out, expected)
  })

  it('gets its documents where a server is broken or gives others at first', async () => {
    const server = await serve(async (bytes, times) => {
      if (bytes === null) return [404, '']
      if (times === 1) return [503, 'later']
      return [200, times === 2 ? Buffer.alloc(bytes.length, 'x') : bytes]
    })
    start([...WORKER, redis.url, '--input', join(folder, 'empty'), '--fetch-from', server.address])
    const out = newOut()
    const building = startBuild(out)
    assert.equal(await building.ended, 1, building.said())
    await assertSameRelease(out, expected)
    server.close()
  })

  it('shares the queue with another of the same documents, and both are as if alone', async () => {
    const outs = [newOut(), newOut()]
    const builds = outs.map((out) => startBuild(out, 3))
    startWorker()
    startWorker()
    for (const { ended, said } of builds) assert.equal(await ended, 1, said())
    for (const out of outs) await assertSameRelease(out, expected)
    assert.equal(await jobsLeft(), 0)
  })

  it('takes nothing from a worker that lies, and what it said is not kept', async () => {
    const connection = { url: redis.url }
    const events = new QueueEvents(queueName(), { connection })
    await events.waitUntilReady()
    const results: string[] = []
    events.on('completed', ({ returnvalue }) => void results.push(returnvalue))
    const honest = startWorker()
    assert.equal(await startBuild(newOut()).ended, 1)
    honest.child.kill('SIGTERM')
    assert.equal(await honest.ended, 0)
    await events.close()

    const another = results.reduce(
      (longest, result) => (result.length > longest.length ? result : longest),
      '',
    )
    for (const [lie, reason] of [
      ['junk', /what its worker gave back is no result/],
      [another, /the result of its worker is refused/],
    ] as const) {
      const liar = new Worker(queueName(), async () => lie, { connection })
      const deceived = startBuild(newOut())
      assert.notEqual(await deceived.ended, 0)
      await liar.close()
      assert.match(deceived.said(), reason)
      assert.equal(await jobsLeft(), 0)
    }
    startWorker()
    const out = newOut()
    assert.equal(await startBuild(out).ended, 1)
    await assertSameRelease(out, expected)
  })

  it('gets what a worker began whose whole group of processes is told to stop', async () => {
    const asked = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const server = await serve(async (bytes) => {
      asked.resolve()
      await held.promise
      return bytes === null ? [404, ''] : [200, bytes]
    })
    const parameters = [
      ...WORKER,
      redis.url,
      '--input',
      join(folder, 'empty'),
      '--fetch-from',
      server.address,
    ]
    const told = start(parameters, true)
    const out = newOut()
    const building = startBuild(out)
    await asked.promise
    process.kill(-(told.child.pid ?? assert.fail('no process')), 'SIGTERM')
    await wait(200)
    held.resolve()
    assert.equal(await told.ended, 0, told.said())
    assert.match(told.said(), /Ended after [1-9]\d* documents/)
    startWorker()
    assert.equal(await building.ended, 1, building.said())
    await assertSameRelease(out, expected)
    server.close()
  })

  it('ends where Redis goes for good in the middle, and leaves the former release as it was', async () => {
    const out = newOut()
    await build({ inputs: [input], out, jobs: 2, accept: true }, () => {})
    const server = await serve(async (bytes) => {
      await wait(100)
      return bytes === null ? [404, ''] : [200, bytes]
    })
    const worker = start([
      ...WORKER,
      redis.url,
      '--input',
      join(folder, 'empty'),
      '--fetch-from',
      server.address,
    ])
    const building = startBuild(out, 2)
    await building.says(/Reading documents: [1-7] of/)
    await redis.remove()
    assert.deepEqual(await Promise.all([building.ended, worker.ended]), [3, 3])
    assert.match(building.said(), /The queue at .* cannot be used: /)
    assert.doesNotMatch(building.said(), /Set aside|profile-\d+\.txt/)
    await assertSameRelease(out, expected)
    server.close()
  })
})

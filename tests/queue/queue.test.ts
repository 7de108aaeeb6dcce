import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue, QueueEvents, Worker } from 'bullmq'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { parseQueueAddress, runWorker } from '../../pipeline/queue/index.ts'
import { makeJob, parseResult, queueName } from '../../pipeline/queue/job.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { endlessPdf } from '../build/endless-pdf.ts'
import { makeTask } from '../build/task.ts'
import { makeTestFolder } from '../test-folder.ts'
import { type Command, startCommand } from './command.ts'
import { writeMadeUpInput } from './made-up-input.ts'
import { startRedis, type TestRedis, withoutRedis } from './redis-server.ts'
import { assertSameRelease } from './same-release.ts'

const COUNT = 24

describe('a queue', { skip: Boolean(withoutRedis) }, () => {
  const folder = makeTestFolder()
  const [input, expected] = [join(folder, 'input'), join(folder, 'expected')]
  let redis: TestRedis
  let queue: Queue
  const started: Command[] = []
  let outs = 0

  beforeAll(async () => {
    await mkdir(input)
    await writeMadeUpInput(input, COUNT)
    await build({ inputs: [input], out: expected, jobs: 2, accept: true }, () => {})
    redis = await startRedis()
    queue = new Queue(queueName, { connection: { url: redis.url } })
    queue.on('error', () => {}) // Redis restarts
  })
  afterEach(async () => {
    for (const { child } of started) child.kill('SIGKILL')
    await Promise.all(started.splice(0).map(({ ended }) => ended))
  })
  afterAll(async () => {
    await queue?.close()
    await redis?.remove()
  })

  const start = (parameters: readonly string[], detached = false): Command => {
    const command = startCommand(parameters, { detached })
    started.push(command)
    return command
  }
  const nameOut = (): string => join(folder, `out-${++outs}`)
  const startBuild = (out: string, inFlight = 6): Command =>
    start([
      ...['build', '--input', input, '--out', out, '--no-cache', '--no-explorer', '--accept'],
      ...['--queue', redis.url, '--in-flight', String(inFlight)],
    ])
  const startWorker = (detached = false): Command =>
    start(['worker', '--queue', redis.url, '--no-cache', '--jobs', '1'], detached)
  const stop = async (worker: Command): Promise<void> => {
    worker.child.kill('SIGTERM')
    assert.equal(await worker.ended, 0, worker.said())
  }
  const countJobs = async (): Promise<number> =>
    Object.values(await queue.getJobCounts()).reduce((sum, count) => sum + count, 0)
  /** Asserts that a build ends with the release of a build in one place. */
  const assertBuilds = async (out: string, building = startBuild(out)): Promise<void> => {
    assert.equal(await building.ended, 1, building.said())
    assert.match(building.said(), new RegExp(`${COUNT} of ${COUNT + 1} documents`))
    await assertSameRelease(out, expected)
  }

  describe('that a build reads by', () => {
    it('gives the release of a build in one place, and holds no job afterwards', async () => {
      const worker = startWorker()
      await assertBuilds(nameOut())
      assert.equal(await countJobs(), 0)
      await stop(worker)
    })

    it('loses nothing where workers are killed and Redis restarts', async () => {
      const [killed, other] = [startWorker(), startWorker()]
      const out = nameOut()
      const building = startBuild(out)
      await building.says(/documents: (?!0)/)
      killed.child.kill('SIGKILL')
      await redis.kill()
      await redis.start()
      await assertBuilds(out, building)
      assert.equal(await countJobs(), 0)
      await stop(other)
    })

    it('has what was read for a build that was killed', async () => {
      startWorker()
      const killed = startBuild(nameOut(), 12)
      await killed.says(/documents: (?!0)/)
      killed.child.kill('SIGKILL')
      await killed.ended
      await assertBuilds(nameOut())
    })

    it('serves two builds of the same documents as if each were alone', async () => {
      const both = [nameOut(), nameOut()].map((out) => ({ out, building: startBuild(out, 3) }))
      await Promise.all(both.map(({ building }) => building.says(/No worker with this version of the code/)))
      startWorker()
      startWorker()
      for (const { out, building } of both) await assertBuilds(out, building)
      assert.equal(await countJobs(), 0)
    })

    it('rejects the results of a lying worker and stores none of them', async () => {
      const connection = { url: redis.url }
      const events = new QueueEvents(queueName, { connection })
      await events.waitUntilReady()
      let truth = ''
      events.on('completed', ({ returnvalue }) => {
        if (returnvalue.length > truth.length) truth = returnvalue
      })
      const honest = startWorker()
      assert.equal(await startBuild(nameOut()).ended, 1)
      await stop(honest)
      await events.close()
      for (const lie of ['junk', truth]) {
        const liar = new Worker(queueName, async () => lie, { connection })
        const deceived = startBuild(nameOut())
        assert.notEqual(await deceived.ended, 0)
        await liar.close()
        assert.match(deceived.said(), /the result of its worker is refused/)
        assert.equal(await countJobs(), 0)
      }
    })
  })

  describe('that a worker reads from', () => {
    const work = (signal: AbortSignal, maxCloseMs: number): Promise<number> =>
      runWorker(
        parseQueueAddress(redis.url),
        { jobs: 1, limits: USUAL_LIMITS, maxCloseMs },
        { stop: signal, say: () => {} },
      )

    it('gets back what takes too long when the worker stops, as no attempt', async () => {
      const { source, ...rest } = makeTask('endless.pdf', 'NORWAY')
      const bytes = endlessPdf()
      const sha256 = hash('sha256', bytes)
      const { id, data } = makeJob({
        ...rest,
        source: { ...source, bytes, sha256, mediaType: 'application/pdf' },
      })
      await queue.add('read', data, { jobId: id, attempts: 2 })
      const control = new AbortController()
      const working = work(control.signal, 100)
      while ((await queue.getActiveCount()) === 0) await wait(20)
      control.abort()
      assert.equal(await working, 0)
      const given = await queue.getJob(id)
      assert.equal(await given?.getState(), 'waiting')
      assert.equal(given?.attemptsMade, 0)
      await queue.remove(id)
    })

    it('has a job that is not one of ours tried once', async () => {
      const { data } = makeJob(makeTask('norway.txt', 'NORWAY'))
      await queue.add('read', { task: 'none' }, { jobId: 'strange', attempts: 4 })
      await queue.add('read', data, { jobId: 'f'.repeat(64), attempts: 4 })
      const control = new AbortController()
      const working = work(control.signal, 100)
      while ((await queue.getFailedCount()) < 2) await wait(20)
      for (const [id, reason] of [
        ['strange', /not a job of this project/],
        ['f'.repeat(64), /the id of the job does not match its content/],
      ] as const) {
        const job = await queue.getJob(id)
        assert.match(job?.failedReason ?? '', reason)
        assert.equal(job?.attemptsMade, 1)
        await queue.remove(id)
      }
      control.abort()
      await working
    })

    it('gets what the worker began, though its whole group of processes gets the signal', async () => {
      const worker = startWorker(true)
      await worker.says(/Waiting for documents/)
      const task = makeTask('norway.txt', 'NORWAY')
      const { id, data } = makeJob(task)
      await queue.add('read', data, { jobId: id })
      while ((await queue.getActiveCount()) === 0) await wait(5)
      process.kill(-(worker.child.pid ?? assert.fail('no process')), 'SIGTERM')
      assert.equal(await worker.ended, 0, worker.said())
      assert.match(worker.said(), /Ended after 1 documents/)
      const job = await queue.getJob(id)
      assert.equal(parseResult(task, job?.returnvalue).packed.length, 1)
      await queue.remove(id)
    })
  })
})

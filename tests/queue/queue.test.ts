import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { parseQueueAddress, runWorker } from '../../pipeline/queue/index.ts'
import { makeJob, parseResult, queueName } from '../../pipeline/queue/job.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { endlessPdf } from '../build/endless-pdf.ts'
import { makeTask } from '../build/task.ts'
import { assertSameFiles, makeTestFolder } from '../test-folder.ts'
import { type Command, startCommand } from './command.ts'
import { writeMadeUpInput } from './made-up-input.ts'
import { startRedis, withoutRedis } from './redis-server.ts'

const COUNT = 24

describe('a queue', { skip: Boolean(withoutRedis) }, () => {
  const folder = makeTestFolder()
  const [input, expected] = [join(folder, 'input'), join(folder, 'expected')]
  let redis: Awaited<ReturnType<typeof startRedis>>
  let queue: Queue
  let outs = 0

  beforeAll(async () => {
    await mkdir(input)
    await writeMadeUpInput(input, COUNT)
    await build({ inputs: [input], out: expected, jobs: 2, accept: true }, () => {})
    redis = await startRedis([], false, afterAll)
    queue = new Queue(queueName, { connection: { url: redis.url } })
    queue.on('error', () => {}) // Redis restarts
  })
  afterAll(() => queue?.close())

  const nameOut = (): string => join(folder, `out-${++outs}`)
  const startBuild = (out: string, inFlight = 6): Command =>
    startCommand([
      ...['build', '--input', input, '--out', out, '--no-cache', '--no-explorer', '--accept'],
      ...['--queue', redis.url, '--in-flight', String(inFlight)],
    ])
  const startWorker = (detached = false): Command =>
    startCommand(['worker', '--queue', redis.url, '--no-cache', '--jobs', '1'], { detached })
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
    await assertSameFiles(out, expected)
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
      const liar = new Worker(queueName, async () => 'junk', { connection: { url: redis.url } })
      const deceived = startBuild(nameOut())
      assert.notEqual(await deceived.ended, 0)
      await liar.close()
      assert.match(deceived.said(), /the result of its worker is refused/)
      assert.equal(await countJobs(), 0)
    })
  })

  describe('that a worker reads from', () => {
    /** Runs a worker of this process until a state is reached. */
    const workUntil = async (isReached: () => Promise<boolean>): Promise<void> => {
      const stop = new AbortController()
      const options = { jobs: 1, limits: USUAL_LIMITS, maxCloseMs: 100, stop: stop.signal, say: () => {} }
      const working = runWorker(parseQueueAddress(redis.url), options)
      while (!(await isReached())) await wait(20)
      stop.abort()
      assert.equal(await working, 0)
    }

    it('gets back what takes too long when the worker stops, as no attempt', async () => {
      const { source, ...rest } = makeTask('endless.pdf', 'NORWAY')
      const bytes = endlessPdf()
      const pdf = { bytes, sha256: hash('sha256', bytes), mediaType: 'application/pdf' as const }
      const { id, data } = makeJob({ ...rest, source: { ...source, ...pdf } })
      await queue.add('read', data, { jobId: id, attempts: 2 })
      await workUntil(async () => (await queue.getActiveCount()) > 0)
      const given = await queue.getJob(id)
      assert.deepEqual([await given?.getState(), given?.attemptsMade], ['waiting', 0])
      await queue.remove(id)
    })

    it('has a job that is not one of ours tried once', async () => {
      const job = await queue.add('read', { task: 'none' }, { jobId: 'strange', attempts: 4 })
      await workUntil(() => job.isFailed())
      const { failedReason, attemptsMade } = (await queue.getJob('strange')) ?? assert.fail('lost')
      assert.match(failedReason, /not a job of this project/)
      assert.equal(attemptsMade, 1)
      await job.remove()
    })

    it('gets what the worker began, though its whole group of processes gets the signal', async () => {
      const worker = startWorker(true)
      await worker.says(/Waiting for documents/)
      const task = makeTask('norway.txt', 'NORWAY')
      const { id, data } = makeJob(task)
      await queue.add('read', data, { jobId: id })
      while ((await queue.getActiveCount()) === 0) await wait(5)
      // a process that was forked just now is still one of the group
      await wait(200)
      process.kill(-(worker.child.pid ?? assert.fail('no process')), 'SIGTERM')
      assert.equal(await worker.ended, 0, worker.said())
      assert.match(worker.said(), /Ended after 1 documents/)
      const job = await queue.getJob(id)
      assert.equal(parseResult(task, job?.returnvalue).packed.length, 1)
      await queue.remove(id)
    })
  })
})

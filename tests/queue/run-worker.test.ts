import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { parseDocumentServer, runWorker } from '../../pipeline/queue/index.ts'
import { jobId, jobOf } from '../../pipeline/queue/job-data.ts'
import { unpackResult } from '../../pipeline/queue/packed-result.ts'
import { queueName } from '../../pipeline/queue/queue-settings.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'
import { startRedis, type TestRedis, withoutRedis } from './redis-server.ts'
import { taskOf } from './task.ts'

describe('a worker that is told to stop', { skip: Boolean(withoutRedis) }, () => {
  const task = taskOf('norway.txt', MADE_UP_PROFILE.join('\n').replace('REPUBLIC OF WISTREL', 'NORWAY'))
  const job = jobOf(task, false)
  const id = jobId(job)
  let redis: TestRedis
  let folder: string
  let queue: Queue

  /** A server that is asked for a document, and gives it when it is let. */
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const server = createServer(async (_request, response) => {
    asked.resolve()
    await held.promise
    response.end(task.source.bytes)
  })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyberwellness-worker-'))
    await mkdir(join(folder, 'empty'))
    redis = await startRedis()
    queue = new Queue(queueName(), { connection: { url: redis.url } })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(async () => {
    await queue.close()
    await redis.remove()
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  const work = (stop: AbortSignal, grace: number): Promise<number> => {
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const places = {
      folders: [join(folder, 'empty')],
      server: parseDocumentServer(`http://127.0.0.1:${address.port}`),
    }
    const request = { places, jobs: 1, limits: USUAL_LIMITS, grace }
    return runWorker({ url: redis.url, shown: redis.url }, request, { stop, say: () => {} })
  }

  it('gives back what takes too long, and it counts as no attempt', async () => {
    await queue.add('read', job, { jobId: id, attempts: 2 })
    const stop = new AbortController()
    const working = work(stop.signal, 100)
    await asked.promise
    stop.abort()
    assert.equal(await working, 0)
    const given = await queue.getJob(id)
    assert.equal(await given?.getState(), 'waiting')
    assert.equal(given?.attemptsMade, 0)
  })

  it('tries what is no job of ours once', async () => {
    const strange = await queue.add('read', { facts: 'none' }, { jobId: 'strange', attempts: 4 })
    const forged = await queue.add('read', job, { jobId: 'f'.repeat(64), attempts: 4 })
    const stop = new AbortController()
    const working = work(stop.signal, 100)
    while ((await queue.getFailedCount()) < 2) await queue.getJobCounts()
    const reasonOf = async (of: string | undefined): Promise<string | undefined> =>
      (await queue.getJob(of ?? ''))?.failedReason
    assert.match((await reasonOf(strange.id)) ?? '', /no job of this project/)
    assert.match((await reasonOf(forged.id)) ?? '', /the id of the job is not that of its content/)
    for (const { id: of } of [strange, forged]) {
      assert.equal((await queue.getJob(of ?? ''))?.attemptsMade, 1)
      await queue.remove(of ?? '')
    }
    stop.abort()
    await working
  })

  it('finishes what it began where there is time', async () => {
    const stop = new AbortController()
    const working = work(stop.signal, 60_000)
    while ((await queue.getActiveCount()) === 0) await queue.getJobCounts()
    stop.abort()
    held.resolve()
    assert.equal(await working, 1)
    const done = await queue.getJob(id)
    const result = unpackResult(done?.returnvalue)
    assert.equal('reading' in result && result.reading.profiles[0]?.countryCode, 'NOR')
  })
})

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { readToStore } from '../../pipeline/build/read-to-store.ts'
import { type DocumentStore, openStore } from '../../pipeline/build/store/index.ts'
import { jobData, jobOf } from '../../pipeline/queue/job-data.ts'
import { processJob } from '../../pipeline/queue/process-job.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'
import { taskOf } from './task.ts'

describe('a job of a worker', () => {
  const task = taskOf('norway.txt', MADE_UP_PROFILE.join('\n').replace('REPUBLIC OF WISTREL', 'NORWAY'))
  let folder: string
  let store: DocumentStore
  let reads = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyberwellness-job-'))
    store = (await openStore(folder)).store
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const run = (pages: boolean) =>
    processJob(jobData.parse(jobOf(task, pages)), {
      store,
      bytesOf: async () => task.source.bytes,
      readToStore: (given) => {
        reads += 1
        return readToStore(given)
      },
    })

  it('gives what the store keeps, pages where they are wanted', async () => {
    const { reading, outdated, kept } = await run(false)
    assert.equal(reading.profiles[0]?.countryCode, 'NOR')
    assert.deepEqual(outdated, [])
    assert.equal(kept?.rows.split('\n').length, 2)
    assert.equal(kept?.pages, null)
    assert.match((await run(true)).kept?.pages ?? '', /"pages":/)
  })

  it('does not read again what it read before', async () => {
    const before = reads
    assert.deepEqual(await run(true), await run(true))
    assert.equal(reads, before)
  })
})

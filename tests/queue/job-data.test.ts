import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { ListedCorrection } from '../../pipeline/build/index.ts'
import { jobData, jobId, jobOf } from '../../pipeline/queue/job-data.ts'
import { contentLimits, USUAL_LIMITS } from '../../schemas/index.ts'
import { taskOf } from './task.ts'

const listed: ListedCorrection = {
  line: 2,
  correction: {
    document_id: 'nor-2014-03-03-0123abcd',
    section_code: '0.2',
    column: 'value',
    value: 45.5,
    reason: 'a misprint',
    who: 'a reader',
    note_sha256: 'a'.repeat(64),
  },
}

describe('a job', () => {
  it('comes out of JSON as it went in', () => {
    const task = { ...taskOf('a/b.txt', 'text'), corrections: [listed] }
    const { bytes, ...facts } = task.source
    assert.deepEqual(jobData.parse(JSON.parse(JSON.stringify(jobOf(task, true)))), {
      facts,
      size: 4,
      options: { ocr: 'off', limits: contentLimits(USUAL_LIMITS) },
      corrections: [listed],
      pages: true,
    })
  })

  it('has an id of hexadecimal digits, another for all that changes what comes of it', () => {
    const task = taskOf('a.txt', 'text')
    const ids = [
      jobId(jobOf(task, false)),
      jobId(jobOf(task, true)),
      jobId(jobOf(taskOf('b.txt', 'text'), false)),
      jobId(jobOf(taskOf('a.txt', 'other'), false)),
      jobId(jobOf({ ...task, corrections: [listed] }, false)),
      jobId(jobOf({ ...task, options: { ocr: 'force' } }, false)),
    ]
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[0-9a-f]{64}$/)
    assert.equal(jobId(jobOf(taskOf('a.txt', 'text'), false)), ids[0])
  })

  it('is refused where it is not whole', () => {
    const job = jobOf(taskOf('a.txt', 'text'), false)
    for (const broken of [
      {},
      { ...job, size: 0 },
      { ...job, more: 1 },
      { ...job, facts: { name: 'a.txt' } },
    ]) {
      assert.equal(jobData.safeParse(broken).success, false)
    }
  })
})

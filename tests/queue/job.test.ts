import assert from 'node:assert/strict'
import { beforeAll, describe, it } from 'vitest'
import { type FileReading, pack } from '../../pipeline/build/file-reading.ts'
import { readDocument } from '../../pipeline/build/read-document.ts'
import { makeJob, parseJob, parseResult } from '../../pipeline/queue/job.ts'
import { makeIssue } from '../../schemas/index.ts'
import { makeTask } from '../build/task.ts'

const task = makeTask('norway.txt', 'NORWAY')

/** What a job looks like on the other side of the queue. */
const send = (data: object): { readonly task?: unknown; readonly bytes?: unknown } =>
  JSON.parse(JSON.stringify(data))

describe('a job', () => {
  it('brings a task with its bytes, and has an id of its own for everything that changes its result', () => {
    const { id, data } = makeJob(task)
    assert.deepEqual(parseJob(id, send(data)), task)
    const forced = { ...task, options: { ...task.options, ocr: 'force' as const } }
    const others = [makeTask('sweden.txt', 'NORWAY'), makeTask('norway.txt', 'SWEDEN'), forced]
    const ids = [id, ...others.map((other) => makeJob(other).id)]
    assert.equal(new Set(ids).size, ids.length)
    for (const one of ids) assert.match(one, /^[0-9a-f]{64}$/)
    assert.equal(makeJob(makeTask('norway.txt', 'NORWAY')).id, id)
  })

  it('is refused where it is not whole, has another id or other bytes', () => {
    const { id, data } = makeJob(task)
    const other = makeJob(makeTask('norway.txt', 'SWEDEN')).data.bytes
    for (const [wrongId, wrong, reason] of [
      [id, {}, /not a job of this project/],
      [id, { ...data, more: 1 }, /not a job of this project/],
      [id, { ...data, bytes: '?' }, /not a job of this project/],
      ['f'.repeat(64), data, /the id of the job does not match its content/],
      [id, { ...data, bytes: other }, /do not match their SHA-256/],
    ] as const) {
      assert.throws(() => parseJob(wrongId, send(wrong)), reason)
    }
  })
})

describe('a result', () => {
  let reading: FileReading
  beforeAll(async () => {
    reading = await readDocument(task)
    assert.equal(reading.packed.length, 1)
  })

  it('is taken as the worker read it, also of a text that is not a profile', async () => {
    assert.deepEqual(parseResult(task, JSON.stringify(reading)), reading)
    const noProfile = await readDocument({ ...task, source: { ...task.source, bytes: Buffer.from('words') } })
    assert.deepEqual(parseResult(task, JSON.stringify(noProfile)), noProfile)
  })

  it('is refused where it is of another document, malformed, or unpacks to more than its document can give', async () => {
    const other = await readDocument(makeTask('norway.txt', 'SWEDEN'))
    const [packed] = reading.packed
    const replace = (part: object): Partial<FileReading> => ({
      packed: packed ? [{ ...packed, ...part }] : [],
    })
    const bomb = pack('x'.repeat(100_000_000))
    for (const [wrong, reason] of [
      [other, /rows belong to another file/],
      [{ file: 'sweden.txt' }, /another file/],
      [{ rejected: [makeIssue('broken_pdf', { document: 'sweden.txt', value: 'no' })] }, /another file/],
      [{ packed: [] }, /it is empty/],
      [replace({ rows: pack({}) }), /document/],
      [replace({ rows: pack([]) }), /./],
      [replace({ rows: 'junk' }), /./],
      [replace({ pages: pack([{ number: 0 }]) }), /number/],
      [replace({ pages: bomb }), /larger than/],
      [replace({ rows: bomb }), /larger than/],
    ] as const) {
      assert.throws(() => parseResult(task, JSON.stringify({ ...reading, ...wrong })), reason)
    }
    for (const wrong of [undefined, '', 'junk', '{}', '[]']) assert.throws(() => parseResult(task, wrong))
  })
})

import assert from 'node:assert/strict'
import { beforeAll, describe, it } from 'vitest'
import { type FileReading, pack } from '../../pipeline/build/file-reading.ts'
import { readDocument } from '../../pipeline/build/read-document.ts'
import { makeJob, makeResult, parseJob, parseResult } from '../../pipeline/queue/job.ts'
import { makeIssue } from '../../schemas/index.ts'
import { makeTask } from '../build/task.ts'

const task = makeTask('norway.txt', 'NORWAY')

/** What a job looks like on the other side of the queue. */
const send = (data: object): { readonly task?: unknown; readonly bytes?: unknown } =>
  JSON.parse(JSON.stringify(data))

describe('a job', () => {
  it('brings a task with its bytes', () => {
    const { id, data } = makeJob(task)
    assert.deepEqual(parseJob(id, send(data)), task)
  })

  it('has an id of hexadecimal digits, another for everything that changes its result', () => {
    const ids = [
      task,
      makeTask('sweden.txt', 'NORWAY'),
      makeTask('norway.txt', 'SWEDEN'),
      { ...task, options: { ...task.options, ocr: 'force' as const } },
    ].map((one) => makeJob(one).id)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[0-9a-f]{64}$/)
    assert.equal(makeJob(makeTask('norway.txt', 'NORWAY')).id, ids[0])
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
  let other: FileReading
  beforeAll(async () => {
    reading = await readDocument(task)
    other = await readDocument(makeTask('norway.txt', 'SWEDEN'))
    assert.equal(reading.packed.length, 1)
  })

  const refuse = (wrong: Partial<FileReading>, reason: RegExp): void =>
    assert.throws(() => parseResult(task, makeResult({ ...reading, ...wrong })), reason)
  const withProfile = (rows: unknown, pages: unknown = []): Partial<FileReading> => ({
    packed: [{ rows: pack(rows), pages: pack(pages) }],
  })

  it('is taken as the worker read it, also of a text that is not a profile', async () => {
    assert.deepEqual(parseResult(task, makeResult(reading)), reading)
    const noProfile = await readDocument({ ...task, source: { ...task.source, bytes: Buffer.from('words') } })
    assert.deepEqual(parseResult(task, makeResult(noProfile)), noProfile)
  })

  it('is refused where it is of another document', () => {
    refuse(other, /rows belong to another file/)
    refuse({ file: 'sweden.txt' }, /another file/)
    refuse({ rejected: [makeIssue('broken_pdf', { document: 'sweden.txt', value: 'no' })] }, /another file/)
  })

  it('is refused where it is empty, malformed, or holds anything but rows and pages', () => {
    refuse({ packed: [] }, /it is empty/)
    for (const wrong of [undefined, '', 'junk', '{}', '[]']) assert.throws(() => parseResult(task, wrong))
    refuse(withProfile({}), /document/)
    refuse(withProfile([]), /./)
    refuse({ packed: reading.packed.map(({ rows }) => ({ rows, pages: pack([{ number: 0 }]) })) }, /number/)
    refuse({ packed: reading.packed.map(({ pages }) => ({ rows: 'junk', pages })) }, /./)
  })

  it('is refused where it unpacks to far more than its document can give', () => {
    const bomb = 'x'.repeat(100_000_000)
    refuse({ packed: reading.packed.map(({ rows }) => ({ rows, pages: pack(bomb) })) }, /larger than/)
    refuse({ packed: reading.packed.map(({ pages }) => ({ rows: pack(bomb), pages })) }, /larger than/)
  })
})

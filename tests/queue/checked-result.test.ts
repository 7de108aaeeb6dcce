import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, it } from 'vitest'
import { readToStore } from '../../pipeline/build/read-to-store.ts'
import { openStore } from '../../pipeline/build/store/index.ts'
import { checkResult, ResultRefused } from '../../pipeline/queue/checked-result.ts'
import { jobData, jobOf } from '../../pipeline/queue/job-data.ts'
import type { ReadResult } from '../../pipeline/queue/packed-result.ts'
import { processJob } from '../../pipeline/queue/process-job.ts'
import { makeIssue } from '../../schemas/index.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'
import { taskOf } from './task.ts'

const WORDS = MADE_UP_PROFILE.join('\n')

/** What a worker gives back for a text, pages included. */
const resultOf = async (name: string, text: string): Promise<ReadResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-result-'))
  try {
    const { store, close } = await openStore(folder)
    const task = taskOf(name, text)
    const bytesOf = async (): Promise<Uint8Array> => task.source.bytes
    const result = await processJob(jobData.parse(jobOf(task, true)), { store, bytesOf, readToStore })
    await close()
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('the result of a worker', () => {
  const norway = WORDS.replace('REPUBLIC OF WISTREL', 'NORWAY')
  const { source } = taskOf('norway.txt', norway)
  let result: ReadResult
  let other: ReadResult
  beforeAll(async () => {
    result = await resultOf('norway.txt', norway)
    other = await resultOf('norway.txt', WORDS.replace('REPUBLIC OF WISTREL', 'SWEDEN'))
  })

  const kept = (): { rows: string; pages: string } => {
    assert.ok(result.kept !== null && result.kept.pages !== null)
    return { rows: result.kept.rows, pages: result.kept.pages }
  }
  const refused = (wrong: ReadResult, reason: RegExp): void =>
    assert.throws(
      () => checkResult(source, wrong),
      (error) => error instanceof ResultRefused && reason.test(error.message),
    )

  it('passes as it is, and so does that of a text that is no profile', async () => {
    checkResult(source, result)
    checkResult(taskOf('a.txt', 'no profile').source, await resultOf('a.txt', 'no profile'))
  })

  it('is refused where it is of another document', () => {
    refused(other, /another file/)
    refused({ ...result, reading: { ...result.reading, file: 'sweden.txt' } }, /another file/)
    const setAside = [makeIssue('reader_failed', { document: 'sweden.txt', value: 'no' })]
    refused({ ...result, reading: { ...result.reading, setAside } }, /issue of another file/)
  })

  it('is refused where its rows are none, or not those that it tells of', () => {
    const { rows, pages } = kept()
    const [first, second = ''] = rows.split('\n')
    const rewritten = (change: (text: string) => string): ReadResult => ({
      ...result,
      kept: { rows: `${first}\n${change(second)}`, pages },
    })
    refused({ ...result, kept: { rows: '', pages } }, /rows are none/)
    refused({ ...result, kept: { rows: `${first}`, pages } }, /summary disagrees/)
    refused({ ...result, kept: { rows: `${rows}\n${second}`, pages } }, /summary disagrees/)
    refused(
      rewritten(() => '{}'),
      /no rows/,
    )
    refused(
      rewritten((text) => text.replace('"status":"present"', '"status":"certain"')),
      /no rows/,
    )
    refused(
      rewritten((text) => text.replace('"status":"present"', '"status":"absent"')),
      /disagrees/,
    )
    refused(
      rewritten((text) => text.replace('{"document":', '{"more":1,"document":')),
      /no rows/,
    )
    refused({ ...result, kept: null }, /no rows/)
  })

  it('is refused where its pages are none', () => {
    const { rows, pages } = kept()
    for (const wrong of ['', '{}', pages.replace('"unit":"cell"', '"unit":"mile"')]) {
      refused({ ...result, kept: { rows, pages: wrong } }, /pages are none/)
    }
  })
})

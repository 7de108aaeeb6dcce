import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { showFetchProgress } from '../../pipeline/cli/progress.ts'
import type { Terminal } from '../../pipeline/cli/terminal.ts'

/** A terminal that keeps what is written, and a clock that is set. */
const watched = (live: boolean) => {
  const said: string[] = []
  let time = 0
  const terminal: Terminal = {
    out: () => assert.fail('progress is no result'),
    err: (text) => void said.push(text),
    live,
    colour: false,
    width: 80,
  }
  const progress = showFetchProgress(terminal, () => time)
  return {
    said,
    at: (milliseconds: number, done: number, total: number, bytes: number): void => {
      time = milliseconds
      progress(done, total, bytes)
    },
  }
}

describe('the progress of a fetch', () => {
  it('is one line on a terminal, with counts, rate and time left', () => {
    const { said, at } = watched(true)
    at(2_000, 4, 200, 1_200_000)
    at(4_000, 10, 200, 3_000_000)
    assert.deepEqual(said, [
      '\r\u001b[KFetching documents: 4 of 200, 2.0 a second, 1.2 MB, 2 min left',
      '\r\u001b[KFetching documents: 10 of 200, 2.5 a second, 3.0 MB, 76 s left',
    ])
  })

  it('ends its line with the last document, whenever that comes', () => {
    const { said, at } = watched(true)
    at(10_000, 199, 200, 0)
    at(10_001, 200, 200, 1_000_000)
    assert.equal(said.at(-1), '\r\u001b[KFetching documents: 200 of 200, 20.0 a second, 1.0 MB\n')
  })

  it('is not written more often than a person can read', () => {
    const { said, at } = watched(true)
    for (let done = 1; done < 200; done++) at(1_000 + done, done, 200, 0)
    assert.equal(said.length, 2)
  })

  it('is a plain line now and then elsewhere', () => {
    const { said, at } = watched(false)
    for (let done = 1; done <= 200; done++) at(done, done, 200, 0)
    assert.deepEqual(
      said,
      [50, 100, 150, 200].map((done) => `Fetching documents: ${done} of 200\n`),
    )
  })

  it('is told of a single document as well', () => {
    const { said, at } = watched(false)
    at(0, 1, 1, 0)
    assert.deepEqual(said, ['Fetching documents: 1 of 1\n'])
  })
})

import assert from 'node:assert/strict'
import { zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type JobResult, packResult, unpackResult } from '../../pipeline/queue/packed-result.ts'
import { makeIssue } from '../../schemas/index.ts'

const plain = { noNullPrototype: true }
const text = fc.string({ unit: 'binary' })

const unread = fc.record(
  { unread: text.map((value) => makeIssue('reader_failed', { document: 'a.txt', value })) },
  plain,
)

const read = fc.record(
  {
    reading: fc.record(
      {
        file: text,
        profiles: fc.constant([]),
        setAside: fc.array(
          text.map((value) => makeIssue('reader_failed', { document: 'a.txt', value })),
          { maxLength: 2 },
        ),
      },
      plain,
    ),
    outdated: fc.array(text),
    kept: fc.option(fc.record({ rows: text, pages: fc.option(text) }, plain)),
  },
  plain,
)

const result: fc.Arbitrary<JobResult> = fc.oneof(read, unread)

describe('a packed result', () => {
  it('comes out as it went in', () => {
    fc.assert(fc.property(result, (value) => assert.deepEqual(unpackResult(packResult(value)), value)))
  })

  it('is refused where it is none', () => {
    const packed = (json: string): string => zstdCompressSync(json).toString('base64')
    for (const broken of [
      undefined,
      '',
      'no base64',
      packed('no JSON'),
      packed('{}'),
      packed('{"kept":null}'),
    ]) {
      assert.throws(() => unpackResult(broken))
    }
  })
})

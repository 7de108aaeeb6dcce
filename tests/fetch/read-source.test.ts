import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readSource } from '../../pipeline/fetch/read-source.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { writeTemporary } from '../test-folder.ts'
import { hashBytes } from './fetching.ts'

const NAME = 'given/name.pdf'

const readBytes = async (bytes: string | Uint8Array, maxBytes = 1000) =>
  readSource({ path: await writeTemporary(bytes), name: NAME }, { bytes: maxBytes })

describe('a source file', () => {
  it('comes back with its bytes and their hash, under the name that tables use', async () => {
    for (const [text, mediaType] of [
      ['some words', 'text/plain'],
      ['%PDF-1.7\n', 'application/pdf'],
    ] as const) {
      const bytes = Buffer.from(text)
      const source = { name: NAME, bytes, sha256: hashBytes(bytes), mediaType }
      assert.deepEqual(await readBytes(text), { source })
    }
  })

  it('that cannot be read, is empty, too large, or neither PDF nor text, is rejected with the reason', async () => {
    const readPath = (path: string, fault?: string) =>
      readSource({ path, name: NAME, ...(fault && { fault }) }, USUAL_LIMITS)
    for (const [read, code, value] of [
      [readBytes(''), 'empty_document', /^none$/],
      [readBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1)), 'unsupported_file', /^a JPEG picture$/],
      [readBytes('words', 4), 'over_bytes', /4/],
      [readPath('/gone.pdf'), 'file_unreadable', /^ENOENT$/],
      [readPath('/'), 'file_unreadable', /^it is not a regular file$/],
      [readPath('/', 'its name is not UTF-8'), 'file_unreadable', /^its name is not UTF-8$/],
    ] as const) {
      const outcome = await read
      assert.ok('issue' in outcome, code)
      const { issue } = outcome
      assert.deepEqual([issue.code, issue.document], [code, NAME])
      assert.match(issue.value ?? 'none', value)
    }
  })
})

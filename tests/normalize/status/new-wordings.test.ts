import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { decideStatus } from '../../../pipeline/normalize/status/index.ts'
import { noteOf } from '../note-of.ts'

/** Sentences in wordings that no profile has, once read wrongly, or next to such: section, status and text. */
const sentences = readFileSync(new URL('new-wordings.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

describe('a sentence in new words', () => {
  for (const line of sentences) {
    const [section = '', status, text = ''] = line.split('|')
    it(`is ${status} in ${section}: “${text}”`, () => {
      assert.equal(decideStatus(noteOf(text), section).status, status)
    })
  }
})

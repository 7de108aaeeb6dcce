import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { mainWords } from '../../../pipeline/normalize/status/main-words.ts'

describe('the main words of a clause', () => {
  const cases: readonly (readonly [clause: string, words: string])[] = [
    ['The film “No Bell” is shown.', 'The film  is shown.'],
    ['The Bell Act, which names no horn, is in force', 'The Bell Act, is in force'],
    ['The rule binds not only guards', 'The rule binds  guards'],
    ['No bell was needed', ''],
  ]
  for (const [clause, words] of cases) {
    it(`are “${words}” of “${clause}”`, () => {
      assert.equal(mainWords(clause, null), words)
    })
  }

  it('keep what somebody is told to have spoken', () => {
    const clause = '“We have no bell,” the guard said.'
    assert.equal(mainWords(clause, null), clause)
  })

  it('leave out duties where the section asks for a body', () => {
    const clause = 'The guild is mandated to develop a bell plan'
    assert.equal(mainWords(clause, '1.3.1'), clause)
    assert.ok(!mainWords(clause, '1.3.3').includes('develop'))
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { phrases } from '../../../pipeline/normalize/status/template.ts'

describe('a pattern of phrases', () => {
  it('knows the words of a class, and a verb in all its forms', () => {
    const pattern = phrases('{have} {draft}')
    assert.ok(pattern.test('The board has drawn up rules'))
    assert.ok(pattern.test('Rules that they had written'))
  })

  it('keeps to the form of a verb that it names', () => {
    const pattern = phrases('{be} {draft.ing}')
    assert.ok(pattern.test('The board is drafting rules'))
    assert.ok(!pattern.test('The board is drafted'))
  })

  it('lets adverbs stand at its tilde, and other words at its ellipsis', () => {
    const pattern = phrases('was ~adopted…by the board')
    for (const text of ['was adopted by the board', 'was  now formally\nadopted in May by the board']) {
      assert.ok(pattern.test(text), text)
    }
    assert.ok(!pattern.test('was adopted. It is read by the board'))
  })

  it('reads both spellings of verbs in -ise', () => {
    const pattern = phrases('{draft.ing}')
    assert.ok(pattern.test('finalising') && pattern.test('finalizing'))
  })

  it('matches whole words, in any case', () => {
    const pattern = phrases('bell')
    assert.ok(pattern.test('The BELL rings') && !pattern.test('The bells ring') && !pattern.test('dumbbell'))
  })

  it('refuses a class that does not exist', () => {
    assert.throws(() => phrases('{bells}'), RangeError)
  })
})

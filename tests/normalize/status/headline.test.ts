import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { spelledOut } from '../../../pipeline/normalize/status/headline.ts'

describe('a headline', () => {
  const cases: readonly (readonly [headline: string, sentence: string])[] = [
    ['Guild of guards abolished 2012.', 'Guild of guards is abolished 2012.'],
    ['Guards drafting bell plan.', 'Guards is drafting bell plan.'],
    ['Tower to open 2015.', 'Tower is to open 2015.'],
    ['Guild to be founded by law', 'Guild is to be founded by law'],
    ['With Council.', 'it is With Council.'],
  ]
  for (const [headline, sentence] of cases) {
    it(`“${headline}” leaves out a verb`, () => {
      assert.equal(spelledOut(headline), sentence)
    })
  }

  it('is no sentence with a verb or an article of its own', () => {
    for (const text of [
      'Guards are drafting bell plans.',
      'The guards drafting bell plans ring bells.',
      'Guards answer calls and bring lists to towers.',
      'Future Planning',
    ]) {
      assert.equal(spelledOut(text), null, text)
    }
  })
})

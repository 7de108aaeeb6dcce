import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { subordinateEnds } from '../../../pipeline/normalize/status/subordinate.ts'

const mainClause = (sentence: string): string => sentence.slice(subordinateEnds(sentence).at(-1) ?? 0)

describe('the end of a clause before the main one', () => {
  const cases: readonly (readonly [sentence: string, main: string])[] = [
    ['Although there is no bell, a horn is blown.', ', a horn is blown.'],
    ['Whereas others have rules on bells, horns and flags, the island has none.', ', the island has none.'],
    [
      'As long as the plan, which a committee was told to write, is not complete, there is none.',
      ', there is none.',
    ],
    [
      'Although it is early, because no bell is cast, the guards, in the tower, blow a horn.',
      ', the guards, in the tower, blow a horn.',
    ],
    ['Apart from the Bell Act, which speaks of horns, no law is in force.', ', no law is in force.'],
    ['In 2010, the guards rang a bell.', 'In 2010, the guards rang a bell.'],
  ]
  for (const [sentence, main] of cases) {
    it(`is found in “${sentence}”`, () => {
      assert.equal(mainClause(sentence), main)
    })
  }
})

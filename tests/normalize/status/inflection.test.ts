import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { verbForms } from '../../../pipeline/normalize/status/inflection.ts'

describe('the forms of a verb', () => {
  const forms: readonly (readonly [lemma: string, s: string, ing: string, ...ed: string[]])[] = [
    ['develop', 'develops', 'developing', 'developed'],
    ['create', 'creates', 'creating', 'created'],
    ['agree', 'agrees', 'agreeing', 'agreed'],
    ['ratify', 'ratifies', 'ratifying', 'ratified'],
    ['employ', 'employs', 'employing', 'employed'],
    ['pass', 'passes', 'passing', 'passed'],
    ['publish', 'publishes', 'publishing', 'published'],
    ['plan', 'plans', 'planning', 'planned'],
    ['open', 'opens', 'opening', 'opened'],
    ['submit', 'submits', 'submitting', 'submitted'],
    ['write', 'writes', 'writing', 'wrote', 'written'],
    ['set up', 'sets up', 'setting up', 'set up'],
    ['draw up', 'draws up', 'drawing up', 'drew up', 'drawn up'],
  ]
  for (const [lemma, s, ing, ...ed] of forms) {
    it(`are ${s}, ${ing} and ${ed.join(', ')} for ${lemma}`, () => {
      assert.deepEqual(verbForms(lemma), { base: lemma, s, ing, ed })
    })
  }
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Clause } from '../../../pipeline/normalize/status/clauses.ts'
import { findingInPassing, findingOf } from '../../../pipeline/normalize/status/signal.ts'

const clauseOf = (text: string, listed = false): Clause => ({
  start: 0,
  end: text.length,
  text,
  listed,
  introduces: false,
  sentence: 1,
})

describe('what a clause says by itself', () => {
  const prose = [
    ['The guards ring a bell.', 'affirmation'],
    ['The guards have no bell.', 'denial'],
    ['Guards drafting bell plan.', 'plan'],
    ['Who rings the bell?', 'neutral'],
    ['No bell is needed.', 'neutral'],
    ['The guards have a bell which is to be adopted.', 'plan'],
  ] as const
  for (const [text, signal] of prose) {
    it(`is ${signal} in “${text}”`, () => {
      assert.equal(findingOf(clauseOf(text), null).signal, signal)
    })
  }

  const entries = [
    ['Bell Act', 'affirmation'],
    ['Bell Bill', 'plan'],
    ['None at present', 'denial'],
    ['No bell', 'denial'],
    ['Bell Act (repealed)', 'denial'],
    ['Noise Act', 'affirmation'],
  ] as const
  for (const [text, signal] of entries) {
    it(`is ${signal} in the entry “${text}”`, () => {
      assert.equal(findingOf(clauseOf(text, true), null).signal, signal)
    })
  }

  it('is open where it holds words that no wording accounts for', () => {
    assert.ok(findingOf(clauseOf('The guards seldom ring a bell.'), null).open)
    assert.ok(!findingOf(clauseOf('The guards ring a bell.'), null).open)
  })
})

describe('what a clause says in passing', () => {
  it('is a plan beside a denial, and what is in force beside a plan', () => {
    const inPassing = (text: string, signal: 'denial' | 'plan') =>
      findingInPassing(text, signal, null)?.signal
    assert.equal(inPassing('The plan, which the guild is drafting, is not there yet', 'denial'), 'plan')
    assert.equal(inPassing('It will replace the Bell Act, which is in force', 'plan'), 'affirmation')
    assert.equal(inPassing('The guild, which rings a bell, has no horn', 'denial'), undefined)
  })
})

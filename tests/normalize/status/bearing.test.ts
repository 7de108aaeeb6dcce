import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readNote, type Signal } from '../../../pipeline/normalize/status/reading.ts'
import { noteOf } from '../note-of.ts'

const signals = (text: string, section: string | null = null): Signal[] =>
  readNote(noteOf(text), section).map(({ signal }) => signal)

describe('clauses in the light of each other', () => {
  const cases: readonly (readonly [text: string, ...signals: Signal[]])[] = [
    // What comes to an end was there, and is not.
    ['A guild was founded in 2008. It was closed in 2011.', 'neutral', 'denial'],
    ['A bell plan was announced. It never took place.', 'neutral', 'denial'],
    ['A guild was founded in 2008. It rings bells.', 'affirmation', 'affirmation'],
    // What was once does not speak against what is now.
    ['Until 2010 no bell was rung. Now guards ring one.', 'neutral', 'affirmation'],
    ['In 2008 there was no bell. In 2010 one was cast.', 'neutral', 'affirmation'],
    ['The old guild was dissolved. A new one rings the bell.', 'neutral', 'affirmation'],
    ['A pact was signed but never entered into force.', 'neutral', 'denial'],
    ['A pact was signed. The council has yet to ratify it.', 'plan', 'plan'],
    // What goes on about a plan is part of it.
    ['A bell plan will be adopted. It covers horns.', 'plan', 'plan'],
    // Why something is not known is no denial of it.
    ['There is no information on bells. The list was not kept.', 'no_information', 'neutral'],
    ['Once the council agrees, a bell will be cast.', 'plan', 'plan'],
  ]
  for (const [text, ...expected] of cases) {
    it(`say ${expected.join(' and ')} in “${text}”`, () => {
      assert.deepEqual(signals(text), expected)
    })
  }

  it('give a team no weight that has no help for children, in the sections that ask for it', () => {
    const text = 'There is a CERT, but its pages say nothing about children.'
    assert.deepEqual(signals(text, '2.3'), ['neutral', 'denial'])
    assert.deepEqual(signals(text, '1.2.1'), ['affirmation', 'denial'])
  })
})

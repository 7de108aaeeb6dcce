import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readNote } from '../../../../pipeline/normalize/status/reading.ts'
import { MEANINGS, UNACCOUNTED, WORDINGS } from '../../../../pipeline/normalize/status/wordings/index.ts'
import { noteOf } from '../../note-of.ts'

const wordingsIn = (text: string): (string | null)[] => readNote(noteOf(text)).map(({ wording }) => wording)

describe('the wordings', () => {
  for (const { name, meaning, examples, counterExamples } of WORDINGS) {
    it(`know ${name} in its examples, and not in its counter-examples`, () => {
      assert.ok(examples.length > 0 && counterExamples.length > 0)
      for (const example of examples) {
        assert.deepEqual(wordingsIn(example), [name], example)
        assert.deepEqual(
          readNote(noteOf(example)).map(({ signal }) => signal),
          [meaning],
          example,
        )
      }
      for (const counterExample of counterExamples) {
        assert.ok(!wordingsIn(counterExample).includes(name), counterExample)
      }
    })
  }

  it('have a name each', () => {
    assert.equal(new Set(WORDINGS.map(({ name }) => name)).size, WORDINGS.length)
  })

  it('use every meaning', () => {
    assert.deepEqual(new Set(WORDINGS.map(({ meaning }) => meaning)), new Set(Object.keys(MEANINGS)))
  })

  it('keep no state from one clause to the next', () => {
    for (const { pattern } of [...WORDINGS, { pattern: UNACCOUNTED }]) {
      assert.ok(!(pattern instanceof RegExp) || (!pattern.global && !pattern.sticky), String(pattern))
    }
  })
})

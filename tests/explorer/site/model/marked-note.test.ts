import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { markedNote } from '../../../../pipeline/explorer/site/model/marked-note.ts'

test('the evidence is marked and nothing of the note is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, evidence, behind) => {
      const note = before + evidence + behind
      const parts = markedNote(note, evidence)
      assert.equal(parts.map(({ text }) => text).join(''), note)
      assert.deepEqual(
        parts.filter((part) => part.evidence).map(({ text }) => text),
        [evidence],
      )
    }),
  )
})

test('evidence that the note does not hold marks nothing', () => {
  assert.deepEqual(markedNote('A note.', 'other'), [{ text: 'A note.', evidence: false }])
  assert.deepEqual(markedNote('A note.', null), [{ text: 'A note.', evidence: false }])
})

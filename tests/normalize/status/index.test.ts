import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { decideStatus, STATUS_RULES, WORDINGS } from '../../../pipeline/normalize/status/index.ts'
import { noteOf } from '../note-of.ts'

const decide = (text: string) => decideStatus(noteOf(text))

const ruleNames: ReadonlySet<string> = new Set(STATUS_RULES.map(({ name }) => name))

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\n- ',
          '. ',
          '; ',
          ', but ',
          ': ',
          ' however ',
          'not ',
          'no ',
          'will ',
          '“',
          '(',
          '–',
        ),
        fc.constantFrom(
          ...WORDINGS.flatMap(({ examples, counterExamples }) => [...examples, ...counterExamples]),
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

describe('the status of a note', () => {
  it('comes with the name of its rule and the words that it was decided on', () => {
    assert.deepEqual(decide('The tower has no bell plan. However the Horn Act covers part of it.'), {
      status: 'partial',
      rule: 'denied_with_substitute',
      weak: true,
      evidence: 'However the Horn Act covers part of it.',
    })
  })

  it('of an empty note has no evidence', () => {
    assert.deepEqual(decide(''), { status: 'not_reported', rule: 'no_text', weak: false, evidence: null })
  })

  it('is decided, with words of the note as evidence, whatever the note says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const note = noteOf(text)
        const { rule, evidence } = decideStatus(note)
        assert.ok(ruleNames.has(rule))
        assert.ok(evidence === null ? rule === 'no_text' : evidence !== '' && note.text.includes(evidence))
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on how the lines of the note are broken', () => {
    for (const example of WORDINGS.flatMap(({ examples }) => examples)) {
      assert.deepEqual(decide(example.replace(/ (?=\w+ \w+$)/, '\n')), decide(example))
      assert.deepEqual(decide(example.replaceAll(/ (?=[a-z])/g, '\n')), decide(example), example)
    }
  })

  it('comes to an end, however long the note is', { timeout: 120_000 }, () => {
    const sentences = WORDINGS.flatMap(({ examples, counterExamples }) => [
      ...examples,
      ...counterExamples,
    ]).join(' ')
    const long = noteOf(`${sentences} ${sentences.replaceAll('.', ',')}`.repeat(20))
    assert.notEqual(decideStatus(long).rule, '')
  })
})

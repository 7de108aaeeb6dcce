import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { clausesOf } from '../../../pipeline/normalize/status/clauses.ts'
import { noteOf } from '../note-of.ts'

const texts = (text: string): string[] => clausesOf(noteOf(text)).map((clause) => clause.text)

describe('the clauses of a note', () => {
  it('are its sentences', () => {
    assert.deepEqual(texts('The tower is open. It has a bell! Who rings it? “The guard.” 12 guards do.'), [
      'The tower is open.',
      'It has a bell!',
      'Who rings it?',
      '“The guard.”',
      '12 guards do.',
    ])
  })

  it('do not end at the full stop of an abbreviation, of initials or of a number', () => {
    for (const text of [
      'The Bell Act No. 7 of 2010 is in force.',
      'The rule in Art. 5 is known to Dr. Lamp and to St. Elmo.',
      'A guard of the U.S. Navy, i.e. J. Lamp, helps.',
      'Version 2.1 of the rule is in force.',
    ]) {
      assert.deepEqual(texts(text), [text])
    }
  })

  const turns: readonly (readonly [text: string, ...clauses: string[]])[] = [
    ['There is no bell, however a horn is blown.', 'There is no bell', 'however a horn is blown.'],
    ['There is no bell but a horn is blown.', 'There is no bell', 'but a horn is blown.'],
    ['There is no bell; a horn is blown.', 'There is no bell', 'a horn is blown.'],
    ['There is no bell, there is a horn.', 'There is no bell', 'there is a horn.'],
    ['A horn is blown, although there is no bell.', 'A horn is blown', 'although there is no bell.'],
    ['Although there is no bell, a horn is blown.', 'Although there is no bell', 'a horn is blown.'],
    ['A horn is blown, and the tower has a bell.', 'A horn is blown', 'and the tower has a bell.'],
    ['The tower has a bell, a horn and a flag.', 'The tower has a bell, a horn and a flag.'],
    ['Apart from a horn, there is no bell.', 'Apart from a horn', 'there is no bell.'],
    ['There is no bell, for there is no tower.', 'There is no bell', 'for there is no tower.'],
    ['A horn is blown, no bell existing.', 'A horn is blown', 'no bell existing.'],
    ['Short of a bell, a horn is blown.', 'Short of a bell', 'a horn is blown.'],
    ['The island has no bell and uses a horn.', 'The island has no bell', 'and uses a horn.'],
    [
      'There is no guard that has a bell and uses a horn.',
      'There is no guard that has a bell and uses a horn.',
    ],
    ['The tower does not yet have a bell.', 'The tower does not yet have a bell.'],
  ]
  for (const [text, ...clauses] of turns) {
    it(`are ${clauses.length} in “${text}”`, () => {
      assert.deepEqual(
        texts(text).map((clause) => clause.replace(/[,;]$/, '')),
        clauses,
      )
    })
  }

  it('know which of them stand in one sentence', () => {
    const found = clausesOf(noteOf('There is no bell, but a horn. It is loud.\n- Horn Act\n- Bell Act'))
    assert.deepEqual(
      found.map(({ sentence }) => sentence),
      [1, 1, 2, 3, 4],
    )
  })

  it('are one for each entry of a list, however many sentences it has', () => {
    const found = clausesOf(noteOf('- Bell Act. It is old, but known.\n- Horn Act'))
    assert.deepEqual(
      found.map(({ text, listed }) => [text, listed]),
      [
        ['Bell Act. It is old, but known.', true],
        ['Horn Act', true],
      ],
    )
  })

  it('are the entries of a list whose marks stand within a line', () => {
    assert.deepEqual(texts('The following are in force: - Bell Act - Horn Act'), [
      'The following are in force:',
      'Bell Act',
      'Horn Act',
    ])
    assert.deepEqual(texts('- Bell Act - Horn Act'), ['Bell Act', 'Horn Act'])
  })

  it('know the one that announces a list: it ends in a colon and stands before a list mark', () => {
    const introduces = (text: string): boolean[] => clausesOf(noteOf(text)).map((clause) => clause.introduces)
    assert.deepEqual(introduces('The tower is open. These are in force:\n- Bell Act'), [false, true, false])
    assert.deepEqual(introduces('There is none. The tower has a bell\n- Bell Act'), [false, false, false])
    assert.deepEqual(introduces('These are in force: Bell Act'), [false])
  })

  it('are none in an empty note, or in one without a word', () => {
    assert.deepEqual(texts(''), [])
    assert.deepEqual(texts('–'), [])
  })

  it('are words of the note at their offsets, in order, and leave no letter out', () => {
    const part = fc.constantFrom(
      'Bell',
      'no',
      ', but ',
      '; ',
      '. ',
      ': ',
      '\n- ',
      '\n',
      ' however ',
      'U.S. ',
      '“',
      '–',
      '7',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const note = noteOf(parts.join(''))
        const clauses = clausesOf(note)
        let end = 0
        for (const clause of clauses) {
          assert.ok(clause.start >= end && clause.end > clause.start)
          assert.equal(note.text.slice(clause.start, clause.end), clause.text)
          end = clause.end
        }
        const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
        assert.equal(letters(clauses.map(({ text }) => text).join('')), letters(note.text))
      }),
    )
  })
})

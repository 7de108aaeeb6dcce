import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { PlacedLine } from '../../pipeline/layout/index.ts'
import { parse } from '../../pipeline/parse/index.ts'
import { apartFromText } from '../../pipeline/parse/run-in-heading.ts'
import { layoutOf, placedLines } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

/** The lines of a text whose first words are bold. */
const boldUpTo = (count: number, text: string): readonly PlacedLine[] =>
  placedLines(text).map((line) => ({
    ...line,
    words: line.words.map((word, index) => ({ ...word, bold: index < count })),
  }))

const texts = (lines: readonly PlacedLine[]): string[] => lines.map(({ text }) => text)

describe('a heading in the line of its text', () => {
  const parted: readonly (readonly [heading: string, text: string])[] = [
    ['1.2.1 CIRT.', 'Wistrel has had a team of two since March.'],
    ['1.2.1 CIRT', 'Wistrel has had a team of two since March.'],
    ['1.2.2 Standards:', 'the tower keeps a book of rules'],
    ['1.4.2 MANPOWER DEVELOPMENT –', 'Keepers are taught every winter.'],
    ['1.1.2 REGULATION AND COMPLIANCE.', 'The tower has rules of its own.'],
    ['1.3.1. POLICY.', 'In 2012, the tower wrote one.'],
  ]
  for (const [heading, text] of parted) {
    it(`is parted from it: ${heading} | ${text}`, () => {
      assert.deepEqual(texts(apartFromText(placedLines(`${heading} ${text}`))), [heading, text])
    })
  }

  it('is parted where the bold type ends', () => {
    const lines = boldUpTo(2, '1.2.2 Standards The tower keeps a book of rules.')
    assert.deepEqual(texts(apartFromText(lines)), ['1.2.2 Standards', 'The tower keeps a book of rules.'])
  })

  const whole = [
    '1.2.1 CIRT',
    '1.2.1 CIRT & RCC',
    '1.2.1 CIRT (WisCIRT)',
    '1.1.2 REGULATION AND COMPLIANCE',
    '1.4.2 Manpower Development',
    '1.2.2 Standards and the books of the tower',
    '1.1.2 of the rules says that lamps are lit at dusk.',
    'The rules of 1.2.2 standards. They are old.',
    '7.5.1 CIRT. Of no section of the template.',
    '1.2.1 CIRT is what the rules call such a team, which they do not ask for',
    'See 1.1.1 CRIMINAL LEGISLATION. It is old by now.',
  ]
  for (const text of whole) {
    it(`is not found in ${text}`, () => {
      assert.deepEqual(texts(apartFromText(placedLines(text))), [text])
    })
  }

  it('loses no word and changes no order, whatever the lines say', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1.2.1',
        '1.1.2.',
        'CIRT',
        'CIRT.',
        'REGULATION',
        'AND',
        'COMPLIANCE',
        '–',
        'The',
        'tower',
        'has',
        'one.',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const lines = placedLines(pieces.join(' '))
        const wordsOf = (some: readonly PlacedLine[]): string[] =>
          some.flatMap(({ words }) => words.map(({ text }) => text))
        assert.deepEqual(wordsOf(apartFromText(lines)), wordsOf(lines))
      }),
    )
  })

  it('opens its section as one on a line of its own does', () => {
    const plain = parse(layoutOf(MADE_UP_PROFILE.join('\n'))).profiles[0]
    const runIn = MADE_UP_PROFILE.join('\n').replace(/^(\d\.\d(?:\.\d)? [^\n]+)\n(?=Wistrel)/gm, '$1. ')
    const read = parse(layoutOf(runIn)).profiles[0]
    assert.equal(read.sections.size, plain.sections.size)
    for (const [code, section] of plain.sections) {
      assert.deepEqual(texts(read.sections.get(code)?.lines ?? []), texts(section.lines), code)
    }
  })
})

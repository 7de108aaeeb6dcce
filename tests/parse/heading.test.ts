import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import type { PlacedLine } from '../../pipeline/layout/index.ts'
import { getSectionPlace, type Heading, readHeading, splitHeadings } from '../../pipeline/parse/heading.ts'
import { parse } from '../../pipeline/parse/index.ts'
import { SECTIONS, type SectionCode } from '../../schemas/index.ts'
import { makeLayout, placedLines } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

/** The heading at the first line of a text, read behind a section. */
const read = (text: string, behind: SectionCode | null = null): Heading | null =>
  readHeading(placedLines(text), 0, behind === null ? -1 : getSectionPlace(behind))

const texts = (lines: readonly PlacedLine[]): string[] => lines.map(({ text }) => text)

describe('a heading', () => {
  const printed: readonly (readonly [text: string, code: SectionCode])[] = [
    ['1.1.1 CRIMINAL LEGISLATION', '1.1.1'],
    ['1.1.2  REGULATION', '1.1.2'],
    ['1.1.2           REGULATION AND COMPLIANCE', '1.1.2'],
    ['1.1.2REGULATION AND COMPLIANCE', '1.1.2'],
    ['1 . 1 . 2 REGULATION AND COMPLIANCE', '1.1.2'],
    ['1.1,2 REGULATION AND COMPLIANCE', '1.1.2'],
    ['1.2.1. CIRT', '1.2.1'],
    ['1.2.1 CIRT & RCC', '1.2.1'],
    ['-1.5.2 INTRA-AGENCY COOPERATION', '1.5.2'],
    ['   1.3.4 NATIONAL BENCHMARKING', '1.3.4'],
    ['1.4.1 STANDARDIZATION DEVELOPMENT', '1.4.1'],
    ['1.4.2 Manpower Development', '1.4.2'],
    ['1.3.2 ROADMAP FOR GOVERNANCEE', '1.3.2'],
    ['2.1 NATIONAL LEGISLATION AND STRATEGY', '2.1'],
    ['2.4 REPORTING  MECHANISM', '2.4'],
  ]
  test.each(printed)('is %j', (text, code) => {
    const expected = { code, height: 1, printed: text.replace(/\s+/g, ' ').trim(), knownWording: true }
    assert.deepEqual(read(text), expected)
  })

  test.each([
    ['1.2.2\nSTANDARDS\nNone.', 2],
    ['1.4.3 PROFESSIONAL\nCERTIFICATION\nNone.', 2],
    ['1.2.1 CIRT\nWISTREL CIRT\nis small.', 1],
    ['1.1.2 REGULATION\n1.2 TECHNICAL MEASURES', 1],
  ])('%j takes up %i lines', (text, height) => {
    assert.equal(read(text)?.height, height)
  })

  test.each<readonly [text: string, behind: SectionCode | null, code: SectionCode | 'parent' | 'none']>([
    ['1.   CYBERSECURITY', null, 'parent'],
    ['1.3 ORGANIZATION MEASURES', null, 'parent'],
    ['1.3 ORGANISATIONAL MEASURES', null, 'parent'],
    ['2. CHILD ONLINE PROTECTION', null, 'parent'],
    // in other words than the template's it must be next
    ['1.4.3 CERTIFIED STAFF', '1.4.2', '1.4.3'],
    ['1.4.3 CERTIFIED STAFF', '1.4.3', 'none'],
    // without its number it must be exactly the name of the next section
    ['ROADMAP FOR GOVERNANCE', '1.3.1', '1.3.2'],
    ['ROADMAP FOR GOVERNANCE', '1.2.1', 'none'],
    ['Roadmap for governance', '1.3.1', 'none'],
    // that of a part must have the next section below it
    ['TECHNICAL MEASURES\nCIRT\nNone.', '1.1.2', 'parent'],
    ['CYBERSECURITY\nLEGAL MEASURES\nCRIMINAL LEGISLATION\nNone.', null, 'parent'],
    ['TECHNICAL MEASURES\nwere taken.', '1.1.2', 'none'],
    ['TECHNICAL MEASURES\nCIRT', '1.2.1', 'none'],
    ['Technical measures\nCIRT', '1.1.2', 'none'],
  ])('at %j behind %s is that of %s', (text, behind, code) => {
    const heading = read(text, behind)
    assert.equal(heading === null ? 'none' : (heading.code ?? 'parent'), code)
  })
})

describe('no heading', () => {
  test.each([
    '1. BS25999 was taken over in 2010',
    '1. KNOT-CERT',
    '2. Harbour Act',
    '1.1.2 of the harbour rules is in force',
    '1.1.2 above, and in what follows',
    '1.2.1 CIRT is what the rules call such a team, which they do not ask for',
    '2.1 million people use a ferry',
    '2.3. The board may ask for it',
    '1.5 per cent of all ferries',
    '2015',
    '03.02.2014',
    '2.2',
    '1.2.1',
    '12 August 2014',
    'CRIMINAL CODE',
    'See 1.1.1 CRIMINAL LEGISLATION',
    'Law No. 1.2.1 CIRT',
  ])('is %j', (text) => {
    assert.equal(read(text), null)
  })
})

it('a heading takes up lines that are there, and prints their words', () => {
  const part = fc.constantFrom(
    ...['1', '2', '.', ',', ' ', '1.1', '1.1.1', '2.4', 'l', 'O', '-', '–', '\n', '|', '(', 'é'],
    ...['CRIMINAL LEGISLATION', 'REGULATION AND', 'COMPLIANCE', 'CIRT', 'MEASURES', 'Law', 'of the sea'],
  )
  const text = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: -1, max: SECTIONS.length }), (words, lastPlace) => {
      const lines = placedLines(words)
      const heading = readHeading(lines, 0, lastPlace)
      if (heading === null) return
      assert.ok(heading.height >= 1 && heading.height <= lines.length)
      assert.equal(heading.printed, texts(lines.slice(0, heading.height)).join(' '))
    }),
  )
})

describe('a heading in the line of its text', () => {
  const parted: readonly (readonly [heading: string, text: string])[] = [
    ['1.2.1 CIRT.', 'Wistrel has had a team of two since March.'],
    ['1.2.1 CIRT', 'Wistrel has had a team of two since March.'],
    ['1.2.2 Standards:', 'the tower keeps a book of rules'],
    ['1.4.2 MANPOWER DEVELOPMENT –', 'Keepers are taught every winter.'],
    ['1.1.2 REGULATION AND COMPLIANCE.', 'The tower has rules of its own.'],
    ['1.3.1. POLICY.', 'In 2012, the tower wrote one.'],
  ]
  test.each(parted)('is parted from it: %s | %s', (heading, text) => {
    assert.deepEqual(texts(splitHeadings(placedLines(`${heading} ${text}`))), [heading, text])
  })

  it('is split where the bold type ends', () => {
    const [line = assert.fail()] = placedLines('1.2.2 Standards The tower keeps a book of rules.')
    const words = line.words.map((word, index) => ({ ...word, bold: index < 2 }))
    assert.deepEqual(texts(splitHeadings([{ ...line, words }])), [
      '1.2.2 Standards',
      'The tower keeps a book of rules.',
    ])
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
  test.each(whole)('is not found in %s', (text) => {
    assert.deepEqual(texts(splitHeadings(placedLines(text))), [text])
  })

  it('loses no word and changes no order, whatever the lines say', () => {
    const words = '1.2.1 1.1.2. CIRT CIRT. REGULATION AND COMPLIANCE – The tower has one.'.split(' ')
    const piece = fc.oneof(fc.constantFrom(...words), fc.string())
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const lines = placedLines(pieces.join(' '))
        const findWords = (some: readonly PlacedLine[]): string[] =>
          some.flatMap(({ words }) => words.map(({ text }) => text))
        assert.deepEqual(findWords(splitHeadings(lines)), findWords(lines))
      }),
    )
  })

  it('opens its section as one on a line of its own does', () => {
    const plain = parse(makeLayout(MADE_UP_PROFILE.join('\n'))).profiles[0]
    const runIn = MADE_UP_PROFILE.join('\n').replace(/^(\d\.\d(?:\.\d)? [^\n]+)\n(?=Wistrel)/gm, '$1. ')
    const read = parse(makeLayout(runIn)).profiles[0]
    assert.equal(read.sections.size, plain.sections.size)
    for (const [code, section] of plain.sections) {
      assert.deepEqual(texts(read.sections.get(code)?.lines ?? []), texts(section.lines), code)
    }
  })
})

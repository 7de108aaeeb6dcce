import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import type { PlacedLine } from '../../pipeline/layout/index.ts'
import { getSectionPlace, type Heading, readHeading, splitHeadings } from '../../pipeline/parse/heading.ts'
import { parse } from '../../pipeline/parse/index.ts'
import { SECTIONS, type SectionCode, sectionByCode } from '../../schemas/index.ts'
import { readCases } from '../case-file.ts'
import { makeLayout, placedLines } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

/** The heading at the first line of a text, read behind a section. */
const read = (text: string, behind: SectionCode | null = null): Heading | null =>
  readHeading(placedLines(text), 0, behind === null ? -1 : getSectionPlace(behind))

const texts = (lines: readonly PlacedLine[]): string[] => lines.map(({ text }) => text)

describe('a heading', () => {
  test.each(readCases(import.meta.url, 'is a heading'))('is %j', (text, code) => {
    const expected = { code, start: 0, end: 1, printed: text.replace(/\s+/g, ' ').trim(), knownWording: true }
    assert.deepEqual(read(text), expected)
  })

  test.each(readCases(import.meta.url, 'takes up lines'))('%j takes up %s lines', (text, height) => {
    assert.equal(read(text)?.end, Number(height))
  })

  test.each(readCases(import.meta.url, 'behind a section'))(
    'at %j behind %s is that of %s: %s',
    (text, behind, code) => {
      const heading = read(text, sectionByCode(behind)?.code)
      assert.equal(heading === null ? 'none' : (heading.code ?? 'parent'), code)
    },
  )
})

test('a bold heading without its number may be that of a part in small letters', () => {
  const [line = assert.fail()] = placedLines('Technical measures')
  assert.equal(readHeading([{ ...line, bold: true }], 0, getSectionPlace('1.1.2'))?.code, null)
})

test.each(readCases(import.meta.url, 'is no heading'))('no heading is %j', (text) => {
  assert.equal(read(text), null)
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
      assert.ok(heading.end >= 1 && heading.end <= lines.length)
      assert.equal(heading.printed, texts(lines.slice(0, heading.end)).join(' '))
    }),
  )
})

describe('a heading in the line of its text', () => {
  test.each(readCases(import.meta.url, 'is parted from its text'))(
    'is parted from it: %s | %s',
    (heading, text) => {
      assert.deepEqual(texts(splitHeadings(placedLines(`${heading} ${text}`))), [heading, text])
    },
  )

  it('is split where the bold type ends', () => {
    const [line = assert.fail()] = placedLines('1.2.2 Standards The tower keeps a book of rules.')
    const words = line.words.map((word, index) => ({ ...word, bold: index < 2 }))
    assert.deepEqual(texts(splitHeadings([{ ...line, words }])), [
      '1.2.2 Standards',
      'The tower keeps a book of rules.',
    ])
  })

  test.each(readCases(import.meta.url, 'is whole'))('is not found in %s', (text) => {
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

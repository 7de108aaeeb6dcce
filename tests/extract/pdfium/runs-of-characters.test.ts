import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Character } from '../../../pipeline/extract/pdfium/characters.ts'
import { runsOfCharacters } from '../../../pipeline/extract/pdfium/runs-of-characters.ts'

const SIZE = 10

/** A character of half an em at a place on a level line. */
const at = (text: string, x: number, over: Partial<Character> = {}): Character => ({
  text,
  object: 1,
  x,
  y: 700,
  along: x,
  across: 700,
  end: x + SIZE / 2,
  size: SIZE,
  angle: 0,
  font: 'Serif',
  ...over,
})

/** The characters of a text one behind the other. */
const line = (text: string, from = 72, over: Partial<Character> = {}): Character[] =>
  Array.from(text, (letter, index) => at(letter, from + (index * SIZE) / 2, over))

const textsOf = (characters: readonly Character[]): string[] =>
  [...runsOfCharacters(characters)].map(({ text }) => text)

describe('runs of characters', () => {
  it('reach from the first to the last of what stands on one line', () => {
    assert.deepEqual(
      [...runsOfCharacters(line('rule of law'))],
      [{ text: 'rule of law', x: 72, y: 700, width: 55, size: SIZE, font: 'Serif', bold: false }],
    )
  })

  it('have a space where the file leaves but a gap', () => {
    assert.deepEqual(textsOf([...line('tide', 72), ...line('act', 94.5)]), ['tide act'])
    assert.deepEqual(textsOf([...line('tide', 72), ...line('act', 93)]), ['tideact'])
  })

  it('part at gaps wider than a word space, at another size, font or baseline', () => {
    assert.deepEqual(textsOf([...line('tide', 72), ...line('act', 99)]), ['tide', 'act'])
    assert.deepEqual(textsOf([...line('12', 72), ...line('th', 82, { size: 6, across: 704 })]), ['12', 'th'])
    assert.deepEqual(textsOf([...line('a', 72), ...line('b', 77, { font: 'Serif-Bold' })]), ['a', 'b'])
  })

  it('keep the space that the file sets before another font', () => {
    assert.deepEqual(textsOf([...line('see ', 72), ...line('law', 92, { font: 'Serif-Bold' })]), [
      'see ',
      'law',
    ])
  })

  it('give what stands over something else as a run of its own', () => {
    assert.deepEqual(textsOf([at('C', 72), at('\u02c6', 77), at('o', 77), at('t', 82)]), ['C\u02c6', 'ot'])
  })

  it('keep the letters of a ligature, which stand in one place, in their word', () => {
    const glyph = ['f', 'f', 'i'].map((letter) => at(letter, 77))
    assert.deepEqual(textsOf([at('o', 72), ...glyph, at('c', 82), at('e', 87)]), ['office'])
  })

  it('tell their angle, and a bold font by its name', () => {
    const [run] = runsOfCharacters(line('side', 72, { angle: 90, font: 'Serif-Bold' }))
    assert.deepEqual([run?.angle, run?.bold], [90, true])
  })

  it('lose no character but white space', () => {
    const characters = fc.array(
      fc.record({
        text: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        object: fc.nat(2),
        size: fc.constantFrom(6, 10),
      }),
    )
    const visible = (text: string): string => text.replaceAll(/\s/gu, '')
    fc.assert(
      fc.property(characters, (places) => {
        const set = places.map(({ text, x, object, size }) => at(text, x, { object, size }))
        assert.equal(visible(textsOf(set).join('')), visible(set.map(({ text }) => text).join('')))
      }),
    )
  })
})

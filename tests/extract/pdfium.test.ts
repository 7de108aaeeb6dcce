import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import type { TextRun } from '../../pipeline/extract/page.ts'
import { type PdfPage, withPdfDocument } from '../../pipeline/extract/pdfium/index.ts'
import { type Character, makeJoiner, type Piece } from '../../pipeline/extract/pdfium/text-runs.ts'
import { drawLine, makePdf, type Pdf } from './make-pdf.ts'

/** What a function makes of the first page of a PDF that another has drawn. */
const onFirstPage = async <Result>(
  draw: (pdf: Pdf) => void,
  work: (page: PdfPage) => Result,
): Promise<Result> =>
  withPdfDocument(await makePdf(draw), ({ page }) => page(1, async (opened) => work(opened)))

const drawWords = (pdf: Pdf): void => drawLine(pdf, 'words', 72, 700)

describe('an open PDF', () => {
  it('lists the boxes of the shapes and pictures of a page, from the bottom left', async () => {
    const draw = (pdf: Pdf): void => drawWords(pdf.rect(100, 92, 20, 10).fill('black'))
    const { pictures, shapes } = await onFirstPage(draw, (page) => page.drawing)
    assert.deepEqual(pictures, [])
    assert.deepEqual(
      shapes.map((shape) => Object.values(shape).map(Math.round)),
      [[100, 690, 120, 700]],
    )
  })

  it('draws a page in shades of grey, from the top left', async () => {
    const { width, height, pixels, scale } = await onFirstPage(
      (pdf) => pdf.rect(0, 0, 306, 792).fill('black'),
      (page) => page.draw(),
    )
    assert.deepEqual([width, height, scale, pixels.length], [2550, 3300, 300 / 72, 2550 * 3300])
    const row = pixels.subarray(1_000 * width, 1_001 * width)
    assert.deepEqual([row[100], row[width - 100]], [0, 255])
  })

  test.each([
    ['fails with its work', new TypeError('not of the engine'), new TypeError('not of the engine')],
    [
      'is broken where it brings the engine down',
      Object.assign(new Error('unreachable'), { name: 'RuntimeError' }),
      { name: 'PdfUnreadable', message: 'PDFium gave up: unreachable' },
    ],
  ])('%s, and the next is read', async (_, error, expected) => {
    const failing = onFirstPage(drawWords, () => {
      throw error
    })
    await assert.rejects(failing, expected)
    const texts: string[] = []
    await onFirstPage(drawWords, (page) => page.text(false, ({ text }) => texts.push(text)))
    assert.deepEqual(texts, ['words'])
  })
})

const SIZE = 10

/** A character of half an em at a place on a level line. */
const at = (text: string, x: number, over: Partial<Piece & Character> = {}): Character => {
  const { across = 700, ...piece } = over
  return {
    text,
    piece: {
      object: 1,
      size: SIZE,
      angle: 0,
      font: 'Serif',
      right: 1,
      up: 0,
      measureAdvance: () => 0,
      ...piece,
    },
    x,
    y: 700,
    along: x,
    across,
    end: x + SIZE / 2,
    isReplaced: false,
  }
}

/** The characters of a text one behind the other. */
const line = (text: string, from = 72, over: Partial<Piece & Character> = {}): Character[] =>
  Array.from(text, (letter, index) => at(letter, from + (index * SIZE) / 2, over))

/** The characters of a text that is set wide, by a space between letters in em. */
const wide = (text: string, tracking: number, from: number): Character[] =>
  Array.from(text, (letter, index) => at(letter, from + index * (SIZE / 2 + tracking * SIZE)))

const joinCharacters = (characters: readonly Character[]): readonly TextRun[] => {
  const runs: TextRun[] = []
  const joiner = makeJoiner((run) => runs.push(run))
  for (const character of characters) joiner.add(character)
  joiner.close()
  return runs
}

const joinTexts = (characters: readonly Character[]): string[] =>
  joinCharacters(characters).map(({ text }) => text)

describe('runs of characters', () => {
  it('reach from the first to the last of what is on one line', () => {
    assert.deepEqual(joinCharacters(line('rule of law')), [
      { text: 'rule of law', x: 72, y: 700, width: 55, size: SIZE, font: 'Serif', bold: false },
    ])
  })

  test.each([
    ['a space at a gap', [...line('tide', 72), ...line('act', 94.5)], ['tide act']],
    ['no space at less', [...line('tide', 72), ...line('act', 93)], ['tideact']],
    ['parts at gaps wider than a word space', [...line('tide', 72), ...line('act', 99)], ['tide', 'act']],
    ['parts at another size', [...line('12', 72), ...line('th', 82, { size: 6, across: 704 })], ['12', 'th']],
    ['parts at another font', [...line('a', 72), ...line('b', 77, { font: 'Serif-Bold' })], ['a', 'b']],
    [
      'the space before another font',
      [...line('see ', 72), ...line('law', 92, { font: 'Bold' })],
      ['see ', 'law'],
    ],
    [
      'parts at an accent over a letter',
      [at('C', 72), at('\u02c6', 77), at('o', 77), at('t', 82)],
      ['C\u02c6', 'ot'],
    ],
    [
      'the letters of a ligature, which stand in one place, in their word',
      [at('o', 72), ...['f', 'f', 'i'].map((letter) => at(letter, 77)), at('c', 82), at('e', 87)],
      ['office'],
    ],
    [
      'words where letters are set wide, with and without spaces of the file',
      [...wide('incident response', 0.3, 72), ...wide('team', 0.3, 250)],
      ['incident ', 'response', 'team'],
    ],
    [
      'words where a wide gap parts letters set wide',
      [...wide('incident', 0.2, 72), ...wide('response', 0.2, 72 + 8 * 7 + 3)],
      ['incident response'],
    ],
  ])('have %s', (_, characters, expected) => {
    assert.deepEqual(joinTexts(characters), expected)
  })

  it('have an angle, and are bold by the name of their font', () => {
    const [run] = joinCharacters(line('side', 72, { angle: 90, font: 'Serif-Bold' }))
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
        assert.equal(visible(joinTexts(set).join('')), visible(set.map(({ text }) => text).join('')))
      }),
    )
  })
})

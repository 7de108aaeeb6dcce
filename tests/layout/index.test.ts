import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type Layout, layout } from '../../pipeline/layout/index.ts'
import { makeLayout, placedLines } from '../lines.ts'
import { pointPages, run } from './point-page.ts'

const readAll = ({ lines, furniture }: Layout): string =>
  [...lines, ...furniture].map((line) => line.text).join('')

const visible = (text: string): string[] => [...text.replace(/\s/gu, '')].sort()

describe('the reading order', () => {
  it('goes down each column of a block, and counts blocks and columns', () => {
    const sentence = 'The board of the harbours also takes part.'
    const text = `- a one      - b one\n- a two      - b two\n\n${sentence}\n\n- c one      - d one\n- c two      - d two`
    assert.deepEqual(
      placedLines(text).map((line) => [line.text, line.cell?.block ?? null, line.cell?.column ?? null]),
      [
        ['- a one', 1, 0],
        ['- a two', 1, 0],
        ['- b one', 1, 1],
        ['- b two', 1, 1],
        [sentence, null, null],
        ['- c one', 2, 0],
        ['- c two', 2, 0],
        ['- d one', 2, 1],
        ['- d two', 2, 1],
      ],
    )
  })

  const words = ['- a', '-', 'word', 'Two words.', '1', '2', '1.2.1 CIRT', '1.1 LEGAL MEASURES', 'É']

  it('keeps every visible character, however lists, gaps and numbers are mixed', () => {
    const part = fc.constantFrom(...words, '   ', '        ', '\n', '\n\n', '\f')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        assert.deepEqual(visible(readAll(makeLayout(text))), visible(text))
      }),
    )
  })

  it('keeps every visible character of runs that are anywhere', () => {
    const placed = fc
      .record({
        text: fc.constantFrom(...words, '1.1.1 CRIMINAL LEGISLATION', 'COMPLIANCE', '•', 'x'.repeat(40)),
        x: fc.oneof(fc.integer({ min: -20, max: 620 }), fc.constantFrom(72, 102, 252, 260, 320)),
        y: fc.integer({ min: -20, max: 860 }),
        size: fc.constantFrom(10, 10, 6, 11.5, 40),
        bold: fc.boolean(),
      })
      .map(({ text, x, y, ...changes }) => run(text, x, y, changes))
    fc.assert(
      fc.property(fc.array(fc.array(placed, { maxLength: 40 }), { minLength: 1, maxLength: 3 }), (pages) => {
        const text = pages.flat().map((placed) => placed.text)
        assert.deepEqual(visible(readAll(layout(pointPages(...pages)))), visible(text.join('')))
      }),
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { layout } from '../../pipeline/layout/index.ts'
import { makeLayout, placedLines } from '../lines.ts'
import { pointPage, run } from './point-page.ts'

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

  it('keeps every visible character, however lists, gaps and numbers are mixed', () => {
    const part = fc.constantFrom(
      '- a',
      '-',
      'word',
      'Two words.',
      '1',
      '2',
      '1.2.1 CIRT',
      '   ',
      '        ',
      '\n',
      '\n\n',
      '\f',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        const { lines, furniture } = makeLayout(text)
        const read = [...lines, ...furniture].map((line) => line.text).join('')
        assert.deepEqual(visible(read), visible(text))
      }),
    )
  })

  it('keeps every visible character of runs that are anywhere', () => {
    const placed = fc
      .record({
        text: fc.constantFrom('word', '- a', '1.2.1', 'Two words.', '•', 'x'.repeat(40), 'É'),
        x: fc.integer({ min: -20, max: 620 }),
        y: fc.integer({ min: -20, max: 860 }),
        size: fc.constantFrom(6, 10, 11.5, 40),
        bold: fc.boolean(),
      })
      .map(({ text, x, y, ...changes }) => run(text, x, y, changes))
    fc.assert(
      fc.property(fc.array(fc.array(placed, { maxLength: 30 }), { minLength: 1, maxLength: 3 }), (runs) => {
        const pages = runs.map((of, index) => pointPage(of, index + 1))
        const { lines, furniture } = layout(pages)
        const read = [...lines, ...furniture].map((line) => line.text).join('')
        assert.deepEqual(
          visible(read),
          visible(
            runs
              .flat()
              .map(({ text }) => text)
              .join(''),
          ),
        )
      }),
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import { splitEntries } from '../../pipeline/parse/entries.ts'
import { placedLines } from '../lines.ts'

const read = (text: string): (readonly [marked: boolean, ...lines: string[]])[] =>
  splitEntries(placedLines(text)).map(({ marked, lines }) => [marked, ...lines.map((line) => line.text)])

describe('the entries of a note', () => {
  const makeRow = (left: string, right: string): string => `${left.padEnd(40)}${right}`
  const SENTENCE = 'The acts are kept in the library of the harbour board.'
  test.each([
    ['are one for plain prose', 'The harbour\nis open.', [[false, 'The harbour', 'is open.']]],
    [
      'begin at each list mark, and hold the lines that they run over',
      'In force are:\n- Port Act\nof 2010\n• Ferry Act',
      [
        [false, 'In force are:'],
        [true, '- Port Act', 'of 2010'],
        [true, '• Ferry Act'],
      ],
    ],
    [
      'begin at each column',
      [makeRow('- Port Act', '- Ferry Act'), makeRow('of 2010', 'of 2011')].join('\n'),
      [
        [true, '- Port Act', 'of 2010'],
        [true, '- Ferry Act', 'of 2011'],
      ],
    ],
    [
      'run on from the foot of a column to the head of the next',
      [makeRow('- Port Act', 'and of lights'), makeRow('- Board of pilots,', '- Ferry Act')].join('\n'),
      [
        [true, '- Port Act'],
        [true, '- Board of pilots,', 'and of lights'],
        [true, '- Ferry Act'],
      ],
    ],
    [
      'begin again behind a column block',
      `${makeRow('- Port Act', '- Ferry Act')}\n\n${SENTENCE}`,
      [
        [true, '- Port Act'],
        [true, '- Ferry Act'],
        [false, SENTENCE],
      ],
    ],
    [
      'end above a paragraph of several lines, but not within a phrase',
      '- Board of\nAll Pilots of the Three Outer Reefs and\nof Lights\nThe acts are kept in the library of the\nharbour board.',
      [
        [true, '- Board of', 'All Pilots of the Three Outer Reefs and', 'of Lights'],
        [false, 'The acts are kept in the library of the', 'harbour board.'],
      ],
    ],
    ['are missing without lines', '', []],
  ])('%s', (_, text, expected) => {
    assert.deepEqual(read(text), expected)
  })

  it('hold every line once, in order, whatever the lines are', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '- ', '• ', '(', '    '),
        fc.constantFrom('Act', 'of (a', 'b) c,', 'The sea is open.'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 3 })), (rows) => {
        const lines = placedLines(
          rows.map((cells) => cells.map((cell) => cell.padEnd(40)).join('')).join('\n'),
        )
        const entries = splitEntries(lines)
        assert.deepEqual(
          entries.flatMap((entry) => entry.lines),
          lines,
        )
        assert.ok(entries.every((entry) => entry.lines.length > 0))
      }),
    )
  })
})

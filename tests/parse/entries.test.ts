import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { splitEntries } from '../../pipeline/parse/entries.ts'
import { placedLines } from '../lines.ts'

const read = (text: string): (readonly [marked: boolean, ...lines: string[]])[] =>
  splitEntries(placedLines(text)).map(({ marked, lines }) => [marked, ...lines.map((line) => line.text)])

describe('the entries of a note', () => {
  it('are one for plain prose', () => {
    assert.deepEqual(read('The harbour\nis open.'), [[false, 'The harbour', 'is open.']])
  })

  it('begin at each list mark, and hold the lines that they run over', () => {
    assert.deepEqual(read('In force are:\n- Port Act\nof 2010\n• Ferry Act'), [
      [false, 'In force are:'],
      [true, '- Port Act', 'of 2010'],
      [true, '• Ferry Act'],
    ])
  })

  it('begin at each column', () => {
    const row = (left: string, right: string): string => `${left.padEnd(40)}${right}`
    assert.deepEqual(read([row('- Port Act', '- Ferry Act'), row('of 2010', 'of 2011')].join('\n')), [
      [true, '- Port Act', 'of 2010'],
      [true, '- Ferry Act', 'of 2011'],
    ])
  })

  it('run on from the foot of a column to the head of the next', () => {
    const row = (left: string, right: string): string => `${left.padEnd(40)}${right}`
    const text = [row('- Port Act', 'and of lights'), row('- Board of pilots,', '- Ferry Act')].join('\n')
    assert.deepEqual(read(text), [
      [true, '- Port Act'],
      [true, '- Board of pilots,', 'and of lights'],
      [true, '- Ferry Act'],
    ])
  })

  it('begin anew behind a column block', () => {
    const columns = '- Port Act                     - Ferry Act'
    assert.deepEqual(read(`${columns}\n\nThe acts are kept in the library of the harbour board.`).at(-1), [
      false,
      'The acts are kept in the library of the harbour board.',
    ])
  })

  it('are none without lines', () => {
    assert.deepEqual(read(''), [])
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

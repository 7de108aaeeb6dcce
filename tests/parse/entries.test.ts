import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { startsWithListMark } from '../../pipeline/layout/index.ts'
import { splitEntries } from '../../pipeline/parse/entries.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

describe('the entries of a note', () => {
  it.each(readCases(import.meta.url, 'entries'))('%s', (_, text, expected) => {
    const entries = splitEntries(placedLines(text)).map(({ marked, lines }) => {
      const words = lines.map((line) => line.text).join('\n')
      assert.equal(marked, startsWithListMark(words))
      return words
    })
    assert.equal(entries.join(' / '), expected)
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

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { layout, startsWithListMark } from '../../pipeline/layout/index.ts'
import { locateLine } from '../../pipeline/normalize/place.ts'
import { readGroups } from '../case-file.ts'
import { pointPage, run } from '../layout/point-page.ts'
import { readNoteText } from './read-note-text.ts'

describe('a note', () => {
  for (const [rule, rows] of readGroups(import.meta.url))
    it.each(rows)(`of the lines %j is %j (${rule})`, (lines, text) => {
      assert.equal(readNoteText(lines).text, text)
    })

  it('knows the words of its entries, without their marks', () => {
    const note = readNoteText('In force are:\n- Cyber Act\nof 2010\n• Data Act')
    assert.deepEqual(
      note.entries.map((entry) => [note.text.slice(entry.start, entry.end), entry.marked]),
      [
        ['In force are:', false],
        ['Cyber Act of 2010', true],
        ['Data Act', true],
      ],
    )
  })

  it('never begins with a list mark, and its entries cover its words in order', () => {
    const part = fc.constantFrom(
      '-',
      '- ',
      '•',
      '*',
      '--',
      'o ',
      'word ',
      'Cyber Act',
      '\n',
      '   ',
      '       ',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const { text, entries } = readNoteText(parts.join(''))
        assert.ok(!startsWithListMark(text), text)
        let end = 0
        for (const entry of entries) {
          assert.ok(entry.start >= end && entry.end > entry.start && entry.lines.length > 0)
          end = entry.end
        }
        assert.equal(end, text.length)
      }),
    )
  })
})

describe('the place of a line', () => {
  it('is its box in points, to the hundredth, without the negative zero that formats write differently', () => {
    const [line, edge] = layout([pointPage([run('abcd', 100.123_456, 500), run('e', -0.001, 2.5)], 3)]).lines
    assert.ok(line && edge)
    assert.deepEqual(locateLine(line), { page: 3, x0: 100.12, y0: 497.5, x1: 120.12, y1: 507.5 })
    const { x0, y0 } = locateLine(edge)
    assert.ok(Object.is(x0, 0) && Object.is(y0, 0))
  })
})

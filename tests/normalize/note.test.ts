import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { startsWithListMark } from '../../pipeline/layout/index.ts'
import { entryText } from '../../pipeline/normalize/note.ts'
import { noteOf } from './note-of.ts'

const entries = (text: string): [string, boolean][] => {
  const note = noteOf(text)
  return note.entries.map((entry) => [entryText(note, entry), entry.marked])
}

describe('a note', () => {
  it('is its lines, joined', () => {
    assert.equal(noteOf('The tower\nis open.').text, 'The tower is open.')
  })

  it('loses the list mark at its very beginning, and keeps those within', () => {
    assert.equal(noteOf('- Tower Act\n- Lantern Act').text, 'Tower Act - Lantern Act')
    assert.equal(noteOf('• Tower Act\n-Lantern Act').text, 'Tower Act -Lantern Act')
  })

  it('keeps the list marks behind prose', () => {
    assert.equal(noteOf('In force are:\n-Tower Act').text, 'In force are: -Tower Act')
  })

  it('knows the words of its entries, without their marks', () => {
    assert.deepEqual(entries('In force are:\n- Tower Act\nof 2010\n• Lantern Act'), [
      ['In force are:', false],
      ['Tower Act of 2010', true],
      ['Lantern Act', true],
    ])
  })

  it('of columns is read column after column', () => {
    assert.equal(
      noteOf('- Tower Act          - Lantern Act\n- Bell Act           - Clock Act').text,
      'Tower Act - Bell Act - Lantern Act - Clock Act',
    )
  })

  it('without lines is empty', () => {
    assert.deepEqual(noteOf(''), { text: '', entries: [] })
  })

  it('does not begin with a list mark that stands on a line of its own', () => {
    assert.equal(noteOf('-\nTower Act').text, 'Tower Act')
  })

  const part = fc.constantFrom('-', '- ', '•', '*', '--', 'o ', 'word ', 'Tower Act', '\n', '   ', '       ')

  it('never begins with a list mark', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { text } = noteOf(parts.join(''))
        assert.ok(!startsWithListMark(text), text)
      }),
    )
  })

  it('has entries in order that lie within its text and cover its words', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const note = noteOf(parts.join(''))
        let end = 0
        for (const entry of note.entries) {
          assert.ok(entry.start >= end && entry.end > entry.start)
          assert.ok(entry.lines.length > 0)
          end = entry.end
        }
        assert.equal(end, note.text.length)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { layout } from '../../../pipeline/layout/index.ts'
import { placesIn } from '../../../pipeline/normalize/items/item-place.ts'
import { makeNote } from '../../../pipeline/normalize/note.ts'
import { collectVocabulary } from '../../../pipeline/parse/index.ts'
import { ADVANCE, linedPage } from '../../layout/point-page.ts'
import { readNoteText } from '../read-note-text.ts'

const LEFT = 72

const placeIn = (lines: readonly string[], words: string) => {
  const placed = layout([linedPage(lines, 3)]).lines
  const note = makeNote(placed, collectVocabulary(placed))
  const start = note.text.indexOf(words)
  assert.notEqual(start, -1)
  return placesIn(note)(start, start + words.length)
}

describe('the place of an item', () => {
  it('is that of the words themselves', () => {
    const { page, x0, x1 } = placeIn(['seen by the Lamp Office of Brel now'], 'Lamp Office')
    assert.deepEqual([page, x0, x1], [3, LEFT + 12 * ADVANCE, LEFT + 23 * ADVANCE])
  })

  it('is that of the words on the line where they begin', () => {
    const { x0, x1, y0 } = placeIn(['seen by the Lamp', 'Office of Brel now'], 'Lamp Office')
    assert.deepEqual([x0, x1, y0], [LEFT + 12 * ADVANCE, LEFT + 16 * ADVANCE, 697.5])
  })

  it('leaves the mark of a list aside, and counts past a hyphen at a line end', () => {
    const { x0, x1 } = placeIn(['- Lamp Act'], 'Lamp Act')
    assert.deepEqual([x0, x1], [LEFT + 2 * ADVANCE, LEFT + 10 * ADVANCE])
    const behind = placeIn(['a well-', 'known Lamp Act stays'], 'Lamp Act')
    assert.deepEqual([behind.x0, behind.x1], [LEFT + 6 * ADVANCE, LEFT + 14 * ADVANCE])
  })

  it('is a page alone in a text without positions', () => {
    const place = placesIn(readNoteText('the Lamp Office'))(4, 15)
    assert.deepEqual(place, { page: 1, x0: null, y0: null, x1: null, y1: null })
  })
})

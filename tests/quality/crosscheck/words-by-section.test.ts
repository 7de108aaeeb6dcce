import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import type { PopplerWord } from '../../../pipeline/quality/crosscheck/bbox-layout.ts'
import { wordsBySection } from '../../../pipeline/quality/crosscheck/words-by-section.ts'
import type { Box } from '../../../schemas/index.ts'

const box = (section_code: string, box_no: number, place: Partial<Box> = {}): Box => ({
  document_id: 'xaa-undated-00000000',
  section_code,
  indicator: 'cirt',
  box_no,
  page: 1,
  x0: 50,
  y0: 100,
  x1: 150,
  y1: 110,
  ...place,
})

const word = (text: string, x: number, y: number, page = 1): PopplerWord => ({
  text,
  page,
  x0: x - 5,
  y0: y - 4,
  x1: x + 5,
  y1: y + 4,
})

const read = (words: readonly PopplerWord[], boxes: readonly Box[]): object =>
  Object.fromEntries([...wordsBySection(words, boxes)].map(([code, list]) => [code, list.join(' ')]))

describe('wordsBySection', () => {
  test('reads the words of a section in the order of our lines, not of poppler’s', () => {
    const left = box('1.1.1', 1)
    const below = box('1.1.1', 2, { y0: 85, y1: 95 })
    const right = box('1.1.1', 3, { x0: 300, x1: 400 })
    const words = [word('c', 310, 105), word('a', 60, 105), word('b', 60, 90)]
    assert.deepEqual(read(words, [left, below, right]), { '1.1.1': 'a b c' })
  })

  test('keeps sections and pages apart', () => {
    const boxes = [box('1.1.1', 1), box('1.1.2', 1, { page: 2 }), box('1.2.1', 1, { y0: 85, y1: 95 })]
    const words = [word('first', 60, 105), word('third', 60, 90), word('second', 60, 105, 2)]
    assert.deepEqual(read(words, boxes), { '1.1.1': 'first', '1.2.1': 'third', '1.1.2': 'second' })
  })

  test('gives a word beside a line to the nearest line at its height, and leaves out one at no line’s height', () => {
    const boxes = [box('1.1.1', 1), box('1.1.2', 1, { x0: 300, x1: 400 })]
    const words = [word('lost', 170, 105), word('near', 290, 105), word('heading', 60, 130)]
    assert.deepEqual(read(words, boxes), { '1.1.1': 'lost', '1.1.2': 'near' })
  })

  test('gives a word where two lines overlap to the one whose middle is nearer', () => {
    const boxes = [box('1.1.1', 1), box('1.1.2', 1, { y0: 92, y1: 102 })]
    assert.deepEqual(read([word('upper', 60, 101.5), word('lower', 60, 100.5)], boxes), {
      '1.1.1': 'upper',
      '1.1.2': 'lower',
    })
  })
})

import assert from 'node:assert/strict'
import { test } from 'vitest'
import { markdownPage, markdownTable } from '../../pipeline/io/markdown.ts'

test('a table has a head, a rule and a line for each row', () => {
  assert.equal(markdownTable(['A', 'B'], [['1', '2']]), '| A | B |\n| --- | --- |\n| 1 | 2 |')
})

test('bars and line breaks in a cell do not break its row', () => {
  assert.equal(
    markdownTable(['A'], [['x|y\nz']])
      .split('\n')
      .at(-1),
    '| x\\|y z |',
  )
})

test('the blocks of a page are separated by an empty line and the page ends with a line end', () => {
  assert.equal(markdownPage(['# A', 'b']), '# A\n\nb\n')
})

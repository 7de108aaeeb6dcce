import assert from 'node:assert/strict'
import { test } from 'vitest'
import { markdownPage, markdownTable } from '../../pipeline/io/markdown.ts'

test('a table has a line for each row, whatever its cells hold, and blocks of a page are set apart', () => {
  const table = '| A | B |\n| --- | --- |\n| x\\|y z | 2 |'
  assert.equal(markdownTable(['A', 'B'], [['x|y\nz', '2']]), table)
  assert.equal(markdownPage(['# A', 'b']), '# A\n\nb\n')
})

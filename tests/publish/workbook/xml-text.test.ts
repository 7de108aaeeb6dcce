import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { CUT_MARK, cellText, LONGEST_CELL, xmlText } from '../../../pipeline/publish/workbook/xml-text.ts'

describe('xmlText', () => {
  it('writes what XML cannot hold as ECMA-376 says, and guards text that looks like it', () => {
    assert.equal(xmlText('a\u0000b\r\n\tc'), 'a_x0000_b_x000D_\n\tc')
    assert.equal(xmlText('_x000D_ _x00_'), '_x005F_x000D_ _x00_')
  })

  it('escapes markup', () => {
    assert.equal(xmlText('<a b="c">&'), '&lt;a b=&quot;c&quot;&gt;&amp;')
  })
})

describe('cellText', () => {
  it('leaves a text that fits as it is', () => {
    const text = 'x'.repeat(LONGEST_CELL)
    assert.equal(cellText(text), text)
  })

  it('cuts a longer one between characters, and says so', () => {
    const cut = cellText('😀'.repeat(LONGEST_CELL))
    assert.ok(cut.length <= LONGEST_CELL)
    assert.ok(cut.endsWith(CUT_MARK))
    assert.ok(cut.isWellFormed())
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { isLoneListMark, startsWithListMark, withoutListMark } from '../../pipeline/layout/list-mark.ts'

describe('a list mark', () => {
  for (const mark of ['-', '–', '—', '−', '‐', '•', '·', '▪', '●', '►', '✓', '*', '\uf0b7', '\uf0a7']) {
    const name = `U+${mark.codePointAt(0)?.toString(16).padStart(4, '0')}`
    it(`may be ${name}, with or without a space behind`, () => {
      for (const entry of [`${mark}Port Act`, `${mark}  Port Act`]) {
        assert.ok(startsWithListMark(entry))
        assert.equal(withoutListMark(entry), 'Port Act')
      }
      assert.ok(isLoneListMark(mark))
    })
  }

  it('may be the letter o, alone before a space', () => {
    assert.equal(withoutListMark('o Port Act'), 'Port Act')
    assert.ok(!startsWithListMark('or a ferry'))
    assert.ok(isLoneListMark('o'))
  })

  it('is no rule of dashes', () => {
    assert.ok(!startsWithListMark('--------'))
    assert.equal(withoutListMark('--- Page'), '--- Page')
  })

  it('stands at the beginning alone', () => {
    assert.ok(!startsWithListMark('Port Act - second part'))
    assert.ok(!isLoneListMark('-a'))
    assert.ok(!isLoneListMark('a'))
  })

  it('is one also where two stand before an entry', () => {
    for (const entry of ['- - Port Act', '• -Port Act', '--Port Act']) {
      assert.equal(withoutListMark(entry), 'Port Act')
    }
  })

  it('that is taken off leaves the rest of the text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.ok(text.endsWith(withoutListMark(text)))
      }),
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { guardFormula } from '../../pipeline/publish/formula-guard.ts'
import { hostileText } from './hostile-rows.ts'
import { withoutFormulaMark } from './read-back.ts'

describe('guardFormula', () => {
  for (const text of [
    '=1',
    '+1',
    '-1',
    '- item',
    '@a',
    '\t=',
    '\r=',
    '\na',
    ' =1',
    '\u00a0-1',
    '\u200b=1',
    '＝1',
    '＠a',
  ]) {
    it(`marks ${JSON.stringify(text)}`, () => {
      assert.equal(guardFormula(text), `'${text}`)
    })
  }

  for (const text of [
    '',
    'a=1',
    'Act - 2014',
    "'quoted'",
    '‘=1’',
    '– item',
    '• item',
    '(+44) 1',
    '1-2',
    '"=1"',
  ]) {
    it(`leaves ${JSON.stringify(text)} alone`, () => {
      assert.equal(guardFormula(text), text)
    })
  }

  it('marks a text that already looks marked, so that the mark can be taken off again', () => {
    assert.equal(guardFormula("'=1"), "''=1")
  })

  it('never lets a text begin as a formula does, and loses nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const guarded = guardFormula(text)
        assert.doesNotMatch(guarded, /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u)
        assert.equal(withoutFormulaMark(guarded), text)
      }),
      { numRuns: 1_000 },
    )
  })
})

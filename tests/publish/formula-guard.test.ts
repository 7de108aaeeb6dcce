import assert from 'node:assert/strict'
import fc from 'fast-check'
import { it } from 'vitest'
import { guardFormula } from '../../pipeline/publish/formula-guard.ts'
import { hostileText } from './hostile-rows.ts'
import { withoutFormulaMark } from './read-back.ts'

const STARTS = ['=1', '+a', '-1', '- item', '@a', ' =1', '\u00a0-1', '\u200b=1', '＝1', '＠a', "'=1"]

const PARTS = [
  ['Act Two;=1+1', "Act Two;'=1+1"],
  ['a;"=1"', 'a;\'"=1"'],
  ['a\t@b', "a\t'@b"],
  ['a\r\n=1', "a\r'\n'=1"],
  ['\t=1', "'\t'=1"],
  ['+1-2;=1', "'+1-2;'=1"],
] as const

const PLAIN = [
  '',
  'a=1',
  'Act - 2014',
  "'quoted'",
  '‘=1’',
  '– item',
  '(+44) 1',
  '1-2',
  'a; b',
  '+354 (0)515-5000',
]

it.each(STARTS)('%j is marked, since a spreadsheet may run it', (text) =>
  assert.equal(guardFormula(text), `'${text}`),
)

it.each(PARTS)('%j is marked as %j, since a spreadsheet may split it', (text, guarded) =>
  assert.equal(guardFormula(text), guarded),
)

it.each(PLAIN)('%j is left unchanged', (text) => assert.equal(guardFormula(text), text))

it('no text begins as a formula does, here or behind a separator, and none is lost', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const guarded = guardFormula(text)
      if (guarded !== text) assert.doesNotMatch(guarded, /(^|[;\t\r\n])["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u)
      assert.equal(withoutFormulaMark(guarded), text)
    }),
    { numRuns: 1_000 },
  )
})

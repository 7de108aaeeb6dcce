import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { decideStatus } from '../../../pipeline/normalize/status/index.ts'
import { speaksOfSubject } from '../../../pipeline/normalize/status/section-subjects.ts'
import { SECTIONS } from '../../../schemas/index.ts'
import { noteOf } from '../note-of.ts'

describe('the subject of a section', () => {
  it('is known for every section with a note', () => {
    for (const { code, unit } of SECTIONS) {
      assert.equal(speaksOfSubject('There is no official one.', code), unit === null ? true : null, code)
    }
  })

  it('is not spoken of in words about some detail', () => {
    assert.equal(speaksOfSubject('although no guard is paid for it', '2.3'), false)
    assert.equal(speaksOfSubject('but there is no agency for it', '2.3'), true)
  })

  it('is not known without a section', () => {
    assert.equal(speaksOfSubject('There is no bell.', null), null)
  })

  const cases = [
    ['2.3', 'The guild teaches children, although no guard is paid for it.', 'present'],
    ['1.2.1', 'Although it does not work at night, WIS-CERT answers calls.', 'present'],
    ['1.2.1', 'The bank runs WIS-CERT, but a national team does not exist.', 'partial'],
    ['1.2.1', 'Although a national team does not exist, WIS-CERT answers calls.', 'partial'],
  ] as const
  for (const [section, text, status] of cases) {
    it(`decides whether a denial takes back what is said: ${status} for “${text}”`, () => {
      assert.equal(decideStatus(noteOf(text), section).status, status)
    })
  }
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { partnerClauses } from '../../pipeline/normalize/partner-clauses.ts'

const parts = (note: string): string[] =>
  partnerClauses(note)
    .map(({ start, end }) => note.slice(start, end).trim())
    .filter((part) => part !== '')

describe('partnerClauses', () => {
  it('parts sentences, but not at abbreviations', () => {
    assert.deepEqual(parts('One ends. Two begins with St. Lucia and the U.S. Team.'), [
      'One ends.',
      'Two begins with St. Lucia and the U.S. Team.',
    ])
  })

  it('parts a sentence where it turns', () => {
    assert.deepEqual(parts('There is none, however one is planned; it is late'), [
      'There is none',
      ', however one is planned',
      '; it is late',
    ])
  })

  it('parts the entries of a list, which stay under the sentence before them', () => {
    const note = 'None with: - Brel -Toll'
    assert.deepEqual(parts(note), ['None with: -', 'Brel -', 'Toll'])
    assert.deepEqual(new Set(partnerClauses(note).map(({ governedFrom }) => governedFrom)), new Set([0]))
  })

  it('covers the note without gap or overlap', () => {
    const note = 'A. B, but C; D - E -F. However, G.'
    let last = 0
    for (const { start, end, governedFrom } of partnerClauses(note)) {
      assert.equal(start, last)
      assert.ok(governedFrom <= start)
      last = end
    }
    assert.equal(last, note.length)
  })
})

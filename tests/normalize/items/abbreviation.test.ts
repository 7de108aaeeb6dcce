import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { abbreviationAt } from '../../../pipeline/normalize/items/abbreviation.ts'

describe('abbreviationAt', () => {
  it('reads the abbreviation in the bracket at an offset, with quotes, spaces and footnote marks', () => {
    for (const [bracket, letters] of [
      [' (LHO)', 'LHO'],
      [' ( LHO )', 'LHO'],
      [' (“LHO”)', 'LHO'],
      [' (LHO*)', 'LHO'],
      [' (LHO (*))', 'LHO'],
      [' (LampCERT)', 'LampCERT'],
    ] as const) {
      const text = `Lamp Office${bracket} works`
      assert.deepEqual(abbreviationAt(text, 11), { letters, end: 11 + bracket.length })
    }
  })

  it('is null for other brackets, and where no bracket follows', () => {
    for (const text of ['Lamp Office (in the harbour)', 'Lamp Office is (LHO)', 'Lamp Office']) {
      assert.equal(abbreviationAt(text, 11), null)
    }
  })

  it('takes a short name of one word only where asked to', () => {
    assert.equal(abbreviationAt('Lamp Office (Lampenamt)', 11), null)
    assert.deepEqual(abbreviationAt('Lamp Office (Lampenamt)', 11, true), { letters: 'Lampenamt', end: 23 })
    assert.equal(abbreviationAt('Lamp Act (Draft)', 8, true), null)
  })
})

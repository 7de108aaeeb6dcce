import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { formsOf, normaliseName, PLACES } from '../../pipeline/normalize/country-name.ts'

describe('formsOf', () => {
  it('adds the inversion of a name that begins with a form of state', () => {
    const place = {
      code: 'XAA',
      name: 'Qelvara',
      names: ['Federal Republic of the Qelvara', 'Qelvaran Union'],
    }
    assert.deepEqual(formsOf(place), [
      'Qelvara',
      'Federal Republic of the Qelvara',
      'Qelvara (Federal Republic of the)',
      'Qelvaran Union',
    ])
  })

  it('gives no normalised form to two places', () => {
    const owners = new Map<string, string>()
    for (const place of PLACES) {
      for (const form of formsOf(place)) {
        const key = normaliseName(form)
        assert.notEqual(key, '', `${place.code}: ${form}`)
        assert.equal(owners.get(key) ?? place.code, place.code, form)
        owners.set(key, place.code)
      }
    }
  })
})

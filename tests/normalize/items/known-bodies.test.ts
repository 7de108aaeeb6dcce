import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isKnownBody } from '../../../pipeline/normalize/items/known-bodies.ts'

describe('isKnownBody', () => {
  it('knows bodies by their short and long forms', () => {
    for (const name of [
      'FIRST',
      'ITU-IMPACT',
      'APCERT',
      'OIC-CERT',
      'ENISA',
      'TF-CSIRT',
      'Trusted Introducer',
      'NATO',
      'OAS/CICTE',
      'Organization of American States (OAS)',
      'Forum of Incident Response and Security Teams (FIRST)',
    ]) {
      assert.ok(isKnownBody(name), name)
    }
  })

  it('knows whole names in their own case only', () => {
    for (const name of ['First', 'FIRST Lamp', 'the EU', 'Lamp Office', ''])
      assert.ok(!isKnownBody(name), name)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { collectionOf } from '../../pipeline/normalize/collection.ts'

describe('the collection of a document', () => {
  it('is that of specimens for an invented place, and that of real profiles for a country', () => {
    assert.equal(collectionOf('XAA'), 'specimen')
    assert.equal(collectionOf('NOR'), 'itu-cyberwellness')
    assert.equal(collectionOf('XKX'), 'itu-cyberwellness')
  })
})

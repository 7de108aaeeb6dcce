import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { plainLetters } from '../../../pipeline/normalize/screen/index.ts'

describe('plain letters', () => {
  it('leave ASCII and punctuation as they are', () => {
    assert.equal(plainLetters('It’s “plain” – 12'), 'It’s “plain” – 12')
  })

  it('put one letter in the place of every other letter and digit', () => {
    assert.equal(plainLetters('Curaçao и 𝒜²'), 'Curaªao ª ªª')
  })
})

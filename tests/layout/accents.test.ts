import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { withAccent } from '../../pipeline/layout/accents.ts'
import { textOf, wordsOf } from '../../pipeline/layout/word.ts'
import { run } from './point-page.ts'

describe('an accent set over the next letter', () => {
  it('is one character with it', () => {
    assert.equal(withAccent('Yaound´', 'e'), 'é')
    assert.equal(withAccent('Ni˜', 'nos'), 'ños')
    assert.equal(withAccent('Pol´', 'ıtica'), 'ítica')
    assert.equal(withAccent('C', 'ote'), null)
    assert.equal(withAccent('C´', '1'), null)
  })

  it('is known by its place over the letter', () => {
    assert.equal(textOf(wordsOf([run('Cˆ', 100, 0), run('ote', 105, 0)])), 'Côte')
    assert.equal(textOf(wordsOf([run('the ', 70, 0), run('´', 90, 0), run('etat', 90, 0)])), 'the état')
    assert.equal(textOf(wordsOf([run('l´', 100, 0), run('etat', 110, 0)])), 'l´etat')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { memberships } from '../../../pipeline/normalize/items/memberships.ts'
import { findingTexts } from './finding-texts.ts'

const texts = (text: string): string[] => findingTexts(memberships, text)

describe('memberships', () => {
  it('are the known bodies to which a sentence says one belongs', () => {
    assert.deepEqual(texts('Brel is a member of FIRST, APCERT and the ITU-IMPACT initiative.'), [
      'FIRST',
      'APCERT',
      'ITU-IMPACT',
    ])
    assert.deepEqual(texts('Brel takes part in the work of the Organization of American States (OAS).'), [
      'Organization of American States (OAS)',
    ])
  })

  it('are told in other words as well', () => {
    assert.deepEqual(texts('The team was admitted to FIRST in 2008.'), ['FIRST'])
    assert.deepEqual(texts('Brel has become a member of APCERT.'), ['APCERT'])
    assert.deepEqual(texts('Brel is represented in the OIC-CERT.'), ['OIC-CERT'])
  })

  it('are bodies of no list behind “member of”', () => {
    assert.deepEqual(texts('Brel is a member of the League of Lamps (LoL) and the Oil Circle.'), [
      'League of Lamps (LoL)',
      'Oil Circle',
    ])
  })

  it('are none where a membership is denied or intended', () => {
    for (const text of [
      'Brel is not a member of FIRST.',
      'Brel has applied to become a member of FIRST.',
      'There is no body that is a member of the Oil Circle.',
    ]) {
      assert.deepEqual(texts(text), [], text)
    }
  })

  it('hold again behind the turn of a sentence', () => {
    assert.deepEqual(texts('Brel has no team. However it is a member of FIRST.'), ['FIRST'])
  })

  it('are no bodies that only hold, name or report something', () => {
    for (const text of [
      'ITU conducted an assessment.',
      'Brel participated in the ITU-IMPACT Lamp Drill.',
      'Brel took part in a course organised by INTERPOL.',
      'Brel is a member of Parliament.',
    ]) {
      assert.deepEqual(texts(text), [], text)
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { programmes } from '../../../pipeline/normalize/items/programmes.ts'
import { findingTexts } from './finding-texts.ts'

const texts = (text: string): string[] => findingTexts(programmes, text)

describe('programmes', () => {
  it('are strategies, plans, projects and campaigns by name, with their years', () => {
    assert.deepEqual(texts('It has the National Lamp Strategy 2013–2015, a Harbour Plan and Lamp Week.'), [
      'National Lamp Strategy 2013–2015',
      'Harbour Plan',
      'Lamp Week',
    ])
    assert.deepEqual(texts('the Strategy for Lamps for the years 2014-2020'), [
      'Strategy for Lamps for the years 2014-2020',
    ])
  })

  it('are titles in quotation marks beside their noun', () => {
    assert.deepEqual(texts('the “Mind the wick” campaign and a project called "Oil for all"'), [
      'Mind the wick',
      'Oil for all',
    ])
  })

  it('keep the quotation marks where an abbreviation stands behind them', () => {
    assert.deepEqual(texts('the project “Light for towns” (LFT)'), ['“Light for towns” (LFT)'])
  })

  it('are none without a name', () => {
    for (const text of ['a national strategy', 'the National Strategy', 'an Action Plan', 'the Policy']) {
      assert.deepEqual(texts(text), [], text)
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { organisations } from '../../../pipeline/normalize/items/organisations.ts'
import { findingTexts } from './finding-texts.ts'

const texts = (text: string): string[] => findingTexts(organisations, text)

describe('organisations', () => {
  it('are bodies with the abbreviations behind their names', () => {
    assert.deepEqual(
      texts('The National Lamp Centre (NLC) is under the Ministry of Oil and the Harbour Police.'),
      ['National Lamp Centre (NLC)', 'Ministry of Oil', 'Harbour Police'],
    )
    assert.deepEqual(texts('the Lamp Agency (Lampenamt)'), ['Lamp Agency (Lampenamt)'])
  })

  it('are teams by their names', () => {
    assert.deepEqual(texts('There are XX-CERT and LampCERT.'), ['XX-CERT', 'LampCERT'])
    assert.deepEqual(texts('the Lamp Emergency Response Team (LampCERT)'), [
      'Lamp Emergency Response Team (LampCERT)',
    ])
  })

  it('are what a sentence calls a body', () => {
    assert.deepEqual(texts('It has a team known as Lamp & Oil Watch.'), ['Lamp & Oil Watch'])
    assert.deepEqual(texts('LHO, with the harbour, is the recognised agency.'), ['LHO'])
  })

  it('go on over an enumeration in their name, from its beginning', () => {
    assert.deepEqual(texts('the Ministry of Lamps, Oil and Wicks'), ['Ministry of Lamps, Oil and Wicks'])
    assert.deepEqual(texts('by the Lamps, Oil and Wicks Committee'), ['Lamps, Oil and Wicks Committee'])
    assert.deepEqual(texts('the Ministry of Lamps, Norway and XX-CERT'), ['Ministry of Lamps', 'XX-CERT'])
  })

  it('leave the country that owns them aside, and what they own', () => {
    assert.deepEqual(texts('Norway’s Lamp Office'), ['Lamp Office'])
    assert.deepEqual(texts('the Lamp Office’s rules'), ['Lamp Office'])
    assert.deepEqual(texts('the Office for Children’s Lamps'), ['Office for Children’s Lamps'])
  })

  it('are not general words, countries and the kind of a team', () => {
    for (const text of [
      'a National Agency and the Technical Committee',
      'the Russian Federation',
      'the Computer Incident Response Team (CIRT)',
      'the Information Society',
      'the ministry of lamps',
      'ICT is a body of knowledge',
    ]) {
      assert.deepEqual(texts(text), [], text)
    }
  })
})

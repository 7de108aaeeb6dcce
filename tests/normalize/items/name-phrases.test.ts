import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { namePhrases } from '../../../pipeline/normalize/items/name-phrases.ts'

const phrases = (text: string): [string, string][] =>
  namePhrases(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('namePhrases', () => {
  it('take their kind from the noun before the first link', () => {
    assert.deepEqual(phrases('the Lamp Treaty Committee of the Harbour Office'), [
      ['organisation', 'Lamp Treaty Committee of the Harbour Office'],
    ])
    assert.deepEqual(phrases('the Act on the Lamp Office'), [['instrument', 'Act on the Lamp Office']])
  })

  it('look past numbers and abbreviations behind the noun', () => {
    assert.deepEqual(phrases('the Lamp Act 2003 and Oil Exercise LAMPEX 2014'), [
      ['instrument', 'Lamp Act 2003'],
      ['event', 'Oil Exercise LAMPEX 2014'],
    ])
  })

  it('find the noun of a title at its end', () => {
    assert.deepEqual(phrases('the Assistance in Harbour Matters Act 2007'), [
      ['instrument', 'Assistance in Harbour Matters Act 2007'],
    ])
  })

  it('are two where “and” joins two names, one where it joins parts of one', () => {
    assert.deepEqual(phrases('the Lamp Code and Law on Oil'), [
      ['instrument', 'Lamp Code'],
      ['instrument', 'Law on Oil'],
    ])
    assert.deepEqual(phrases('the Ministry of Lamps and Ministry of Oil'), [
      ['organisation', 'Ministry of Lamps'],
      ['organisation', 'Ministry of Oil'],
    ])
    for (const one of [
      'Ministry of Lamps and Oil',
      'Lamp and Oil Office',
      'Department of Lamps and Harbour Services',
      'Commission for the Lamp and Oil Society',
    ]) {
      assert.deepEqual(phrases(`the ${one}`), [['organisation', one]])
    }
  })

  it('end before a link that leads elsewhere', () => {
    assert.deepEqual(phrases('the Ministry of Lamps in Brel'), [['organisation', 'Ministry of Lamps']])
    assert.deepEqual(phrases('the Lamp Convention with Brel'), [['treaty', 'Lamp Convention']])
    assert.deepEqual(phrases('the Lamp Office of Brel on July'), [['organisation', 'Lamp Office of Brel']])
  })

  it('leave the mark of possession behind their noun aside', () => {
    assert.deepEqual(phrases('the Lamp Strategy’s aims'), [['programme', 'Lamp Strategy']])
  })

  it('tell whether more than general words stand beside the noun', () => {
    assert.deepEqual(
      namePhrases('the National Agency, the Lamp Agency').map(({ isNamed }) => isNamed),
      [false, true],
    )
  })

  it('give the same for the same text, whatever was asked between', () => {
    const first = phrases('the Lamp Act')
    phrases('the Oil Act')
    assert.deepEqual(phrases('the Lamp Act'), first)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { nameRuns } from '../../../pipeline/normalize/items/name-runs.ts'

const runs = (text: string): string[] =>
  nameRuns(text).map((run) => text.slice(run[0]?.start, run.at(-1)?.end))

describe('nameRuns', () => {
  it('are the capitalised words with what links them', () => {
    assert.deepEqual(runs('It asks the Ministry of the Harbour and Office for Lamps about Brel.'), [
      'Ministry of the Harbour and Office for Lamps',
      'Brel',
    ])
  })

  it('begin behind the words that only open a sentence', () => {
    assert.deepEqual(runs('Through The Lamp Office'), ['Lamp Office'])
    assert.deepEqual(runs('However the Lamp Office'), ['Lamp Office'])
  })

  it('end at an article of its own, a comma and a full stop', () => {
    assert.deepEqual(runs('Brel the Lamp, Toll. Wick'), ['Brel', 'Lamp', 'Toll', 'Wick'])
  })

  it('go on behind the full stop of an abbreviation, and over the number behind it', () => {
    assert.deepEqual(runs('the Lamp Law No. 12/2008 is old'), ['Lamp Law No. 12/2008'])
    assert.deepEqual(runs('the Council of St. Brel'), ['Council of St. Brel'])
  })

  it('hold no number that is not cited', () => {
    assert.deepEqual(runs('Lamp Office in 2012'), ['Lamp Office'])
  })
})

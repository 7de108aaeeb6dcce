import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { events } from '../../../pipeline/normalize/items/events.ts'
import { codedTexts } from './finding-texts.ts'

const coded = (text: string): [string, string | null][] => codedTexts(events, text)

describe('events', () => {
  it('carry their year, wherever it stands', () => {
    assert.deepEqual(coded('It joined the Harbour Lamp Exercise 2014.'), [
      ['Harbour Lamp Exercise 2014', '2014'],
    ])
    assert.deepEqual(coded('It joined the 2012 Lamp Workshop.'), [['2012 Lamp Workshop', '2012']])
    assert.deepEqual(coded('It joined the Lamp Forum (LF) in Brel in May 2013.'), [
      ['Lamp Forum (LF) in Brel in May 2013', '2013'],
    ])
  })

  it('carry all years of an enumeration, each once', () => {
    assert.deepEqual(coded('the Lamp Exercise on 2011, 2012 and 2013'), [
      ['Lamp Exercise on 2011, 2012 and 2013', '2011, 2012, 2013'],
    ])
    assert.deepEqual(coded('the Lamp Exercise 2014 (LE 2014)'), [['Lamp Exercise 2014 (LE 2014)', '2014']])
  })

  it('may go by a common noun', () => {
    assert.deepEqual(coded('Brel hosted a harbour safety conference in December 2012 with Toll.'), [
      ['harbour safety conference in December 2012', '2012'],
    ])
  })

  it('are none without a year of their own', () => {
    for (const text of [
      'It joins workshops.',
      'It joined the Lamp Exercise.',
      'a conference was planned. In 2012 it fell through',
      'the Lamp Conference takes up the Oil Plan of 2012',
    ]) {
      assert.deepEqual(coded(text), [], text)
    }
    assert.deepEqual(coded('It joined the Lamp Exercise and hosted the Oil Congress in 2013.'), [
      ['Oil Congress in 2013', '2013'],
    ])
  })
})

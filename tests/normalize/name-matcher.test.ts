import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { makeNameMatcher } from '../../pipeline/normalize/name-matcher.ts'

const find = makeNameMatcher([
  { form: 'Brel', value: 'brel' },
  { form: 'South Brel', value: 'south' },
  { form: 'Brel (Republic of)', value: 'brel' },
  { form: 'Republic of Toll', value: 'toll' },
  { form: 'Toll', value: 'toll' },
  { form: 'BRL', value: 'brel' },
  { form: 'United States', value: 'states' },
])

const values = (text: string): string[] => find(text).map((match) => `${match.value}:${match.text}`)

describe('a name matcher', () => {
  it('takes the longest name at each place, in order, without overlap', () => {
    assert.deepEqual(values('South Brel, Brel and Toll'), ['south:South Brel', 'brel:Brel', 'toll:Toll'])
  })

  it('takes whole words with their capitals, possessives included', () => {
    assert.deepEqual(values('brel Brelish Brel’s Brel-led BREL'), ['brel:Brel', 'brel:Brel', 'brel:BREL'])
  })

  it('takes an abbreviation only in its own case, full stops aside', () => {
    assert.deepEqual(values('brl Brl BRL B.R.L.'), ['brel:BRL', 'brel:B.R.L.'])
  })

  it('lets common words of a name be in lower case, but not the whole name', () => {
    assert.deepEqual(values('south Brel, republic of Toll, united states'), [
      'south:south Brel',
      'toll:republic of Toll',
    ])
  })

  it('includes the closing bracket of a form that opened one', () => {
    assert.deepEqual(values('with Brel (Republic of the).'), ['brel:Brel (Republic of the)'])
  })

  it('reads a comma as part of a list where the next name continues behind it', () => {
    assert.deepEqual(values('Brel, Republic of Toll'), ['brel:Brel', 'toll:Republic of Toll'])
    assert.deepEqual(values('Brel, Republic of, and Toll'), ['brel:Brel, Republic of', 'toll:Toll'])
  })

  it('does not read a name across the end of a sentence or a list mark', () => {
    assert.deepEqual(values('South. Brel'), ['brel:Brel'])
    assert.deepEqual(values('-South -Brel'), ['brel:Brel'])
  })
})

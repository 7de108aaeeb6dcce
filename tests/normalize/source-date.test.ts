import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readSourceDate } from '../../pipeline/normalize/source-date.ts'
import { placedLines } from '../lines.ts'

const read = (text: string) => {
  const { printed, date, issues } = readSourceDate(placedLines(text), 'file.pdf')
  for (const { document } of issues) assert.equal(document, 'file.pdf')
  return [printed, date, ...issues.map(({ code, value }) => (value === null ? code : `${code}: ${value}`))]
}

describe('the source date', () => {
  it('is the date of the last update', () => {
    assert.deepEqual(read('DISCLAIMER: x\nLast updated on 22th January 2015'), [
      '22th January 2015',
      '2015-01-22',
    ])
  })

  it('is missing where the profile prints none', () => {
    assert.deepEqual(read('DISCLAIMER: x\nLast updated on'), [null, null, 'date_missing'])
    assert.deepEqual(read(''), [null, null, 'date_missing'])
  })

  it('is null where what is printed is no date', () => {
    assert.deepEqual(read('Last updated on 31 June 2014'), [
      '31 June 2014',
      null,
      'date_unreadable: 31 June 2014',
    ])
    assert.deepEqual(read('Last updated on 07th November'), [
      '07th November',
      null,
      'date_unreadable: 07th November',
    ])
  })

  it('is null where it lies outside of the years of the profiles', () => {
    assert.deepEqual(read('Last updated on 1 May 1995'), [
      '1 May 1995',
      null,
      'date_out_of_range: 1 May 1995',
    ])
  })

  it('is the last one that is printed, and says so where they differ', () => {
    assert.deepEqual(read('Last updated on 1 May 2013\nLast updated on 2 May 2013'), [
      '2 May 2013',
      '2013-05-02',
      'date_differs: 1 May 2013; 2 May 2013',
    ])
  })

  it('does not differ where the same date is printed twice, in two spellings', () => {
    assert.deepEqual(read('Last updated on 01st May 2013\nLast updated on 1 May 2013'), [
      '1 May 2013',
      '2013-05-01',
    ])
  })

  it('is the last one that can be read', () => {
    assert.deepEqual(read('Last updated on 1 May 2013\nLast updated on some day'), [
      '1 May 2013',
      '2013-05-01',
    ])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { breakPageNumbers, breakPageRules } from '../../../pipeline/extract/flowed-text/page-breaks.ts'

it('a page rule and the number before it get lines of their own', () => {
  assert.deepEqual(breakPageRules('None. 1 ----- Page 2----- More.').split('\n'), [
    'None.',
    '1',
    '----- Page 2-----',
    'More.',
  ])
})

describe('page numbers', () => {
  it('are found at line ends, between sentences and alone within one, if the last line is one', () => {
    const text = 'It rings 1\nCIRT\nIt rings. 2 It rings 3 again.\nLast updated on 3rd May 2014\n4'
    assert.deepEqual(
      breakPageNumbers(text, 0).split('\n'),
      [
        'It rings',
        '1',
        '',
        'CIRT',
        'It rings.',
        '2',
        'It rings',
        '3',
        'again.',
        'Last updated on 3rd May 2014',
        '4',
      ].filter((line) => line !== ''),
    )
  })

  it('are none where the text does not end in one', () => {
    const text = 'Policy Thrust 1 “Bells” holds 1\nCIRT\nNone.'
    assert.equal(breakPageNumbers(text, 0), text)
  })

  it('are no days of a month, and nothing before the body', () => {
    const text = 'Total: 1 359 000\nDecree of 1 June.\n2'
    assert.equal(breakPageNumbers(text, 17), text)
  })
})

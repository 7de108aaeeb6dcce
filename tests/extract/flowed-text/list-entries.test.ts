import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { breakListEntries } from '../../../pipeline/extract/flowed-text/list-entries.ts'

const lines = (note: string): string[] => breakListEntries(note).split('\n')

describe('the entries of a list in one line', () => {
  it('begin at the mark that follows the colon', () => {
    assert.deepEqual(lines('Laws are: -Bell Act -law on ropes -2nd Act'), [
      'Laws are:',
      '-Bell Act',
      '-law on ropes',
      '-2nd Act',
    ])
    assert.deepEqual(lines('Laws are: - Bell Act - Rope Act'), ['Laws are:', '- Bell Act', '- Rope Act'])
    assert.deepEqual(lines('Laws are: – Bell Act – Rope Act'), ['Laws are:', '– Bell Act', '– Rope Act'])
  })

  it('begin at bullets, and at a hyphen before a capital, without a colon too', () => {
    assert.deepEqual(lines('Bodies • Bell Board • Rope Board'), ['Bodies', '• Bell Board', '• Rope Board'])
    assert.deepEqual(lines('Bodies -Bell Board -Rope Board'), ['Bodies', '-Bell Board', '-Rope Board'])
  })

  it('begin at a mark that the end of a line parts from its entry', () => {
    assert.deepEqual(lines('Laws are: -\nBell Act -\nRope Act'), ['Laws are:', '- Bell Act', '- Rope Act'])
  })

  it('begin at a spaced mark among glued ones only where an instrument follows', () => {
    assert.deepEqual(lines('Laws are: -Bell Act - Rope Act of 2001'), [
      'Laws are:',
      '-Bell Act',
      '- Rope Act of 2001',
    ])
    assert.deepEqual(lines('Teams are: -Bell Team - Harbour'), ['Teams are:', '-Bell Team - Harbour'])
  })
})

describe('dashes of prose', () => {
  for (const prose of [
    'The Board – a body of founders – keeps the bells.',
    'The Board - a body of founders - keeps the bells.',
    'A sector-specific, well-known rule of 2014-2015.',
    'Laws are the Bell Act (Articles 2 - 4) alone.',
  ]) {
    it(`stay in: ${prose}`, () => assert.equal(breakListEntries(prose), prose))
  }

  it('stay within an entry and within brackets', () => {
    assert.deepEqual(lines('Laws are: - Bell Act – on bells - Rope Act (Part 1 - Part 2)'), [
      'Laws are:',
      '- Bell Act – on bells',
      '- Rope Act (Part 1 - Part 2)',
    ])
  })
})

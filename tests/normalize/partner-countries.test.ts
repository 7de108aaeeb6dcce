import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { partnerCountries } from '../../pipeline/normalize/partner-countries.ts'
import { readGroups } from '../case-file.ts'
import { readNoteText } from './read-note-text.ts'

const findCodes = (note: string, ownCode = 'XAA'): string =>
  partnerCountries(readNoteText(note), ownCode)
    .map(({ code }) => code)
    .join(' ')

describe('partner countries', () => {
  for (const [behaviour, notes] of readGroups(import.meta.url)) {
    it.each(notes)(`${behaviour}: %s`, (note, codes) => {
      assert.equal(findCodes(note), codes)
      const read = readNoteText(note)
      for (const { start, end, text } of partnerCountries(read, 'XAA'))
        assert.equal(read.text.slice(start, end), text)
    })
  }

  it('leave out the country itself', () => {
    assert.equal(findCodes('Agreements exist between Kenya and Uganda, and with CERT-KE.', 'KEN'), 'UGA')
  })

  it('are found in long notes in little time', { timeout: 120_000 }, () => {
    assert.equal(findCodes('Albania, Training in Doha '.repeat(4000)), 'ALB')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { partnerCountries } from '../../pipeline/normalize/partner-countries.ts'
import { readNoteText } from './read-note-text.ts'

const findCodes = (note: string, ownCode = 'XAA'): string =>
  partnerCountries(readNoteText(note), ownCode)
    .map(({ code }) => code)
    .join(' ')

const PARTNERS: Readonly<Record<string, readonly (readonly [note: string, codes: string])[]>> = {
  'are listed once, in order of mention': [
    ['It works with Kenya, Uganda and the United Republic of Tanzania, above all with Kenya.', 'KEN UGA TZA'],
    ['', ''],
  ],
  'are read in the names of national bodies': [
    ['Partners: -Korea KISA -GovCertUK -TUN-CERT -CERT-RO -Chinese CERT', 'KOR GBR TUN ROU CHN'],
    ['with JPCERT/CC, ThaiCERT, KrCERT, CERT-BR, SI-CERT and CN CERT', 'JPN THA KOR BRA SVN CHN'],
    ['with SingCERT, CERT-Bund, BruCERT and OMAN-CERT', 'SGP DEU BRN OMN'],
    ['the Estonian Information System Authority and Japan-led projects', 'EST JPN'],
  ],
  'are not read in bodies of no one country': [
    ['- ITU-IMPACT - FIRST - Organization of American States - Indian Ocean Commission', ''],
    ['AP-CERT, APCERT, OIC-CERT, CERT-EU, CERT/CC, PacCERT, IT-CERT, GovCERT', ''],
    ['Certification, CERTIFICATE, the work of CERT in progress, CERT is, CERTs', ''],
  ],
  'count while a partnership is being prepared, and not where it is denied': [
    ['An agreement with Peru is in progress.', 'PER'],
    ['There is no partnership with Kenya or Uganda. However, it works with Rwanda.', 'RWA'],
    ['It has no framework but exchanges data with Malta.', 'MLT'],
    ['There are no agreements with: - Kenya - Uganda', ''],
    ['Cooperation with Japan has not been agreed.', ''],
    ['Qelvara doesn’t work with Chile.', ''],
  ],
  'are not denied by every negative word': [
    ['Not only Ghana but also Togo shares data.', 'GHA TGO'],
    ['Under Law No. 4 it works with Peru.', 'PER'],
    ['Apart from an agreement with Japan there are no partnerships.', 'JPN'],
  ],
  'are no places and hosts of events, and no seats of organisations': [
    ['It took part in a drill held in Poland and Latvia in June 2013.', ''],
    ['It attended the ITU workshop in Jordan and the regional forum in Oman.', ''],
    ['It joined a meeting hosted by Oman, and a conference in Doha, Qatar.', ''],
    ['- FIRST Conference, Bangkok, Thailand, June 2013 - IMPACT, based in Cyberjaya, Malaysia', ''],
  ],
  'are partners of events, and bodies in a country': [
    ['It takes part in drills of the US and in training in cooperation with Japan.', 'USA JPN'],
    ['Support comes from the laboratory in Antigua and Barbuda.', 'ATG'],
    ['A workshop held in Qatar with experts from Oman.', 'OMN'],
  ],
  'are no branches of firms, languages, or countries that were helped to set something up': [
    ['- Microsoft Kenya - Alcatel-Lucent France - a Swiss company', ''],
    ['It belongs to the Community of Portuguese Language Countries and French-speaking Africa.', ''],
    ['Its experts helped in the establishment of CERT Mauritius with support of India.', 'IND'],
  ],
}

describe('partner countries', () => {
  for (const [behaviour, notes] of Object.entries(PARTNERS)) {
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

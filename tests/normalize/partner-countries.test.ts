import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { partnerCountries } from '../../pipeline/normalize/partner-countries.ts'

const codes = (note: string, ownCode = 'XAA'): string =>
  partnerCountries(note, ownCode)
    .map(({ code }) => code)
    .join(' ')

describe('partnerCountries', () => {
  it('lists each partner once, in order of mention, with its place in the note', () => {
    const note = 'Qelvara works with Kenya, Uganda and the United Republic of Tanzania, above all with Kenya.'
    assert.equal(codes(note), 'KEN UGA TZA')
    for (const { start, end, text } of partnerCountries(note, 'XAA'))
      assert.equal(note.slice(start, end), text)
  })

  it('leaves out the country itself', () => {
    assert.equal(codes('Agreements exist between Kenya and Uganda, and with CERT-KE.', 'KEN'), 'UGA')
  })

  it('reads countries in the names of national bodies', () => {
    assert.equal(
      codes('Partners: -Korea KISA -GovCertUK -TUN-CERT -CERT-RO -Chinese CERT -OMAN-CERT'),
      'KOR GBR TUN ROU CHN OMN',
    )
    assert.equal(
      codes('It is helped by the Estonian Information System Authority and Japan-led projects.'),
      'EST JPN',
    )
  })

  it('counts partnerships that are still being prepared', () => {
    assert.equal(codes('An agreement with Peru is in progress.'), 'PER')
  })

  it('gives nothing for a denied partnership, and what follows the turn of the sentence', () => {
    assert.equal(codes('There is no partnership with Kenya or Uganda. However, it works with Rwanda.'), 'RWA')
    assert.equal(codes('It has no framework but exchanges data with Malta.'), 'MLT')
    assert.equal(codes('There are no agreements with: - Kenya - Uganda'), '')
    assert.equal(codes('Cooperation with Japan has not been agreed.'), '')
    assert.equal(codes('Qelvara doesn’t work with Chile.'), '')
  })

  it('does not take every negative word for a denial', () => {
    assert.equal(codes('Not only Ghana but also Togo shares data.'), 'GHA TGO')
    assert.equal(codes('Under Law No. 4 it works with Peru.'), 'PER')
    assert.equal(codes('Apart from an agreement with Japan there are no partnerships.'), 'JPN')
  })

  it('leaves out places and hosts of events, and seats of organisations', () => {
    assert.equal(codes('It took part in a drill held in Poland and Latvia in June 2013.'), '')
    assert.equal(codes('It attended the ITU workshop in Jordan and the regional forum in Oman.'), '')
    assert.equal(codes('It joined a meeting hosted by Oman, and a conference in Doha, Qatar.'), '')
    assert.equal(
      codes('- FIRST Conference, Bangkok, Thailand, June 2013 - IMPACT, based in Cyberjaya, Malaysia'),
      '',
    )
  })

  it('keeps partners of events and bodies in a country', () => {
    assert.equal(
      codes('It takes part in drills of the US and in training in cooperation with Japan.'),
      'USA JPN',
    )
    assert.equal(codes('Support comes from the laboratory in Antigua and Barbuda.'), 'ATG')
    assert.equal(codes('A workshop held in Qatar with experts from Oman.'), 'OMN')
  })

  it('leaves out branches of firms, languages, and countries that were helped to set something up', () => {
    assert.equal(codes('- Microsoft Kenya - Alcatel-Lucent France - a Swiss company'), '')
    assert.equal(
      codes('It belongs to the Community of Portuguese Language Countries and French-speaking Africa.'),
      '',
    )
    assert.equal(
      codes('Its experts helped in the establishment of CERT Mauritius with support of India.'),
      'IND',
    )
  })

  it('leaves out organisations and teams of no one country', () => {
    assert.equal(
      codes('- ITU-IMPACT - FIRST - APCERT - Organization of American States - Indian Ocean Commission'),
      '',
    )
  })

  it('finds nothing in an empty note', () => {
    assert.equal(codes(''), '')
  })

  it('takes long notes in its stride', { timeout: 120_000 }, () => {
    const note = 'Albania, Training in Doha '.repeat(4000)
    assert.equal(codes(note), 'ALB')
  })
})

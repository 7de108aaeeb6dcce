import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { countryMentions } from '../../pipeline/normalize/country-mentions.ts'
import { listForms, PLACES, resolveCountry } from '../../pipeline/normalize/country-name.ts'

const codes = (text: string): string =>
  countryMentions(text)
    .map(({ code }) => code)
    .join(' ')

describe('countryMentions', () => {
  it('finds every form of every place in a sentence, and nothing else there', () => {
    for (const place of PLACES) {
      for (const form of listForms(place)) {
        const mentions = countryMentions(`An agreement with ${form} was signed in 2013.`)
        assert.deepEqual(
          mentions.map(({ code }) => code),
          [place.code],
          form,
        )
      }
    }
  })

  it('takes Georgia for a state where the United States follow it in brackets, and in a list for a country', () => {
    assert.equal(codes('Georgia (USA) and Georgia (United States)'), 'USA USA')
    assert.equal(codes('the State of Georgia'), '')
    assert.equal(codes('Armenia, Georgia, USA and Japan'), 'ARM GEO USA JPN')
    assert.equal(codes('Georgia (in talks)'), 'GEO')
  })

  it('gives places in the text whose words resolve to the same country', () => {
    const part = fc.oneof(
      fc.constantFrom(...PLACES.flatMap(listForms)),
      fc.constantFrom(
        ', ',
        ' and ',
        ' of ',
        ' - ',
        ' (',
        ')',
        '. ',
        '’s ',
        ' the ',
        ' Republic ',
        ' New ',
        ' CERT ',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const mention of countryMentions(text)) {
          assert.ok(mention.start >= last && mention.end > mention.start)
          assert.equal(text.slice(mention.start, mention.end), mention.text)
          assert.equal(resolveCountry(mention.text)?.code, mention.code, mention.text)
          last = mention.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('never takes a part of a longer country name for another country', () => {
    assert.equal(codes('South Sudan and Sudan'), 'SSD SDN')
    assert.equal(codes('Guinea-Bissau, Papua New Guinea, Equatorial Guinea, Guinea'), 'GNB PNG GNQ GIN')
    assert.equal(codes('Republic of Korea, Democratic People’s Republic of Korea, Korea'), 'KOR PRK KOR')
    assert.equal(
      codes('Democratic Republic of Congo, DR Congo, Congo, republic of the Congo'),
      'COD COD COG COG',
    )
    assert.equal(codes('Northern Ireland and Ireland'), 'GBR IRL')
    assert.equal(codes('British Virgin Islands, US Virgin Islands'), 'VGB VIR')
    assert.equal(
      codes('American Samoa, Samoa, Niger, Nigeria, Dominica, Dominican Republic'),
      'ASM WSM NER NGA DMA DOM',
    )
  })

  it('passes over places that only carry the name of a country', () => {
    assert.equal(
      codes('New Mexico, the Gulf of Guinea, Lake Chad, the Indian Ocean, New Jersey, Inner Mongolia'),
      '',
    )
    assert.equal(codes('the Republic of China'), '')
    assert.equal(codes('Republic of China (Taiwan), People’s Republic of China'), 'TWN CHN')
  })

  it('tells names from common words by their capitals', () => {
    assert.equal(codes('roast turkey in a jordan almond jersey; tell us, chad'), '')
    assert.equal(
      codes('USA, UK, UAE, US and the U.S.; Usa, Uk, Us; CHAD, Turkey'),
      'USA GBR ARE USA USA TCD TUR',
    )
    assert.equal(codes('US$ 100; CONTACT US'), '')
  })

  it('finds possessives, compounds and team names', () => {
    assert.equal(
      codes("Japan's CERT, Canada-U.S. plan, US-CERT, Oman’s team, OMAN-CERT"),
      'JPN CAN USA USA OMN OMN',
    )
  })

  it('passes over web and mail addresses and longer words', () => {
    assert.equal(codes('http://www.Kenya.go.ke, www.Oman.om, Info@Togo.tg, USAID, Omantel, Somaliland'), '')
  })

  it('separates two neighbours of a list', () => {
    assert.equal(
      codes('Sudan, Republic of Korea, Congo, Democratic Republic of the Congo'),
      'SDN KOR COG COD',
    )
    assert.equal(codes('-Niger -Nigeria -Guinea -Bissau Institute'), 'NER NGA GIN')
    assert.equal(codes('Bosnia, Herzegovina; Hong Kong, China; China and Hong Kong'), 'BIH HKG CHN HKG')
  })
})

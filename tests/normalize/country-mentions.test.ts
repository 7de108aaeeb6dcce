import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { countryMentions } from '../../pipeline/normalize/country-mentions.ts'
import { listForms, PLACES, resolveCountry } from '../../pipeline/normalize/country-name.ts'

const findCodes = (text: string): string =>
  countryMentions(text)
    .map(({ code }) => code)
    .join(' ')

describe('the countries named in a text', () => {
  it('are found by every form of every place in a sentence, and nothing else there', () => {
    for (const place of PLACES)
      for (const form of listForms(place))
        assert.equal(findCodes(`An agreement with ${form} was signed in 2013.`), place.code, form)
  })

  it('have places in the text whose words resolve to the same country', () => {
    const part = fc.oneof(
      fc.constantFrom(...PLACES.flatMap(listForms)),
      fc.constantFrom(', ', ' and ', ' of ', ' - ', ' (', ')', '. ', '’s ', ' the ', ' New ', ' CERT '),
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
      { numRuns: 1000 },
    )
  })

  it.each([
    // the longest name at each place
    ['South Sudan and Sudan; Northern Ireland and Ireland', 'SSD SDN GBR IRL'],
    ['Guinea-Bissau, Papua New Guinea, Equatorial Guinea, Guinea', 'GNB PNG GNQ GIN'],
    ['Republic of Korea, Democratic People’s Republic of Korea, Korea', 'KOR PRK KOR'],
    ['Democratic Republic of Congo, DR Congo, D. R. Congo, republic of the Congo', 'COD COD COD COG'],
    ['American Samoa, Samoa, Niger, Nigeria, Dominica, Dominican Republic', 'ASM WSM NER NGA DMA DOM'],
    ['British Virgin Islands, US Virgin Islands', 'VGB VIR'],
    // a state, a sea and the like are no country
    ['Georgia (USA) and Georgia (United States)', 'USA USA'],
    ['Armenia, Georgia, USA and Japan; Georgia (in talks)', 'ARM GEO USA JPN GEO'],
    ['the State of Georgia, New Mexico, the Gulf of Guinea, Lake Chad, Inner Mongolia', ''],
    ['Republic of China (Taiwan), People’s Republic of China; the Republic of China', 'TWN CHN'],
    // names have capitals, abbreviations all of theirs
    ['roast turkey in a jordan almond jersey; tell us, chad', ''],
    ['USA, UK, UAE, US and the U.S.; Usa, Uk, Us; CHAD, Turkey', 'USA GBR ARE USA USA TCD TUR'],
    ['US$ 100; CONTACT US; the U.S. Japan', 'USA JPN'],
    // possessives, compounds and teams count, longer words and addresses do not
    ["Japan's CERT, Canada-U.S. plan, US-CERT, Oman’s team, OMAN-CERT", 'JPN CAN USA USA OMN OMN'],
    ['http://www.Kenya.go.ke, www.Oman.om, Info@Togo.tg, USAID, Omantel, Somaliland', ''],
    // a name ends at the next of a list, a sentence end and a list mark
    ['Sudan, Republic of Korea, Congo, Democratic Republic of the Congo', 'SDN KOR COG COD'],
    ['-Niger -Nigeria -Guinea -Bissau Institute; Guinea. Bissau', 'NER NGA GIN GIN'],
    ['Bosnia, Herzegovina; Hong Kong, China; China and Hong Kong', 'BIH HKG CHN HKG'],
  ])('are in %s: %s', (text, codes) => {
    assert.equal(findCodes(text), codes)
  })

  it('include the closing bracket of a form that opened one', () => {
    assert.equal(countryMentions('with Congo (Republic of the).')[0]?.text, 'Congo (Republic of the)')
  })
})

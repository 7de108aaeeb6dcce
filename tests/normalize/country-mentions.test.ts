import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { countryMentions } from '../../pipeline/normalize/country-mentions.ts'
import { listForms, PLACES, resolveCountry } from '../../pipeline/normalize/country-name.ts'
import { readGroups } from '../case-file.ts'

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

  for (const [rule, rows] of readGroups(import.meta.url))
    it.each(rows)(`are in %s: %s (${rule})`, (text, codes) => {
      assert.equal(findCodes(text), codes)
    })

  it('include the closing bracket of a form that opened one', () => {
    assert.equal(countryMentions('with Congo (Republic of the).')[0]?.text, 'Congo (Republic of the)')
  })
})

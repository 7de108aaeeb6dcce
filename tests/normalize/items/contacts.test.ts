import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { findContacts } from '../../../pipeline/normalize/items/contacts.ts'

const texts = (text: string): string[] => findContacts(text).map(({ start, end }) => text.slice(start, end))

describe('contacts', () => {
  it('are addresses of e-mail and web, without the punctuation around them', () => {
    assert.deepEqual(
      texts('Write to -lamp.desk@lamps.example.org, or see (www.lamps.org*) and http://lamps.org/a/b.'),
      ['lamp.desk@lamps.example.org', 'www.lamps.org', 'http://lamps.org/a/b'],
    )
    assert.deepEqual(texts('Report at lamps.gov.xx or on lamps.com.'), ['lamps.gov.xx', 'lamps.com'])
  })

  it('are telephone numbers, each of an enumeration', () => {
    for (const [text, numbers] of [
      ['by the phone number 91 74 00 019.', ['91 74 00 019']],
      ['the helpline “Lamp”: 800 800 80', ['800 800 80']],
      ['Call (+99) 1800 11 4949 now', ['(+99) 1800 11 4949']],
      ['hotline 1300 172 499 (24 hours)', ['1300 172 499']],
      ['on the number 1460 or 1461', ['1460', '1461']],
    ] as const) {
      assert.deepEqual(texts(text), numbers, text)
    }
  })

  it('are no counts, citations, years, teams and plain words', () => {
    for (const text of [
      'the exact number of 1200 agencies',
      'Law number 120 is old',
      'the number of lamps in 2012 was 4000',
      'CERT.br and GovCERT.DK answer',
      'There is no website or hotline.',
      'The hotline works since 2012',
    ]) {
      assert.deepEqual(texts(text), [], text)
    }
  })
})

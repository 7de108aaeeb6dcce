import assert from 'node:assert/strict'
import { test } from 'vitest'
import { citation } from '../../../../pipeline/explorer/site/model/citation.ts'
import { record, section } from './entries.ts'

test('a citation names address, capture, date, place and hash', () => {
  const cited = record([], {
    collection: 'itu-cyberwellness',
    country: 'Ixolund',
    source_url: 'https://source.example/ixolund.pdf',
    mirror_url: 'https://mirror.example/2016/ixolund.pdf',
    retrieved: '2024-02-03',
  })
  assert.equal(
    citation(cited, section({ page: 2 }), 'CIRT'),
    'International Telecommunication Union. Cyberwellness Profile: Ixolund. Last updated on 12 August 2014. Section 1.2.1 (CIRT), page 2. https://source.example/ixolund.pdf. Captured at https://mirror.example/2016/ixolund.pdf. Retrieved on 3 February 2024. File qelvara.pdf, SHA-256 0000000000000000000000000000000000000000000000000000000000000000.',
  )
})

test('a citation leaves out what is not known, and calls a specimen one', () => {
  const text = citation(record([], { source_date: null }), null, '')
  assert.match(text, /specimen about an invented place/)
  assert.doesNotMatch(text, /Union|Captured|Retrieved|Section/)
  assert.match(text, /No date\./)
})

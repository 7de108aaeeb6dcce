import assert from 'node:assert/strict'
import MiniSearch from 'minisearch'
import { test } from 'vitest'
import type { EntityRecord } from '../../../pipeline/explorer/data/explorer-data.ts'
import { createSearchIndex } from '../../../pipeline/explorer/site/search/search-index.ts'
import { markWords, splitWords } from '../../../pipeline/explorer/site/search/words.ts'
import { record, section } from './entries.ts'

const entity = (
  id: string,
  kind: EntityRecord['kind'],
  name: string,
  ...aliases: string[]
): EntityRecord => ({
  id,
  kind,
  name,
  country: null,
  aliases,
  homepage: null,
})

const ENTITIES = [
  entity('iso-iec-27001', 'standard', 'ISO/IEC 27001', 'ISO 27001', 'ISO27001', 'ISO/IEC 27001:2005'),
  entity('harbour', 'treaty', 'Harbour Convention', 'Convention on Crime at Sea'),
]

const profile = (country: string, ...notes: readonly string[]) =>
  record(
    notes.map((note) => section({ country, note })),
    { document_id: country.toLowerCase(), country, country_code: country.slice(0, 3).toUpperCase() },
  )

const index = createSearchIndex(
  MiniSearch,
  [
    profile('Norland', 'The national CERT answers calls.', 'Auditors follow ISO27001.'),
    profile(
      'Sudmark',
      'No team answers calls. Experts of the CERT of Norland helped.',
      'ISO/IEC 27002 is in use.',
    ),
    profile('Ébène', 'Banks follow ISO 27001:2005.', 'It signed the Convention on Crime at Sea.'),
    profile('Westholm', 'It signed the Harbour Convention.', 'Two laws deal with fraud.'),
  ],
  ENTITIES,
)

const countries = (query: string): readonly string[] =>
  [...new Set(index.find(query).hits.map(({ record: { document } }) => document.country))].sort()

test('all words are wanted, over country and note together, the best first', () => {
  assert.deepEqual(countries('norland cert'), ['Norland', 'Sudmark'])
  assert.equal(index.find('norland cert').hits[0]?.record.document.country, 'Norland')
  assert.deepEqual(countries('westholm satellite'), [])
})

test('however a standard is written, the answer is the same', () => {
  for (const query of [
    '27001',
    'ISO 27001',
    'iso27001',
    'ISO/IEC 27001',
    'ISO/IEC 27001:2005',
    'ISO 27001:2013',
  ]) {
    assert.deepEqual(countries(query), ['Norland', 'Ébène'], query)
  }
  assert.equal(index.naming('iso-iec-27001').length, 2)
})

test('however a treaty is called, the answer is the same, and names it', () => {
  for (const query of ['Harbour Convention', 'convention on crime at sea', 'HARBOUR']) {
    const { entities } = index.find(query)
    assert.deepEqual(countries(query), ['Westholm', 'Ébène'], query)
    assert.deepEqual(
      entities.map(({ id }) => id),
      ['harbour'],
    )
  }
})

test('accents, case and plurals do not matter', () => {
  assert.deepEqual(countries('ebene bank'), ['Ébène'])
  assert.deepEqual(countries('LAW fraud'), ['Westholm'])
})

test('a typing error is forgiven where nothing else is found, and the answer says so', () => {
  const { hits, isApproximate } = index.find('auditers')
  assert.equal(hits[0]?.record.document.country, 'Norland')
  assert.ok(isApproximate)
  assert.ok(!index.find('auditors').isApproximate)
})

test('a number is never taken for a similar one', () => {
  assert.deepEqual(countries('27003'), [])
})

test('the words found are marked in their place, and nothing else of the note is changed', () => {
  const note = 'Auditors follow ISO27001, and banks too.'
  const parts = markWords(note, new Set(splitWords('bank 27001')))
  assert.equal(parts.map(({ text }) => text).join(''), note)
  assert.deepEqual(
    parts.filter(({ found }) => found).map(({ text }) => text),
    ['27001', 'banks'],
  )
})

test('of a long note the part around the first word found is shown', () => {
  const parts = markWords(`${'before '.repeat(200)}needle ${'after '.repeat(200)}`, new Set(['needle']))
  const text = parts.map((part) => part.text).join('')
  assert.ok(text.includes('needle') && text.length < 320)
  assert.ok(text.startsWith('… ') && text.endsWith(' …'))
})

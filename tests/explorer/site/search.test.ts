import assert from 'node:assert/strict'
import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import type { EntityRecord } from '../../../pipeline/explorer/data/explorer-data.ts'
import { createSearchIndex } from '../../../pipeline/explorer/site/search/search-index.ts'
import { markWords, splitWords } from '../../../pipeline/explorer/site/search/words.ts'
import { record, section } from './entries.ts'

const common = { country: null, homepage: null }
const spellings = ['ISO 27001', 'ISO27001', 'ISO/IEC 27001:2005']
const AT_SEA = 'Convention on Crime at Sea'
const ENTITIES: EntityRecord[] = [
  { id: 'iso-iec-27001', kind: 'standard', name: 'ISO/IEC 27001', aliases: spellings, ...common },
  { id: 'harbour', kind: 'treaty', name: 'Harbour Convention', aliases: [AT_SEA], ...common },
]

const NOTES = {
  Norland: ['The national CERT answers calls.', 'Auditors follow ISO27001.'],
  Sudmark: ['No team answers calls. Experts of the CERT of Norland helped.', 'ISO/IEC 27002 is in use.'],
  Ébène: ['Banks follow ISO 27001:2005.', 'It signed the Convention on Crime at Sea.'],
  Westholm: ['It signed the Harbour Convention.', 'Two laws deal with fraud.'],
}
const profiles = Object.entries(NOTES).map(([country, notes]) =>
  record(
    notes.map((note) => section({ country, note })),
    { document_id: country.toLowerCase(), country, country_code: country.slice(0, 3).toUpperCase() },
  ),
)

const index = createSearchIndex(MiniSearch, profiles, ENTITIES)

const countries = (query: string): readonly string[] =>
  [...new Set(index.find(query).hits.map(({ record: { document } }) => document.country))].sort()

const STANDARD = ['27001', 'ISO 27001', 'iso27001', 'ISO/IEC 27001', 'ISO/IEC 27001:2005', 'ISO 27001:2013']
const TREATY = ['Harbour Convention', 'convention on crime at sea', 'HARBOUR']

test.each<[string, readonly string[], readonly string[]]>([
  ['all words over country and note together', ['norland cert'], ['Norland', 'Sudmark']],
  ['nothing where one word is missing', ['westholm satellite'], []],
  ['a standard, however it is written', STANDARD, ['Norland', 'Ébène']],
  ['a treaty, however it is called', TREATY, ['Westholm', 'Ébène']],
  ['words without accents and in plural', ['ebene bank'], ['Ébène']],
  ['words in any case', ['LAW fraud'], ['Westholm']],
  ['no number that is only similar', ['27003'], []],
])('a search finds %s', (_, queries, expected) => {
  for (const query of queries) assert.deepEqual(countries(query), expected, query)
})

test('the best hit is first, and an answer says what thing it is about', () => {
  assert.equal(index.find('norland cert').hits[0]?.record.document.country, 'Norland')
  assert.equal(index.naming('iso-iec-27001').length, 2)
  for (const query of TREATY) assert.deepEqual(index.find(query).entities, ENTITIES.slice(1), query)
})

test('a typing error is forgiven where nothing else is found, and the answer says so', () => {
  const { hits, isApproximate } = index.find('auditers')
  assert.equal(hits[0]?.record.document.country, 'Norland')
  assert.ok(isApproximate)
  assert.ok(!index.find('auditors').isApproximate)
})

test('the words found are marked in their place, and nothing else of the note is changed', () => {
  const note = 'Auditors follow ISO27001, and banks too.'
  const parts = markWords(note, new Set(splitWords('bank 27001')))
  assert.equal(parts.map(({ text }) => text).join(''), note)
  expect(parts.filter(({ found }) => found).map(({ text }) => text)).toStrictEqual(['27001', 'banks'])
})

test('of a long note the part around the first word found is shown', () => {
  const parts = markWords(`${'before '.repeat(200)}needle ${'after '.repeat(200)}`, new Set(['needle']))
  assert.match(parts.map(({ text }) => text).join(''), /^… (?=.{0,300}$).*needle.* …$/)
})

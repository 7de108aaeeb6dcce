import assert from 'node:assert/strict'
import { test } from 'vitest'
import type { ItemRecord } from '../../../../pipeline/explorer/data/explorer-data.ts'
import { namedThings } from '../../../../pipeline/explorer/site/model/item-mentions.ts'
import { record, section } from './entries.ts'

const item = (changed: Partial<ItemRecord>): ItemRecord => ({
  text: 'ISO 27001',
  kind: 'standard',
  stage: null,
  code: 'ISO/IEC 27001',
  ...changed,
})
const naming = (country_code: string, ...items: ItemRecord[]) =>
  record([section({ items })], {
    country_code,
    document_id: `${country_code.toLowerCase()}-2014-01-01-00000000`,
  })

test('a standard is the same by its number, however it is written', () => {
  const [thing, ...others] = namedThings(
    [naming('XAA', item({})), naming('XAB', item({ text: 'ISO/IEC 27001' }))],
    'standard',
  )
  assert.deepEqual(others, [])
  assert.deepEqual([thing?.key, thing?.text, thing?.mentions.length], ['ISO/IEC 27001', 'ISO 27001', 2])
})

test('an organisation is the same by its words, case and accents aside', () => {
  const organisation = (text: string): ItemRecord => item({ text, kind: 'organisation', code: null })
  const things = namedThings(
    [
      naming('XAA', organisation('Télécom Office'), organisation('Bank')),
      naming('XAB', organisation('TELECOM OFFICE')),
    ],
    'organisation',
  )
  assert.deepEqual(
    things.map(({ text, mentions }) => [text, mentions.length]),
    [
      ['Télécom Office', 2],
      ['Bank', 1],
    ],
  )
})

test('the years of an event do not make it another thing', () => {
  const event = (code: string): ItemRecord => item({ text: 'Drill', kind: 'event', code })
  assert.equal(namedThings([naming('XAA', event('2012')), naming('XAB', event('2013'))], 'event').length, 1)
})

test('a kind that nobody names has no things', () => assert.deepEqual(namedThings([], 'treaty'), []))

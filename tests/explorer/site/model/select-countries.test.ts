import assert from 'node:assert/strict'
import { test } from 'vitest'
import {
  sectionsWithText,
  selectCountries,
} from '../../../../pipeline/explorer/site/model/select-countries.ts'
import { type Selection, selectionOf } from '../../../../pipeline/explorer/site/route/selection.ts'
import { entry, record, section } from './entries.ts'

const entries = [
  entry('Ñuvalé', { region: 'Asia', statuses: { '1.2.1': 'planned' } }),
  entry('Qelvara', { region: 'Europe', statuses: { '1.3.1': 'planned' } }),
]
const notes = record([section({ note: 'A team was Set\nup in Fébruary.' })])

const names = (selection: Partial<Selection>): string[] =>
  selectCountries(entries, { ...selectionOf({}), ...selection }, (id) =>
    id === entries[1]?.latest.id ? notes : undefined,
  ).map(({ name }) => name)

test('an empty selection takes every country', () => assert.equal(names({}).length, 2))

test('a status counts in any section, or in the one that is named', () => {
  assert.equal(names({ statuses: ['planned'] }).length, 2)
  assert.deepEqual(names({ statuses: ['planned'], section: '1.2.1' }), ['Ñuvalé'])
})

test('a text is found in names without regard to case and accents', () => {
  assert.deepEqual(names({ text: 'NUVALE' }), ['Ñuvalé'])
})

test('a text is found in the notes of the latest document, across line breaks', () => {
  assert.deepEqual(names({ text: 'set up in february' }), ['Qelvara'])
  assert.deepEqual(sectionsWithText(notes, 'set up'), ['1.2.1'])
  assert.deepEqual(sectionsWithText(notes, ' '), [])
})

test('a region takes its own countries alone', () => assert.deepEqual(names({ region: 'Asia' }), ['Ñuvalé']))

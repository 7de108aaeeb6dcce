import assert from 'node:assert/strict'
import { test } from 'vitest'
import {
  findVocabulary,
  listColumns,
  OTHER_VOCABULARIES,
  STATUS_VOCABULARY,
  TABLES,
  VIEWS,
} from '../../schemas/index.ts'

const vocabularies = [STATUS_VOCABULARY, ...OTHER_VOCABULARIES]

test('every coded column has its values explained', () => {
  const unexplained = [...Object.values(TABLES), ...Object.values(VIEWS)].flatMap((table) =>
    listColumns(table)
      .filter(({ values }) => values !== null && findVocabulary(values) === undefined)
      .map(({ name }) => `${table.name}.${name}`),
  )
  assert.deepEqual(unexplained, [])
  assert.equal(findVocabulary(['present', 'absent']), undefined, 'a list that is no vocabulary has no labels')
})

test('every value has a label of its own and a meaning, and no two vocabularies share a heading', () => {
  for (const { terms, title } of vocabularies) {
    for (const { value, definition } of terms) assert.match(definition, /\.$/, `${title}: ${value}`)
    assert.equal(new Set(terms.map(({ label }) => label)).size, terms.length, title)
  }
  assert.equal(new Set(vocabularies.map(({ title }) => title)).size, vocabularies.length)
})

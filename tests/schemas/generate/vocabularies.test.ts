import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OTHER_VOCABULARIES, STATUS_VOCABULARY } from '../../../schemas/generate/vocabularies.ts'
import { columnsOf, STATUSES, TABLES, VIEWS } from '../../../schemas/index.ts'

const vocabularies = [STATUS_VOCABULARY, ...OTHER_VOCABULARIES]

test('every coded column with more than names of media types has its values explained', () => {
  const explained = new Set(vocabularies.map(({ terms }) => terms.map(({ value }) => value).join()))
  const unexplained = [...Object.values(TABLES), ...Object.values(VIEWS)].flatMap((table) =>
    columnsOf(table)
      .filter(({ values }) => values !== null && !explained.has(values.join()))
      .map(({ name }) => `${table.name}.${name}`),
  )
  assert.deepEqual(unexplained, ['documents.media_type'])
})

test('no value is without a meaning, and no two vocabularies share a heading', () => {
  for (const { terms, title } of vocabularies) {
    for (const { value, definition } of terms) assert.match(definition, /\.$/, `${title}: ${value}`)
  }
  assert.equal(new Set(vocabularies.map(({ anchor }) => anchor)).size, vocabularies.length)
})

test('the statuses keep their order', () => {
  assert.deepEqual(
    STATUS_VOCABULARY.terms.map(({ value }) => value),
    STATUSES,
  )
})

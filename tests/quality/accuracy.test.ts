import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'vitest'
import { readDocuments } from '../../pipeline/build/index.ts'
import {
  type Comparison,
  compareDocument,
  gold,
  type StatusPair,
  score,
} from '../../pipeline/quality/accuracy.ts'
import { findSpecimen, IN_PROCESS } from '../build/in-process.ts'

test('a document that is read as gold says is right in everything, and a rejected one has no section', async () => {
  const name = 'ixolund.pdf'
  const [result] = await readDocuments([{ name, path: findSpecimen('ixolund') }], { reader: IN_PROCESS })
  const expected = gold.parse(JSON.parse(await readFile('tests/fixtures/specimen/ixolund.json', 'utf8')))
  const { comparisons } = compareDocument(name, result?.rows ?? null, expected)
  assert.ok(comparisons.length > 60)
  const wrong = comparisons.filter(({ right }) => !right)
  assert.deepEqual(wrong, [])
  const rejected = compareDocument(name, null, expected).comparisons
  assert.ok(rejected.every(({ measure, right }) => measure !== 'section' || !right))
})

const compare = (measure: Comparison['measure'], right: boolean): Comparison => ({
  ...{ measure, document: 'one.pdf', section: '1.1.1', right, ours: 'ours', gold: 'gold' },
})

const scoreStatuses = (...pairs: [ours: StatusPair['ours'], ...accepted: StatusPair['accepted']][]) => {
  const statuses = pairs.map(([ours, ...accepted]) => ({ ours, accepted, rule: 'some_rule' }))
  return score([{ comparisons: [], statuses }])
}

describe('scores', () => {
  test('count what is right of all that was compared, and list what is wrong', () => {
    const wrong = compare('note', false)
    const { measures, wrong: listed } = score([
      { comparisons: [compare('note', true), wrong], statuses: [] },
      { comparisons: [compare('note', true), compare('date', true)], statuses: [] },
    ])
    assert.deepEqual(
      [measures.note, measures.date],
      [
        { right: 2, of: 3 },
        { right: 1, of: 1 },
      ],
    )
    assert.deepEqual(listed, [wrong])
  })

  test('take a status that readers accept as their second choice for no error of either class', () => {
    const { f1, meanF1 } = scoreStatuses(['absent', 'planned', 'absent'])
    assert.deepEqual([f1['absent'], f1['planned'], meanF1], [1, null, 1])
  })

  test('charge a wrong status to the class that was given and to the class that was missed', () => {
    const { f1, confusion, rules } = scoreStatuses(
      ['present', 'present'],
      ['present', 'partial'],
      ['partial', 'partial'],
    )
    assert.deepEqual([f1['present'], f1['partial']], [2 / 3, 2 / 3])
    assert.deepEqual(confusion, { 'partial read as present': 1 })
    assert.deepEqual(rules, { some_rule: { right: 2, of: 3 } })
  })

  test('average over the classes that occur', () => {
    assert.equal(scoreStatuses(['unknown', 'unknown']).meanF1, 1)
    assert.equal(score([]).meanF1, 0)
  })
})

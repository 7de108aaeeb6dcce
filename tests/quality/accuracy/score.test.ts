import assert from 'node:assert/strict'
import { test } from 'vitest'
import type { Comparison, StatusPair } from '../../../pipeline/quality/accuracy/compare-document.ts'
import { score } from '../../../pipeline/quality/accuracy/score.ts'

const comparison = (measure: Comparison['measure'], right: boolean): Comparison => ({
  measure,
  document: 'one.pdf',
  section: '1.1.1',
  right,
  ours: 'ours',
  gold: 'gold',
})

const scoreStatuses = (...statuses: Omit<StatusPair, 'rule'>[]) =>
  score([{ comparisons: [], statuses: statuses.map((pair) => ({ ...pair, rule: 'some_rule' })) }])

test('each measure counts what is right of all that was compared, and lists what is wrong', () => {
  const wrong = comparison('note', false)
  const { measures, wrong: listed } = score([
    { comparisons: [comparison('note', true), wrong], statuses: [] },
    { comparisons: [comparison('note', true), comparison('date', true)], statuses: [] },
  ])
  assert.deepEqual(measures.note, { right: 2, of: 3 })
  assert.deepEqual(measures.date, { right: 1, of: 1 })
  assert.deepEqual(listed, [wrong])
})

test('a status that readers accept as their second choice is no error of either class', () => {
  const { f1, meanF1 } = scoreStatuses({ ours: 'absent', accepted: ['planned', 'absent'] })
  assert.equal(f1.absent, 1)
  assert.equal(f1.planned, null)
  assert.equal(meanF1, 1)
})

test('a wrong status costs the class that was given and the class that was missed', () => {
  const { f1, confusion } = scoreStatuses(
    { ours: 'present', accepted: ['present'] },
    { ours: 'present', accepted: ['partial'] },
    { ours: 'partial', accepted: ['partial'] },
  )
  assert.equal(f1.present, 2 / 3)
  assert.equal(f1.partial, 2 / 3)
  assert.deepEqual(confusion, {
    'present read as present': 1,
    'partial read as present': 1,
    'partial read as partial': 1,
  })
})

test('each rule has its share of rows that readers decide alike', () => {
  const { rules } = scoreStatuses(
    { ours: 'present', accepted: ['present'] },
    { ours: 'present', accepted: ['partial'] },
  )
  assert.deepEqual(rules, { some_rule: { right: 1, of: 2 } })
})

test('the mean takes in only classes that occur', () => {
  assert.equal(scoreStatuses({ ours: 'unknown', accepted: ['unknown'] }).meanF1, 1)
  assert.equal(score([]).meanF1, 0)
})

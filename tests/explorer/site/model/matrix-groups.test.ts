import assert from 'node:assert/strict'
import { test } from 'vitest'
import {
  firstRows,
  type MatrixOrder,
  matrixGroups,
} from '../../../../pipeline/explorer/site/model/matrix-groups.ts'
import { entry } from './entries.ts'

const entries = [
  entry('Aba', {
    date: '2014-01-01',
    region: 'Europe',
    statuses: { '1.2.1': 'present', '1.3.1': 'present' },
  }),
  entry('Öba', { date: '2012-05-01', region: 'Asia', statuses: { '1.2.1': 'planned' } }),
  entry('Zba', { region: 'Asia', statuses: { '1.1.1': 'present' } }),
]

const names = (order: Partial<MatrixOrder>): string[][] =>
  matrixGroups(entries, { sort: 'name', descending: false, group: 'none', ...order }).map(({ rows }) =>
    rows.map(({ name }) => name),
  )

const cases: readonly { by: string; order: Partial<MatrixOrder>; expected: string[][] }[] = [
  { by: 'name, accents aside', order: {}, expected: [['Aba', 'Öba', 'Zba']] },
  { by: 'name, backwards', order: { descending: true }, expected: [['Zba', 'Öba', 'Aba']] },
  { by: 'date, undated first', order: { sort: 'date' }, expected: [['Zba', 'Öba', 'Aba']] },
  { by: 'measures present', order: { sort: 'present', descending: true }, expected: [['Aba', 'Zba', 'Öba']] },
  { by: 'one pillar', order: { sort: 'legal', descending: true }, expected: [['Zba', 'Aba', 'Öba']] },
  { by: 'the status of a section', order: { sort: '1.2.1' }, expected: [['Aba', 'Öba', 'Zba']] },
  { by: 'region', order: { sort: 'region' }, expected: [['Öba', 'Zba', 'Aba']] },
  { by: 'name within regions', order: { group: 'region' }, expected: [['Öba', 'Zba'], ['Aba']] },
  { by: 'name within years', order: { group: 'year' }, expected: [['Öba'], ['Aba'], ['Zba']] },
]

for (const { by, order, expected } of cases) {
  test(`rows are ordered by ${by}`, () => assert.deepEqual(names(order), expected))
}

test('the first rows are taken group by group', () => {
  const groups = matrixGroups(entries, { sort: 'name', descending: false, group: 'region' })
  const taken = (count: number): number[] => firstRows(groups, count).map(({ rows }) => rows.length)
  assert.deepEqual([taken(1), taken(3), taken(Number.POSITIVE_INFINITY), taken(0)], [[1], [2, 1], [2, 1], []])
})

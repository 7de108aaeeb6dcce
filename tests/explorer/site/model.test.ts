import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MEASURES } from '../../../pipeline/explorer/site/model/catalogue.ts'
import { citeSection, citeView } from '../../../pipeline/explorer/site/model/citation.ts'
import { COUNT_STEPS, mapClass } from '../../../pipeline/explorer/site/model/map-class.ts'
import { type MatrixOrder, matrixGroups } from '../../../pipeline/explorer/site/model/matrix-groups.ts'
import { toCsv } from '../../../pipeline/explorer/site/model/row-set.ts'
import { formatPercent, toPercent } from '../../../pipeline/explorer/site/model/shares.ts'
import { median } from '../../../pipeline/explorer/site/model/statistics.ts'
import { plural } from '../../../pipeline/explorer/site/model/text.ts'
import { guardFormula } from '../../../pipeline/publish/formula-guard.ts'
import { entry, record, section } from './entries.ts'

const TWO_PRESENT = { '1.2.1': 'present', '1.3.1': 'present' } as const
const entries = [
  entry('Aba', { date: '2014-01-01', region: 'Europe', statuses: TWO_PRESENT }),
  entry('Öba', { date: '2012-05-01', region: 'Asia', statuses: { '1.2.1': 'planned' } }),
  entry('Zba', { region: 'Asia', statuses: { '1.1.1': 'present' } }),
]

test.each<[string, Partial<MatrixOrder>, string[][]]>([
  ['name, accents aside', {}, [['Aba', 'Öba', 'Zba']]],
  ['name, backwards', { descending: true }, [['Zba', 'Öba', 'Aba']]],
  ['date, undated first', { sort: 'date' }, [['Zba', 'Öba', 'Aba']]],
  ['measures present', { sort: 'present', descending: true }, [['Aba', 'Zba', 'Öba']]],
  ['one pillar', { sort: 'legal', descending: true }, [['Zba', 'Aba', 'Öba']]],
  ['the status of an indicator', { sort: 'cirt' }, [['Aba', 'Öba', 'Zba']]],
  ['region', { sort: 'region' }, [['Öba', 'Zba', 'Aba']]],
  ['name within regions', { group: 'region' }, [['Öba', 'Zba'], ['Aba']]],
  ['name within years', { group: 'year' }, [['Öba'], ['Aba'], ['Zba']]],
])('rows are ordered by %s', (_, order, expected) => {
  const groups = matrixGroups(entries, { sort: 'name', descending: false, group: 'none', ...order })
  const names = groups.map(({ rows }) => rows.map(({ name }) => name))
  assert.deepEqual(names, expected)
})

test('on the map every number of measures has a step, in order, and a status in a section its class', () => {
  const labels = Array.from({ length: MEASURES.length + 1 }, (_, present) => {
    const codes = MEASURES.slice(0, present).map(({ code }) => code)
    const statuses = Object.fromEntries(codes.map((code) => [code, 'present'] as const))
    const { label } = mapClass(entry('Aba', { statuses }), '')
    const [from = -1, to = from] = label.split(' to ').map(Number)
    assert.ok(from <= present && present <= to, `${present} is not in ${label}`)
    return label
  })
  const steps = ['0', '1 to 4', '5 to 8', '9 to 12', '13 to 16', '17 to 21']
  assert.deepEqual([...new Set(labels)], steps)
  expect(COUNT_STEPS.map(({ label }) => label)).toStrictEqual(steps)
  assert.equal(mapClass(entry('Aba', { statuses: { '1.2.1': 'partial' } }), '1.2.1').name, 'partial')
})

test('every reader of CSV finds the cells again, formulas marked, null as an empty one', () => {
  const cell = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(toCsv({ columns: ['a', 'b'], rows }), { record_delimiter: '\n' })
      assert.deepEqual(read, [['a', 'b'], ...rows.map((row) => row.map(guardFormula))])
    }),
  )
  assert.equal(toCsv({ columns: ['a', 'b', 'c'], rows: [[null, 31.07, true]] }), 'a,b,c\n,31.07,true\n')
})

test('a citation names address, capture, date, place and hash', () => {
  const cited = record([], {
    collection: 'itu-cyberwellness',
    country: 'Ixolund',
    source_url: 'https://source.example/ixolund.pdf',
    mirror_url: 'https://mirror.example/2016/ixolund.pdf',
    retrieved: '2024-02-03',
  })
  assert.equal(
    citeSection(cited, section({ page: 2 })),
    'International Telecommunication Union. Cyberwellness Profile: Ixolund. Last updated on 12 August 2014. Section 1.2.1 (CIRT), page 2. https://source.example/ixolund.pdf. Captured at https://mirror.example/2016/ixolund.pdf. Retrieved on 3 February 2024. File qelvara.pdf, SHA-256 0000000000000000000000000000000000000000000000000000000000000000.',
  )
})

test('a citation leaves out what is not known, and says that a sample is one', () => {
  const text = citeSection(record([], { source_date: null }), null)
  assert.match(text, /sample profile of an invented place/)
  assert.doesNotMatch(text, /Union|Captured|Retrieved|Section/)
  assert.match(text, /No date\./)
})

test('a view is cited with its address on the web, and without one on disk', () => {
  const summary = { collection: 'itu-cyberwellness', version: '1.0.0', years: '2014' } as const
  const cite = (address: string): string => citeView(summary, 'Laws', address, new Date('2026-01-02'))
  assert.equal(
    cite('https://data.example/#/map'),
    '“Laws”. Based on ITU Cyberwellness Profiles of 2014; Cyberwellness Open Data, version 1.0.0. https://data.example/#/map. Accessed 2 January 2026.',
  )
  assert.doesNotMatch(cite('file:///home/a/index.html#/map'), /file:|home/)
})

test('numbers are written as people write them: counts with their noun, shares rounded to the nearest per cent', () => {
  const counts = [0, 1, 2, 1_000].map((count) => plural(count, 'country', 'countries'))
  assert.deepEqual(counts, ['0 countries', '1 country', '2 countries', '1,000 countries'])
  const shares = [toPercent(1, 8), toPercent(2, 3), toPercent(1, 0)].map(formatPercent)
  assert.equal(shares.join(), '13\u00a0%,67\u00a0%,0\u00a0%')
  assert.deepEqual([[3, 1, 2], [4, 1, 2, 3], []].map(median), [2, 2.5, null])
})

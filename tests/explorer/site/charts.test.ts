import assert from 'node:assert/strict'
import { test } from 'vitest'
import { makeChart } from '../../../pipeline/explorer/site/charts/make-chart.ts'
import { matchCountries, namedCountries } from '../../../pipeline/explorer/site/model/find-countries.ts'
import { groupByRegion, isInRegion } from '../../../pipeline/explorer/site/model/regions.ts'
import { fileStem } from '../../../pipeline/explorer/site/model/row-set.ts'
import { selectCountries } from '../../../pipeline/explorer/site/model/select-countries.ts'
import { correlation, fitLine, median } from '../../../pipeline/explorer/site/model/statistics.ts'
import { EVERYTHING } from '../../../pipeline/explorer/site/route/selection.ts'
import { entry } from './entries.ts'

const present = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, 'present'] as const))

const entries = [
  entry('Aba', { region: 'Asia', ituRegion: 'CIS', statuses: present('1.1.1'), figures: { '0.2': 10 } }),
  entry('Bebe', { region: 'Asia', statuses: present('1.1.1', '1.1.2'), figures: { '0.2': 20 } }),
  entry('Cece', { region: 'Europe', statuses: present('1.1.2', '1.2.1', '1.2.2'), figures: { '0.2': 30 } }),
  entry('Dede', { region: 'Europe', statuses: present('1.2.1'), figures: { '0.2': null } }),
]

const readRows = (parts: readonly string[], query = {}) => makeChart(parts, query, entries)?.data.rows ?? []

test('a measure is counted by region, in numbers and per cent', () => {
  assert.deepEqual(readRows(['regions', '1.1.1']), [
    ['All countries', 4, 'present', 2, 50],
    ['All countries', 4, 'absent', 2, 50],
    ['Asia', 2, 'present', 2, 100],
    ['Europe', 2, 'absent', 2, 100],
  ])
  const sentence = 'Present in 50\u00a0% of countries: 100\u00a0% in Asia, 0\u00a0% in Europe.'
  assert.equal(makeChart(['regions', '1.1.1'], {}, entries)?.sentence, sentence)
})

test('regions are those of the ITU where the address says so', () => {
  const regions = readRows(['regions', '1.1.1'], { by: 'itu' }).map(([region]) => region)
  assert.deepEqual(regions, ['All countries', 'All countries', 'CIS'])
})

test('countries without a figure are left out of the scatter plot, and no country of the histogram', () => {
  const drawn = readRows(['scatter'], { pillar: 'legal' }).map(([name, , x, y]) => [name, x, y])
  assert.deepEqual(drawn.sort(), [
    ['Aba', 10, 1],
    ['Bebe', 20, 2],
    ['Cece', 30, 1],
  ])
  const counted = readRows(['histogram']).reduce((sum, [, count]) => sum + Number(count), 0)
  assert.equal(counted, entries.length)
})

test('every chart comes back from its own address, and other addresses name no chart', () => {
  const address = (path: string, query = {}): string | undefined =>
    makeChart(path.split('/'), query, entries)?.address
  for (const path of ['measures', 'histogram', 'pillars', 'map', 'map/cirt', 'scatter']) {
    assert.equal(address(path), `#/chart/${path}`)
  }
  const byItu = '#/chart/regions/criminal_legislation?by=itu'
  assert.equal(address('regions/1.1.1', { by: 'itu' }), byItu)
  for (const path of ['', 'nothing', 'regions', 'map/9.9.9']) assert.equal(address(path), undefined)
})

test('line, correlation and median are those of the textbook', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 1, y: 3 },
    { x: 2, y: 5 },
  ]
  assert.deepEqual(fitLine(points), { slope: 2, intercept: 1 })
  assert.equal(correlation(points), 1)
  assert.equal(fitLine([{ x: 1, y: 1 }]), null)
  assert.deepEqual([median([3, 1, 2]), median([4, 1, 2, 3]), median([])], [2, 2.5, null])
})

test('a selection takes the countries with a cell that it looks for', () => {
  const names = (changed: Partial<typeof EVERYTHING>, found = null): string[] =>
    selectCountries(entries, { ...EVERYTHING, ...changed }, found).map(({ name }) => name)
  assert.deepEqual(names({ statuses: ['present'], section: '1.2.1' }), ['Cece', 'Dede'])
  assert.deepEqual(names({ region: 'Asia' }), ['Aba', 'Bebe'])
  assert.deepEqual(names({ region: 'itu:CIS' }), ['Aba'])
  assert.deepEqual(names({ countries: ['Dede', 'Aba'] }), ['Aba', 'Dede'])
})

test('what a text found narrows a selection to its cells', () => {
  const found = new Map([['aba-1', new Set(['1.1.1'])]])
  const select = (section: string): number =>
    selectCountries(entries, { ...EVERYTHING, text: 'x', section }, found).length
  assert.deepEqual([select(''), select('1.1.1'), select('1.2.1')], [1, 1, 0])
})

test('groups hold every country, first all and then by region', () => {
  assert.deepEqual(
    groupByRegion(entries, 'un').map(({ name, entries: members }) => [name, members.length]),
    [
      ['All countries', 4],
      ['Asia', 2],
      ['Europe', 2],
    ],
  )
  assert.ok(entries.every((country) => isInRegion(country, '')))
})

test('countries are found by the beginning of their names, by code, and in a sentence', () => {
  const list = [
    { code: 'KEN', name: 'Kenya' },
    { code: 'RWA', name: 'Rwanda' },
    { code: 'CIV', name: 'Côte d’Ivoire' },
  ]
  const codes = (found: readonly { code: string }[]): string[] => found.map(({ code }) => code)
  assert.deepEqual(codes(matchCountries(list, 'ken')), ['KEN'])
  assert.deepEqual(codes(matchCountries(list, 'rwa')), ['RWA'])
  assert.deepEqual(codes(matchCountries(list, 'cote')), ['CIV'])
  assert.deepEqual(codes(namedCountries(list, 'rwanda and kenya laws')), ['RWA', 'KEN'])
  assert.deepEqual(codes(namedCountries(list, 'cote d’ivoire')), ['CIV'])
})

test('a file is named after version and choice, in plain letters', () => {
  const summary = { version: '1.2.3' }
  assert.equal(
    fileStem(summary, '1.2.1', 'CIRT', 'Côte d’Ivoire / 2'),
    'cyberwellness-1.2.3-1.2.1-cirt-cote-d-ivoire-2',
  )
})

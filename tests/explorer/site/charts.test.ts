import assert from 'node:assert/strict'
import { test } from 'vitest'
import { makeChart } from '../../../pipeline/explorer/site/charts/make-chart.ts'
import { matchCountries, namedCountries } from '../../../pipeline/explorer/site/model/find-countries.ts'
import { fileStem } from '../../../pipeline/explorer/site/model/row-set.ts'
import { selectCountries } from '../../../pipeline/explorer/site/model/select-countries.ts'
import { correlation, fitLine } from '../../../pipeline/explorer/site/model/statistics.ts'
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

test('a measure is counted by region, in numbers and per cent; regions are those of the ITU where asked', () => {
  assert.deepEqual(readRows(['regions', '1.1.1']), [
    ['All countries', 4, 'present', 2, 50],
    ['All countries', 4, 'absent', 2, 50],
    ['Asia', 2, 'present', 2, 100],
    ['Europe', 2, 'absent', 2, 100],
  ])
  const sentence = 'Present in 50\u00a0% of countries: 100\u00a0% in Asia, 0\u00a0% in Europe.'
  assert.equal(makeChart(['regions', '1.1.1'], {}, entries)?.sentence, sentence)
  const regions = readRows(['regions', '1.1.1'], { by: 'itu' }).map(([region]) => region)
  assert.deepEqual(regions, ['All countries', 'All countries', 'CIS'])
})

test('countries without a figure are left out of the scatter plot, and no country of the histogram', () => {
  const drawn = readRows(['scatter'], { pillar: 'legal' }).map(([name, , x, y]) => `${name} ${x} ${y}`)
  assert.deepEqual(drawn.sort(), ['Aba 10 1', 'Bebe 20 2', 'Cece 30 1'])
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

test('line and correlation are those of the textbook', () => {
  const points = [0, 1, 2].map((x) => ({ x, y: 2 * x + 1 }))
  assert.deepEqual(fitLine(points), { slope: 2, intercept: 1 })
  assert.equal(correlation(points), 1)
  assert.equal(fitLine([{ x: 1, y: 1 }]), null)
})

const FOUND = new Map([['aba-1', new Set(['1.1.1'])]])
test.each<[string, Partial<typeof EVERYTHING>, string[], typeof FOUND?]>([
  ['a status in a section', { statuses: ['present'], section: '1.2.1' }, ['Cece', 'Dede']],
  ['a region', { region: 'Asia' }, ['Aba', 'Bebe']],
  ['a region of the ITU', { region: 'itu:CIS' }, ['Aba']],
  ['some countries', { countries: ['Dede', 'Aba'] }, ['Aba', 'Dede']],
  ['a text that was found', { text: 'x' }, ['Aba'], FOUND],
  ['a text that was found in a section', { text: 'x', section: '1.1.1' }, ['Aba'], FOUND],
  ['a text that was found in another section', { text: 'x', section: '1.2.1' }, [], FOUND],
])('a selection of %s takes the countries with a cell of it', (_, changed, expected, found) => {
  const selected = selectCountries(entries, { ...EVERYTHING, ...changed }, found ?? null)
  assert.equal(selected.map(({ name }) => name).join(), expected.join())
})

const NAMES = Object.entries({ KEN: 'Kenya', RWA: 'Rwanda', CIV: 'Côte d’Ivoire' })
test.each([
  [matchCountries, 'ken', 'KEN'],
  [matchCountries, 'rwa', 'RWA'],
  [matchCountries, 'cote', 'CIV'],
  [namedCountries, 'rwanda and kenya laws', 'RWA KEN'],
  [namedCountries, 'cote d’ivoire', 'CIV'],
])('countries are found by code, beginning of a name, and in a sentence: %o %s', (find, text, codes) => {
  const list = NAMES.map(([code, name]) => ({ code, name }))
  const found = find(list, text).map(({ code }) => code)
  assert.equal(found.join(' '), codes)
})

test('a file is named after version and choice, in plain letters', () => {
  const stem = fileStem({ version: '1.2.3' }, '1.2.1', 'CIRT', 'Côte d’Ivoire / 2')
  assert.equal(stem, 'cyberwellness-1.2.3-1.2.1-cirt-cote-d-ivoire-2')
})

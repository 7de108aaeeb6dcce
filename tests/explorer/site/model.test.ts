import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { test } from 'vitest'
import { parseCorrections } from '../../../pipeline/build/corrections.ts'
import { MEASURES } from '../../../pipeline/explorer/site/model/catalogue.ts'
import { citeSection } from '../../../pipeline/explorer/site/model/citation.ts'
import { correctionLine } from '../../../pipeline/explorer/site/model/correction-entry.ts'
import { csvText } from '../../../pipeline/explorer/site/model/csv-text.ts'
import { sectionChange } from '../../../pipeline/explorer/site/model/edition-changes.ts'
import { COUNT_STEPS, mapClass } from '../../../pipeline/explorer/site/model/map-class.ts'
import {
  moved,
  parseWindow,
  WHOLE_MAP,
  windowText,
  zoomed,
} from '../../../pipeline/explorer/site/model/map-window.ts'
import { markedNote } from '../../../pipeline/explorer/site/model/marked-note.ts'
import {
  firstRows,
  type MatrixOrder,
  matrixGroups,
} from '../../../pipeline/explorer/site/model/matrix-groups.ts'
import { guardFormula } from '../../../pipeline/publish/formula-guard.ts'
import { CORRECTION_COLUMNS } from '../../../schemas/index.ts'
import { entry, record, section } from './entries.ts'

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

const ORDERS: readonly { by: string; order: Partial<MatrixOrder>; expected: string[][] }[] = [
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

for (const { by, order, expected } of ORDERS) {
  test(`rows are ordered by ${by}`, () => assert.deepEqual(names(order), expected))
}

test('the first rows are taken group by group', () => {
  const groups = matrixGroups(entries, { sort: 'name', descending: false, group: 'region' })
  const taken = (count: number): number[] => firstRows(groups, count).map(({ rows }) => rows.length)
  assert.deepEqual([taken(1), taken(3), taken(Number.POSITIVE_INFINITY), taken(0)], [[1], [2, 1], [2, 1], []])
})

test('however the map is moved and enlarged, nothing beyond its edges is shown', () => {
  const step = fc.tuple(
    fc.constantFrom(0.5, 1, 2),
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { x, y, zoom } = steps.reduce(
        (window, [factor, right, down]) => moved(zoomed(window, factor), right, down),
        WHOLE_MAP,
      )
      const half = 0.5 / zoom
      assert.ok(zoom >= 1 && zoom <= 32)
      for (const middle of [x, y]) assert.ok(middle >= half - 1e-9 && middle <= 1 - half + 1e-9)
    }),
  )
})

test('a window comes back from the address', () => {
  const window = moved(zoomed(WHOLE_MAP, 4), 0.5, -0.25)
  assert.deepEqual(parseWindow(windowText(window)), { x: 0.625, y: 0.438, zoom: 4 })
})

test('the whole map, and an address that makes no sense, need no window', () => {
  assert.equal(windowText(WHOLE_MAP), '')
  for (const text of ['', 'a b c', '0.5 0.5', '0.5 0.5 NaN']) assert.deepEqual(parseWindow(text), WHOLE_MAP)
})

test('the evidence is marked and nothing of the note is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, evidence, behind) => {
      const note = before + evidence + behind
      const parts = markedNote(note, evidence)
      assert.equal(parts.map(({ text }) => text).join(''), note)
      assert.deepEqual(
        parts.filter((part) => part.evidence).map(({ text }) => text),
        [evidence],
      )
    }),
  )
})

test('evidence that the note does not hold marks nothing', () => {
  assert.deepEqual(markedNote('A note.', 'other'), [{ text: 'A note.', evidence: false }])
  assert.deepEqual(markedNote('A note.', null), [{ text: 'A note.', evidence: false }])
})

test('every number of measures has a step whose label holds it', () => {
  for (let present = 0; present <= MEASURES.length; present++) {
    const statuses = Object.fromEntries(
      MEASURES.slice(0, present).map(({ code }) => [code, 'present'] as const),
    )
    const { label } = mapClass(entry('Aba', { statuses }), '')
    const [from = -1, to = from] = label.split(' to ').map(Number)
    assert.ok(from <= present && present <= to, `${present} is not in ${label}`)
  }
})

test('the steps follow on each other from 0 to all measures', () => {
  assert.deepEqual(
    COUNT_STEPS.map(({ label }) => label),
    ['0', '1 to 4', '5 to 8', '9 to 12', '13 to 16', '17 to 21'],
  )
})

test('a country has the class of its status in a section', () => {
  assert.equal(mapClass(entry('Aba', { statuses: { '1.2.1': 'partial' } }), '1.2.1').name, 'partial')
})

test('every reader of CSV finds the cells again, formulas marked', () => {
  const cell = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(csvText(['a', 'b'], rows), { record_delimiter: '\n' })
      assert.deepEqual(read, [['a', 'b'], ...rows.map((row) => row.map(guardFormula))])
    }),
  )
})

test('null is an empty cell, and numbers and booleans stand as they are', () => {
  assert.equal(csvText(['a', 'b', 'c'], [[null, 31.07, true]]), 'a,b,c\n,31.07,true\n')
})

test('the line is one that the corrections file takes', () => {
  const line = correctionLine({
    document_id: 'xaa-2014-08-12-0123abcd',
    section_code: '1.2.1',
    column: 'status',
    value: 'partial',
    reason: 'It says “no”, and "then", names one',
    who: 'A. Reader',
    note_sha256: 'a'.repeat(64),
  })
  const [read] = parseCorrections(`${CORRECTION_COLUMNS.join(',')}\n${line}\n`)
  assert.equal(read?.row.reason, 'It says “no”, and "then", names one')
  assert.equal(read?.row.value, 'partial')
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
    citeSection(cited, section({ page: 2 }), 'CIRT'),
    'International Telecommunication Union. Cyberwellness Profile: Ixolund. Last updated on 12 August 2014. Section 1.2.1 (CIRT), page 2. https://source.example/ixolund.pdf. Captured at https://mirror.example/2016/ixolund.pdf. Retrieved on 3 February 2024. File qelvara.pdf, SHA-256 0000000000000000000000000000000000000000000000000000000000000000.',
  )
})

test('a citation leaves out what is not known, and says that a sample is one', () => {
  const text = citeSection(record([], { source_date: null }), null, '')
  assert.match(text, /sample profile of an invented place/)
  assert.doesNotMatch(text, /Union|Captured|Retrieved|Section/)
  assert.match(text, /No date\./)
})

test('a changed note is told word by word', () => {
  const { status, note, parts } = sectionChange(
    section({ status: 'planned', note: 'A team is planned.' }),
    section({ note: 'A team is working.' }),
  )
  assert.ok(status && note)
  assert.deepEqual(
    parts.filter(({ change }) => change !== 'kept').map(({ text, change }) => `${change} ${text}`),
    ['removed planned', 'added working'],
  )
})

test('the former and the present note can both be read from the parts', () => {
  const [before, after] = ['One team, two rooms.', 'Two teams and two rooms.']
  const { parts } = sectionChange(section({ note: before }), section({ note: after }))
  const without = (change: string): string =>
    parts
      .filter((part) => part.change !== change)
      .map(({ text }) => text)
      .join('')
  assert.deepEqual([without('added'), without('removed')], [before, after])
})

test('nothing changed where status, figure and note are the same', () => {
  const { status, note } = sectionChange(section(), section({ page: 2 }))
  assert.deepEqual([status, note], [false, false])
})

test('a note that came is new as a whole', () => {
  const { parts } = sectionChange(section({ note: null }), section({ note: 'A team.' }))
  assert.deepEqual(parts, [{ text: 'A team.', change: 'added' }])
})

test('very long notes are shown whole instead of compared', () => {
  const { parts } = sectionChange(section({ note: 'a '.repeat(20_000) }), section({ note: 'b' }))
  assert.deepEqual(parts, [{ text: 'b', change: 'added' }])
})

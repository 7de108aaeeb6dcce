import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { compareReleases, comparisonMarkdown, openRelease } from '../../pipeline/release/index.ts'
import { type Dataset, STATUSES } from '../../schemas/index.ts'
import type { Traits } from '../build/document-rows.ts'
import { withFolder } from '../publish/read-back.ts'
import {
  changed,
  changedColumn,
  compareDatasets,
  makeDataset,
  type Reshape,
  reshapeTable,
  withoutColumns,
  writeRelease,
} from './written-release.ts'

const AZE: Traits = { file: 'a.pdf', code: 'AZE' }
const NAM: Traits = { file: 'b.pdf', code: 'NAM', date: '2015-01-02' }
const NOR: Traits = { file: 'c.pdf', code: 'NOR', date: null }
const PER: Traits = { file: 'd.pdf', code: 'PER' }
const ITA: Traits = { file: 'e.pdf', code: 'ITA', words: 'Bells rang.' }
const SWE: Traits = { file: 'f.pdf', code: 'SWE', words: 'Bells will ring.' }
const FIN: Traits = { file: 'g.pdf', code: 'FIN' }

/** A dataset without one section of Norway. */
const withoutSection = (dataset: Dataset, code: string): Dataset => ({
  ...dataset,
  indicators: dataset.indicators.filter((row) => row.country_code !== 'NOR' || row.section_code !== code),
})

const OLD = withoutSection(makeDataset(AZE, NAM, NOR, PER, ITA, SWE), '1.1.1')
const READ = makeDataset(AZE, NAM, NOR, { ...ITA, code: 'ALB' }, { ...SWE, bytes: 77 }, FIN)

/** The documents as they were read again, with a change in each table. */
const changeRows = (): Dataset => {
  let now = changed(withoutSection(READ, '2.4'), 'indicators', ({ country_code, section_code }) => {
    const cell = `${country_code} ${section_code}`
    if (cell === 'ALB 2.4') return { status: 'absent' }
    return cell === 'NAM 1.2.3' ? { status: 'absent', status_rule: 'denied', note: 'None.', page: 2 } : {}
  })
  now = changed(now, 'items', ({ country_code }) => (country_code === 'AZE' ? { text: 'Whistle Act' } : {}))
  now = changed(now, 'boxes', ({ document_id }) => (document_id.startsWith('nor') ? { x0: 71 } : {}))
  now = changed(now, 'documents', ({ country_code }) => (country_code === 'AZE' ? { producer: 'Quill' } : {}))
  return changed(now, 'sections', (_, index) => (index === 3 ? { definition: 'Regulation!' } : {}))
}
const NOW = changeRows()
const comparison = await compareDatasets(OLD, NOW)

const findId = ({ documents }: Dataset, code: string): string =>
  documents.find(({ country_code }) => country_code === code)?.document_id ?? assert.fail(code)
const [ALB_ID, NAM_ID] = [findId(NOW, 'ALB'), findId(NOW, 'NAM')]

describe('a comparison', () => {
  it('of the same files finds nothing', async () => {
    const { identical, version_step, schema, not_compared, documents, indicators, ...sides } =
      await compareDatasets(READ, READ)
    assert.deepEqual([identical, version_step, schema, not_compared], [true, 'none', [], []])
    assert.deepEqual([documents.compared, indicators.compared, indicators.statuses.count], [6, 6 * 23, 0])
    assert.deepEqual(sides.old.rows, sides.new.rows)
    assert.equal(sides.new.collection, 'itu-cyberwellness')
  })

  it('lists statuses and notes that changed, and counts other cells and rows of indicators', () => {
    const { statuses, notes, other, rows_added, rows_lost, compared } = comparison.indicators
    const place = { document_id: NAM_ID, country: 'Land of NAM', section_code: '1.2.3' }
    const flipped = { from: 'present', to: 'absent', rule_from: 'stated' }
    assert.deepEqual(statuses.first, [
      { document_id: ALB_ID, country: 'Land of ALB', section_code: '2.4', ...flipped, rule_to: 'stated' },
      { ...place, ...flipped, rule_to: 'denied' },
    ])
    const row = OLD.indicators.find((one) => one.document_id === NAM_ID && one.section_code === '1.2.3')
    assert.deepEqual(notes, { count: 1, first: [{ ...place, from: row?.note, to: 'None.' }] })
    assert.deepEqual(other, { country: 23, country_code: 23, status_rule: 1, page: 1 })
    assert.deepEqual([statuses.count, rows_added, rows_lost, compared], [2, 1, 1, 5 * 23 - 2])
  })

  it('lists documents that were lost, added or have another id, and cells that changed', () => {
    const { lost, added, renamed, changed: cells, compared } = comparison.documents
    const dated = { source_date: '2014-08-12' }
    assert.deepEqual(lost.first, [
      { document_id: findId(OLD, 'PER'), country_code: 'PER', country: 'Land of PER', ...dated },
    ])
    assert.deepEqual(added.first, [
      { document_id: findId(NOW, 'FIN'), country_code: 'FIN', country: 'Land of FIN', ...dated },
    ])
    assert.deepEqual(renamed.first, [
      { from: findId(OLD, 'ITA'), to: ALB_ID, by: 'bytes' },
      { from: findId(OLD, 'SWE'), to: findId(NOW, 'SWE'), by: 'country_and_date' },
    ])
    assert.deepEqual(
      cells.first.filter(({ column }) => column !== 'sha256'),
      [
        { key: ALB_ID, column: 'country_code', from: 'ITA', to: 'ALB' },
        { key: ALB_ID, column: 'country', from: 'Land of ITA', to: 'Land of ALB' },
        { key: findId(NOW, 'AZE'), column: 'producer', from: null, to: 'Quill' },
      ],
    )
    assert.equal(compared, 5)
  })

  it('finds items, boxes, definitions and files that changed', () => {
    const { items, boxes, sections, files, identical } = comparison
    assert.deepEqual([items.lost.count, items.lost.first[0]?.['text']], [1, 'Bell Act'])
    assert.deepEqual([items.added.count, items.added.first[0]?.['text']], [1, 'Whistle Act'])
    assert.deepEqual([sections.changed.count, sections.changed.first[0]?.['to']], [1, 'Regulation!'])
    assert.deepEqual(files, { added: [], lost: [], changed: ['cyberwellness.sqlite'] })
    assert.deepEqual([boxes.notes_moved, identical], [1, false])
  })

  it('as Markdown says what changed, names the first and counts the rest', async () => {
    const silent = changed(makeDataset(AZE), 'indicators', () => ({ status: 'absent', note: 'Silence.' }))
    const old: Reshape = (_, table) => withoutColumns(table, 'stage')
    const text = comparisonMarkdown(await compareDatasets(makeDataset(AZE, NAM), silent, { old }))
    for (const expected of [
      /^# What changed\n/,
      /the new release is a major one/,
      /^Documents: 1 lost, 0 added\. Of 23 indicators that both have, 23 changed their status and 23 the words/m,
      /## Not compared: 1\n\n- `items\.stage`, which the old release lacks/,
      /## Documents lost: 1\n\n- Land of NAM, 2015-01-02 \(`nam-/,
      /## Statuses changed: 23\n/,
      /- Land of AZE 1\.1\.1 \(`aze-[^`]+`\): present \(stated\), now absent/,
      /- and 3 more\n/,
      /\| documents \| 2 \| 1 \|/,
    ]) {
      assert.match(text, expected)
    }
  })

  it('as Markdown shows any words in one line, without mark-up or control characters', () => {
    const { indicators } = comparison
    const show = (to: string): string => {
      const notes = { count: 1, first: [{ ...indicators.notes.first[0], from: 'Before.', to }] }
      return comparisonMarkdown({ ...comparison, indicators: { ...indicators, notes } })
    }
    const [before = '', after = ''] = show('WORDS').split('WORDS')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const page = show(text)
        assert.ok(page.startsWith(before) && page.endsWith(after))
        const shown = page.slice(before.length, page.length - after.length)
        assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}]/u)
        assert.doesNotMatch(shown.replace(/\\./gs, ''), /[`*_[\]<>|~#&]/)
      }),
    )
  })
})

const DESCRIBED: { readonly old: Reshape; readonly now: Reshape } = {
  old: (name, table) => {
    if (name === 'boxes') return null
    if (name !== 'indicators') return table
    return changedColumn(withoutColumns(table, 'evidence', 'status_rule'), 'status', { values: ['a', 'b'] })
  },
  now: (name, table) => {
    if (name === 'items') return { ...table, columns: table.columns.toReversed() }
    if (name === 'matrix') return changedColumn(table, 'cirt', { name: 'team' })
    if (name === 'indicators') return changedColumn(table, 'status', { values: ['b', 'c'] })
    if (name !== 'documents') return table
    return changedColumn(changedColumn(table, 'producer', { name: 'maker' }), 'bytes', { storage: 'float64' })
  },
}
const renameKey = reshapeTable('documents', (table) => changedColumn(table, 'document_id', { name: 'id' }))
const widen = reshapeTable('indicators', (table) =>
  changedColumn(table, 'status', { values: [...STATUSES, 'vague'] }),
)

describe('a release of another version', () => {
  it('is compared in what both have; tables, columns, types and values that differ are listed', async () => {
    const { schema, not_compared, indicators, old } = await compareDatasets(OLD, NOW, DESCRIBED)
    const [rule, evidence] = ['status_rule', 'evidence'].map((column) => ({ table: 'indicators', column }))
    const [producer, maker] = ['producer', 'maker'].map((column) => ({ table: 'documents', column }))
    assert.deepEqual(not_compared, [
      { ...producer, missing_in: 'new' },
      { ...maker, missing_in: 'old' },
      { ...rule, missing_in: 'old' },
      { ...evidence, missing_in: 'old' },
      { table: 'boxes', column: null, missing_in: 'old' },
    ])
    assert.deepEqual(
      schema.filter(({ table }) => table !== 'items'),
      [
        { change: 'table_added', table: 'boxes' },
        { change: 'column_lost', ...producer },
        { change: 'column_added', ...maker },
        { change: 'column_retyped', table: 'documents', column: 'bytes', from: 'integer', to: 'number' },
        { change: 'column_added', ...rule },
        { change: 'column_added', ...evidence },
        { change: 'values_lost', table: 'indicators', column: 'status', values: ['a'] },
        { change: 'values_added', table: 'indicators', column: 'status', values: ['c'] },
        { change: 'column_lost', table: 'matrix', column: 'cirt' },
        { change: 'column_added', table: 'matrix', column: 'team' },
      ],
    )
    assert.ok(schema.some(({ change, column }) => change === 'column_moved' && column === 'text'))
    assert.deepEqual([indicators.statuses.count, indicators.statuses.first[0]?.['rule_from']], [2, null])
    assert.equal(old.version, '0.0.9')
  })

  it('is not taken for empty where a key is missing', async () => {
    const { documents, indicators, not_compared } = await compareDatasets(READ, READ, { now: renameKey })
    assert.equal(documents.lost.count + documents.compared + indicators.compared, 0)
    assert.deepEqual(not_compared[0], { table: 'documents', column: 'document_id', missing_in: 'new' })
  })

  it.for<
    [what: string, step: string, old: Dataset, now: Dataset, reshape?: { old?: Reshape; now?: Reshape }]
  >([
    ['cells', 'patch', READ, changed(READ, 'items', () => ({ text: 'Whistle Act' }))],
    ['documents', 'minor', makeDataset(AZE), makeDataset(AZE, NAM)],
    ['values that it adds', 'minor', READ, READ, { now: widen }],
    ['values that it lost', 'major', READ, READ, { old: widen }],
    ['columns', 'major', READ, READ, { old: renameKey }],
  ])('calls with other %s for a %s version', async ([, step, old, now, reshape]) => {
    assert.equal((await compareDatasets(old, now, reshape)).version_step, step)
  })
})

const land = fc.record({
  code: fc.constantFrom('AZE', 'NAM', 'NOR', 'PER'),
  date: fc.constantFrom(null, '2013-01-01', '2015-06-30'),
  bytes: fc.integer({ min: 1, max: 6 }),
  status: fc.constantFrom(...STATUSES.filter((status) => status !== 'reported')),
})
const lands = fc
  .uniqueArray(land, { selector: ({ bytes }) => bytes, maxLength: 5 })
  .map((all) =>
    makeDataset(...all.map((one) => ({ ...one, file: `${one.bytes}.pdf`, words: `Of ${one.bytes}.` }))),
  )

/** Statuses by document and section; `rename` gives the id that a document has in the other release. */
const findStatuses = ({ indicators }: Dataset, rename = (id: string): string => id): Map<string, string> =>
  new Map(indicators.map((row) => [`${rename(row.document_id)} ${row.section_code}`, row.status]))

it('any two releases give every document once, and the statuses that row by row differ', () =>
  fc.assert(
    fc.asyncProperty(fc.array(lands, { minLength: 6, maxLength: 6 }), (datasets) =>
      withFolder(async (folder) => {
        const write = async (dataset: Dataset, index: number) => {
          const release = await openRelease(await writeRelease(join(folder, String(index)), dataset))
          return { dataset, release }
        }
        const releases = await Promise.all(datasets.map(write))
        for (const [old, now] of releases.flatMap((one) => releases.map((other) => [one, other] as const))) {
          const { documents, indicators } = compareReleases(old.release, now.release)
          assert.equal(documents.compared + documents.lost.count, old.dataset.documents.length)
          assert.equal(documents.compared + documents.added.count, now.dataset.documents.length)
          const oldIds = new Map(documents.renamed.first.map(({ from, to }) => [to, String(from)]))
          const former = findStatuses(old.dataset)
          const latter = findStatuses(now.dataset, (id) => oldIds.get(id) ?? id)
          const differing = [...latter].filter(([cell, status]) => (former.get(cell) ?? status) !== status)
          assert.equal(indicators.statuses.count, differing.length)
          assert.equal(indicators.compared, documents.compared * 23)
        }
      }),
    ),
    { numRuns: 2 },
  ))

import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Comparison,
  compareReleases,
  comparisonMarkdown,
  openRelease,
} from '../../pipeline/release/index.ts'
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

/** The dataset of documents, without the tables that are the same in every release. */
const make = (...traits: readonly Traits[]): Dataset => ({
  ...makeDataset(...traits),
  entities: [],
  countries: [],
})

const OLD = withoutSection(make(AZE, NAM, NOR, PER, ITA, SWE), '1.1.1')
const READ = make(AZE, NAM, NOR, { ...ITA, code: 'ALB' }, { ...SWE, bytes: 77 }, FIN)

/** The documents as they were read again, with a change in each table. */
const changeRows = (): Dataset => {
  let now = changed(withoutSection(READ, '2.4'), 'indicators', ({ country_code, section_code }) => {
    const cell = `${country_code} ${section_code}`
    if (cell === 'ALB 2.4' || country_code === 'SWE') return { status: 'absent' }
    return cell === 'NAM 1.2.3' ? { status: 'absent', status_rule: 'denied', note: 'None.', page: 2 } : {}
  })
  now = changed(now, 'items', ({ country_code }) => (country_code === 'AZE' ? { text: 'Whistle Act' } : {}))
  now = changed(now, 'boxes', ({ document_id }) => (document_id.startsWith('nor') ? { x0: 71 } : {}))
  now = changed(now, 'documents', ({ country_code }) => (country_code === 'AZE' ? { producer: 'Quill' } : {}))
  return changed(now, 'sections', (_, index) => (index === 3 ? { area: 'bells' } : {}))
}
const NOW = changeRows()

/** The forms of other versions: each change of tables, columns, types and lists of values. */
const OLDER: Reshape = (name, table) => {
  if (name === 'boxes') return null
  if (name !== 'indicators') return table
  return changedColumn(withoutColumns(table, 'evidence', 'status_rule'), 'status', { values: ['a', 'b'] })
}
const NEWER: Reshape = (name, table) => {
  if (name === 'items') {
    const [first, second, ...columns] = table.columns
    return first && second ? { ...table, columns: [second, first, ...columns] } : table
  }
  if (name === 'matrix') return changedColumn(table, 'cirt', { name: 'team' })
  if (name === 'indicators') return changedColumn(table, 'status', { values: ['b', 'c'] })
  if (name !== 'documents') return table
  return changedColumn(changedColumn(table, 'producer', { name: 'maker' }), 'bytes', { storage: 'float64' })
}
const renameKey = reshapeTable('documents', (table) => changedColumn(table, 'document_id', { name: 'id' }))
const widen = reshapeTable('indicators', (table) =>
  changedColumn(table, 'status', { values: [...STATUSES, 'vague'] }),
)

type Reshaped = { readonly old?: Reshape; readonly now?: Reshape }

/** A comparison as Markdown, which names the folders of the releases. */
const describeComparison = (comparison: Comparison): string =>
  comparisonMarkdown({
    ...comparison,
    old: { ...comparison.old, folder: 'old' },
    new: { ...comparison.new, folder: 'new' },
  })

describe('a comparison', () => {
  // read what changed in these files before you renew them by `make golden`
  it.for<[name: string, old: Dataset, now: Dataset, reshape?: Reshaped]>([
    ['the same files', READ, READ],
    ['changed rows of every table', OLD, NOW],
    ['other tables, columns, types and values', OLD, NOW, { old: OLDER, now: NEWER }],
    ['a missing key', READ, READ, { now: renameKey }],
  ])('of %s finds what is expected', async ([name, old, now, reshape]) => {
    const text = describeComparison(await compareDatasets(old, now, reshape))
    await expect(text).toMatchFileSnapshot(`../fixtures/comparisons/${name.replaceAll(/,? /g, '-')}.md`)
  })

  it.for<[what: string, step: string, old: Dataset, now: Dataset, reshape?: Reshaped]>([
    ['nothing else', 'none', READ, READ],
    ['other cells', 'patch', READ, changed(READ, 'items', () => ({ text: 'Whistle Act' }))],
    ['other documents', 'minor', makeDataset(AZE), makeDataset(AZE, NAM)],
    ['more values of a list', 'minor', READ, READ, { now: widen }],
    ['fewer values of a list', 'major', READ, READ, { old: widen }],
    ['other columns', 'major', READ, READ, { old: renameKey }],
  ])('with %s calls for a version step: %s', async ([, step, old, now, reshape]) => {
    const { version_step, identical } = await compareDatasets(old, now, reshape)
    assert.deepEqual([version_step, identical], [step, step === 'none'])
  })

  it('counts the indicators that only one release has', async () => {
    const { rows_added, rows_lost, compared } = (await compareDatasets(OLD, NOW)).indicators
    assert.deepEqual([rows_added, rows_lost, compared], [1, 1, 5 * 23 - 2])
  })

  it('as Markdown shows any words in one line, without mark-up or control characters', async () => {
    const comparison = await compareDatasets(OLD, NOW)
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

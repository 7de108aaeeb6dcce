import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type Comparison, compareReleases, openRelease } from '../../pipeline/release/index.ts'
import { type Dataset, STATUSES } from '../../schemas/index.ts'
import type { Traits } from '../build/document-rows.ts'
import { withFolder } from '../publish/read-back.ts'
import {
  changed,
  makeDataset,
  type Reshape,
  renamedColumn,
  withoutColumns,
  writeRelease,
} from './written-release.ts'

const LANDS: readonly Traits[] = [
  { file: 'a.pdf', code: 'AZE' },
  { file: 'b.pdf', code: 'NAM', date: '2015-01-02' },
  { file: 'c.pdf', code: 'NOR', date: null },
]

/** Writes two releases and compares them. */
const compare = (
  old: Dataset,
  now: Dataset,
  reshape: { readonly old?: Reshape; readonly now?: Reshape } = {},
): Promise<Comparison> =>
  withFolder(async (folder) => {
    const before = await openRelease(await writeRelease(join(folder, 'old'), old, reshape.old))
    const after = await openRelease(await writeRelease(join(folder, 'new'), now, reshape.now))
    return await compareReleases(before, after)
  })

describe('two releases of the same files', () => {
  it('are identical, and nothing is found', async () => {
    const comparison = await compare(await makeDataset(...LANDS), await makeDataset(...LANDS))
    assert.equal(comparison.identical, true)
    assert.equal(comparison.version_step, 'none')
    assert.deepEqual(comparison.schema, [])
    assert.deepEqual(comparison.not_compared, [])
    assert.equal(comparison.documents.compared, 3)
    assert.equal(comparison.indicators.compared, 69)
    assert.equal(comparison.indicators.statuses.count, 0)
    assert.deepEqual(comparison.old.rows, comparison.new.rows)
    assert.equal(comparison.new.collection, 'itu-cyberwellness')
  })
})

describe('cells', () => {
  it('that changed are listed if statuses or notes, and otherwise counted by column', async () => {
    const old = await makeDataset(...LANDS)
    const now = changed(old, 'indicators', ({ document_id, section_code }) =>
      document_id.startsWith('nam') && section_code === '1.2.3'
        ? { status: 'absent', status_rule: 'denied', note: 'None.', page: 2 }
        : {},
    )
    const { identical, indicators, files, version_step } = await compare(old, now)
    const [from] = old.indicators.filter(
      (row) => row.document_id.startsWith('nam') && row.section_code === '1.2.3',
    )
    const place = { document_id: from?.document_id, country: 'Land of NAM', section_code: '1.2.3' }
    assert.equal(identical, false)
    assert.deepEqual(indicators.statuses, {
      count: 1,
      first: [{ ...place, from: 'present', to: 'absent', rule_from: 'stated', rule_to: 'denied' }],
    })
    assert.deepEqual(indicators.notes, { count: 1, first: [{ ...place, from: from?.note, to: 'None.' }] })
    assert.deepEqual(indicators.other, { status_rule: 1, page: 1 })
    assert.deepEqual(files, { added: [], lost: [], changed: ['cyberwellness.sqlite'] })
    assert.equal(version_step, 'patch')
  })

  it('of sections that came or went are counted as rows', async () => {
    const all = await makeDataset(...LANDS)
    const fewer = { ...all, indicators: all.indicators.filter((row) => row.section_code !== '2.4') }
    assert.equal((await compare(all, fewer)).indicators.rows_lost, 3)
    const { indicators } = await compare(fewer, all)
    assert.deepEqual([indicators.rows_added, indicators.compared], [3, 66])
  })

  it('of items, boxes, documents and the codebook are compared too', async () => {
    const old = await makeDataset(...LANDS)
    let now = changed(old, 'items', ({ document_id }) =>
      document_id.startsWith('aze') ? { text: 'Whistle Act' } : {},
    )
    now = changed(now, 'boxes', (_, index) => (index === 2 ? { x0: 71 } : {}))
    now = changed(now, 'documents', (_, index) => (index === 0 ? { producer: 'Quill' } : {}))
    now = changed(now, 'sections', (_, index) => (index === 3 ? { definition: 'Regulation!' } : {}))
    const { items, boxes, documents, sections } = await compare(old, now)
    assert.deepEqual(
      [items.lost.first[0]?.['text'], items.added.first[0]?.['text']],
      ['Bell Act', 'Whistle Act'],
    )
    assert.equal(items.added.count, 1)
    assert.equal(boxes.notes_moved, 1)
    assert.deepEqual(documents.changed.first, [
      { key: old.documents[0]?.document_id, column: 'producer', from: null, to: 'Quill' },
    ])
    assert.equal(sections.changed.first[0]?.['to'], 'Regulation!')
  })
})

describe('documents', () => {
  it('are listed where they were lost or added', async () => {
    const { documents, version_step } = await compare(
      await makeDataset(...LANDS.slice(0, 2)),
      await makeDataset(...LANDS.slice(1)),
    )
    assert.deepEqual(
      documents.lost.first.map(({ country_code }) => country_code),
      ['AZE'],
    )
    assert.deepEqual(documents.added.first, [
      {
        document_id: documents.added.first[0]?.['document_id'],
        country_code: 'NOR',
        country: 'Land of NOR',
        source_date: null,
      },
    ])
    assert.equal(documents.compared, 1)
    assert.equal(version_step, 'minor')
  })

  it('are recognised by their bytes when country or date is read in another way', async () => {
    const redated = LANDS.map((land) => (land.code === 'NOR' ? { ...land, code: 'ALB', words: 'x' } : land))
    const plain = LANDS.map((land) => (land.code === 'NOR' ? { ...land, words: 'x' } : land))
    const { documents, indicators } = await compare(
      await makeDataset(...plain),
      changed(await makeDataset(...redated), 'indicators', ({ country_code }) =>
        country_code === 'ALB' ? { status: 'absent' } : {},
      ),
    )
    assert.equal(documents.lost.count + documents.added.count, 0)
    assert.equal(documents.renamed.first[0]?.['by'], 'bytes')
    assert.match(String(documents.renamed.first[0]?.['to']), /^alb-undated-/)
    assert.equal(indicators.statuses.count, 23)
    assert.equal(indicators.statuses.first[0]?.['country'], 'Land of ALB')
  })

  it('are recognised by country and date when they come in other bytes', async () => {
    const refetched = LANDS.map((land) => (land.code === 'NAM' ? { ...land, bytes: 77, words: 'x' } : land))
    const plain = LANDS.map((land) => (land.code === 'NAM' ? { ...land, words: 'x' } : land))
    const { documents, indicators } = await compare(
      await makeDataset(...plain),
      await makeDataset(...refetched),
    )
    assert.equal(documents.lost.count + documents.added.count, 0)
    assert.equal(documents.renamed.first[0]?.['by'], 'country_and_date')
    assert.equal(indicators.notes.count, 0)
  })
})

describe('a release of another version', () => {
  it('is compared where both releases have data; what it lacks is listed', async () => {
    const now = await makeDataset(...LANDS)
    const old = changed(now, 'indicators', (_, index) => (index === 5 ? { status: 'absent' } : {}))
    const comparison = await compare(old, now, {
      old: (name, table) =>
        name === 'boxes'
          ? null
          : name === 'indicators'
            ? withoutColumns(table, 'evidence', 'status_rule')
            : table,
    })
    assert.deepEqual(comparison.not_compared, [
      { table: 'indicators', column: 'status_rule', missing_in: 'old' },
      { table: 'indicators', column: 'evidence', missing_in: 'old' },
      { table: 'boxes', column: null, missing_in: 'old' },
    ])
    assert.deepEqual(comparison.schema, [
      { change: 'table_added', table: 'boxes' },
      { change: 'column_added', table: 'indicators', column: 'status_rule' },
      { change: 'column_added', table: 'indicators', column: 'evidence' },
    ])
    assert.equal(comparison.indicators.statuses.count, 1)
    assert.equal(comparison.indicators.statuses.first[0]?.['rule_from'], null)
    assert.equal(comparison.version_step, 'major')
    assert.equal(comparison.old.version, '0.0.9')
  })

  it('names columns that are lost, added, moved or of another type', async () => {
    const dataset = await makeDataset(...LANDS)
    const { schema } = await compare(dataset, dataset, {
      now: (name, table) => {
        if (name === 'items') return { ...table, columns: table.columns.toReversed() }
        if (name !== 'documents') return table
        const renamed = renamedColumn(table, 'producer', 'made_by')
        return {
          ...renamed,
          columns: renamed.columns.map((column) =>
            column.name === 'bytes' ? { ...column, storage: 'float64' } : column,
          ),
        }
      },
    })
    assert.deepEqual(
      schema.filter(({ table }) => table === 'documents'),
      [
        { change: 'column_lost', table: 'documents', column: 'producer' },
        { change: 'column_added', table: 'documents', column: 'made_by' },
        { change: 'column_retyped', table: 'documents', column: 'bytes', from: 'integer', to: 'number' },
      ],
    )
    assert.ok(schema.some((change) => change.change === 'column_moved' && change.column === 'text'))
  })

  it('is compared in its views and lists of values, where both releases describe them', async () => {
    const dataset = await makeDataset(...LANDS)
    const describe = (columns: readonly string[], statuses: readonly string[]) => {
      const constraints = { required: true }
      const view = columns.map((name) => ({ name, type: 'string', constraints }))
      const status = { name: 'status', type: 'string', constraints: { ...constraints, enum: statuses } }
      const resources = [
        { path: 'matrix.csv', schema: { fields: view } },
        { path: 'indicators.csv', schema: { fields: [status] } },
        { path: 'explorer/index.html' },
      ]
      return { 'datapackage.json': JSON.stringify({ version: '1.0.0', resources }) }
    }
    const old = describe(['a', 'b'], ['present', 'absent'])
    const now = describe(['b', 'c'], ['present', 'vague'])
    const compareDescribed = (before: typeof old, after: typeof now) =>
      withFolder(async (folder) =>
        compareReleases(
          await openRelease(await writeRelease(join(folder, 'old'), dataset, undefined, before)),
          await openRelease(await writeRelease(join(folder, 'new'), dataset, undefined, after)),
        ),
      )
    const { schema, old: before } = await compareDescribed(old, now)
    assert.equal(before.version, '1.0.0')
    assert.deepEqual(schema, [
      { change: 'values_lost', table: 'indicators', column: 'status', values: ['absent'] },
      { change: 'values_added', table: 'indicators', column: 'status', values: ['vague'] },
      { change: 'column_lost', table: 'matrix', column: 'a' },
      { change: 'column_added', table: 'matrix', column: 'c' },
    ])
    const wider = describe(['a', 'b'], ['present', 'absent', 'vague'])
    assert.equal((await compareDescribed(old, wider)).version_step, 'minor')
  })

  it('is not taken for empty where a key is missing', async () => {
    const dataset = await makeDataset(...LANDS)
    const { documents, indicators, not_compared } = await compare(dataset, dataset, {
      now: (name, table) => (name === 'documents' ? renamedColumn(table, 'document_id', 'id') : table),
    })
    assert.equal(documents.lost.count + documents.compared + indicators.compared, 0)
    assert.deepEqual(not_compared[0], { table: 'documents', column: 'document_id', missing_in: 'new' })
  })
})

describe('any two releases', () => {
  const land = fc.record({
    code: fc.constantFrom('AZE', 'NAM', 'NOR', 'PER'),
    date: fc.constantFrom(null, '2013-01-01', '2015-06-30'),
    bytes: fc.integer({ min: 1, max: 6 }),
    status: fc.constantFrom(...STATUSES.filter((status) => status !== 'reported')),
  })
  const lands = fc
    .uniqueArray(land, { selector: ({ bytes }) => bytes, maxLength: 5 })
    .map((all) => all.map((one) => ({ ...one, file: `${one.bytes}.pdf`, words: `Words of ${one.bytes}.` })))

  it('give every document once, as compared, lost or added, and the statuses that row by row differ', () =>
    fc.assert(
      fc.asyncProperty(lands, lands, async (before, after) => {
        const [old, now] = [await makeDataset(...before), await makeDataset(...after)]
        const { documents, indicators } = await compare(old, now)
        assert.equal(documents.compared + documents.lost.count, old.documents.length)
        assert.equal(documents.compared + documents.added.count, now.documents.length)
        const oldIds = new Map(documents.renamed.first.map(({ from, to }) => [to, from]))
        const former = new Map(
          old.indicators.map((row) => [`${row.document_id} ${row.section_code}`, row.status]),
        )
        const differing = now.indicators.filter(({ document_id, section_code, status }) => {
          const from = former.get(`${oldIds.get(document_id) ?? document_id} ${section_code}`)
          return from !== undefined && from !== status
        })
        assert.equal(indicators.statuses.count, differing.length)
        assert.equal(indicators.compared, documents.compared * 23)
      }),
      { numRuns: 25 },
    ))
})

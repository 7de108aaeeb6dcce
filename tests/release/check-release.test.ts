import assert from 'node:assert/strict'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { checkRelease, type ReleaseCheck } from '../../pipeline/release/index.ts'
import type { Dataset } from '../../schemas/index.ts'
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

const land = (index: number): Traits => ({
  file: `${index}.pdf`,
  code: `A${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
})
const lands = (count: number): Traits[] => Array.from({ length: count }, (_, index) => land(index))

const FIVE = await makeDataset(...lands(5))
const NINETEEN = await makeDataset(...lands(19))
const TWENTY_FIVE = await makeDataset(...lands(25))
const SPECIMENS = await makeDataset(
  ...lands(5).map((traits): Traits => ({ ...traits, collection: 'specimen' })),
)
const FOUR = await makeDataset(...lands(4))
const SIX = await makeDataset(...lands(6))
const OTHER = await makeDataset(land(30))
const KEPT_WORDS = { ...land(0), words: 'The same words.' }

const TWO = await makeDataset(KEPT_WORDS, land(1))
const REFETCHED = await makeDataset({ ...KEPT_WORDS, bytes: 9 }, land(1))

/** Checks a release that follows another; `reshape` gives either the form of another version. */
const check = (
  old: Dataset | null,
  now: Dataset,
  { accept = false, reshape = {} }: { accept?: boolean; reshape?: { old?: Reshape; now?: Reshape } } = {},
): Promise<ReleaseCheck> =>
  withFolder(async (folder) => {
    const previous = old ? await writeRelease(join(folder, 'old'), old, reshape.old) : null
    return checkRelease(previous, await writeRelease(join(folder, 'new'), now, reshape.now), accept)
  })

/** The beginnings of the sentences of findings. */
const listKinds = (findings: ReleaseCheck['reasons']): string[] =>
  findings.map(({ message }) => message.replace(/[:;,].*/, ''))

/** The same with another status in the first rows. */
const flip = (dataset: Dataset, rows: number): Dataset =>
  changed(dataset, 'indicators', (_, index) => (index < rows ? { status: 'absent' } : {}))

/** Changes one table of a release. */
const reshapeTable =
  (table: string, change: (draft: Parameters<Reshape>[1]) => ReturnType<Reshape>): Reshape =>
  (name, draft) =>
    name === table ? change(draft) : draft

const older: Reshape = (name, table) => {
  if (name === 'boxes') return null
  return name === 'indicators' ? withoutColumns(table, 'evidence') : table
}

const VERSION_REMARK = 'The version is still that of the previous release'

describe('a release is taken', () => {
  test.for<[what: string, old: Dataset | null, now: Dataset, remarks: string[], reshape?: { old: Reshape }]>([
    ['as the first one', null, FIVE, []],
    ['when nothing changed', FIVE, FIVE, []],
    ['with a flipped status', FIVE, flip(FIVE, 1), ['Statuses changed']],
    ['with more documents', FIVE, SIX, ['Documents were added', VERSION_REMARK]],
    [
      'after a release by an older version',
      FIVE,
      flip(FIVE, 1),
      ['Statuses changed', 'Not compared', VERSION_REMARK],
      { old: older },
    ],
    ['over samples', SPECIMENS, OTHER, ['The previous release held samples']],
    ['where a document comes in other bytes', TWO, REFETCHED, ['Documents have another id']],
  ])('%s, with the remarks that belong to it', async ([, old, now, expected, reshape = {}]) => {
    const { taken, acceptable, reasons, remarks } = await check(old, now, { reshape })
    assert.deepEqual([taken, acceptable, reasons], [true, true, []])
    assert.deepEqual(listKinds(remarks), expected)
  })

  test('and its remarks say how much changed', async () => {
    const { remarks } = await check(FIVE, flip(FIVE, 1), { reshape: { old: older } })
    assert.equal(remarks[0]?.message, 'Statuses changed: 1 of 115 (0.9 %).')
    assert.match(remarks[1]?.message ?? '', /: indicators\.evidence, boxes\.$/)
  })

  test('with more than is expected, which is remarked', async () => {
    const dataset = await makeDataset(...lands(201))
    const plenty = { ...dataset, items: Array.from({ length: 11 }, () => dataset.items).flat() }
    const { taken, remarks } = await check(null, plenty)
    assert.equal(taken, true)
    assert.deepEqual(
      remarks.map(({ message }) => message),
      ['More was read than expected: 201 countries, at most 200 expected.'],
    )
  })
})

describe('a release is rejected unless it is accepted', () => {
  test.for<[what: string, kind: string, old: Dataset, now: Dataset, reshape?: { now: Reshape }]>([
    ['with a lost country', 'Documents of the previous release are missing', FIVE, FOUR],
    [
      'with a renamed column',
      'Columns are missing',
      FIVE,
      FIVE,
      { now: reshapeTable('indicators', (table) => renamedColumn(table, 'evidence', 'words')) },
    ],
    [
      'with a renamed key',
      'Columns are missing',
      FIVE,
      FIVE,
      { now: reshapeTable('documents', (table) => renamedColumn(table, 'document_id', 'id')) },
    ],
    ['with a lost table', 'Tables are missing', FIVE, FIVE, { now: reshapeTable('boxes', () => null) }],
    [
      'with a column of another type',
      'Columns have another type',
      FIVE,
      FIVE,
      {
        now: (_, table) => ({
          ...table,
          columns: table.columns.map((one) => (one.name === 'page' ? { ...one, storage: 'float64' } : one)),
        }),
      },
    ],
    ['with more than two in a hundred statuses changed', 'Too many statuses changed', FIVE, flip(FIVE, 3)],
    [
      'with a shrunken table',
      'A table has far fewer rows',
      NINETEEN,
      { ...NINETEEN, items: NINETEEN.items.slice(0, 8) },
    ],
    ['with fewer items than are expected', 'Less was read than expected', TWENTY_FIVE, TWENTY_FIVE],
  ])('%s', async ([, kind, old, now, reshape = {}]) => {
    const rejected = await check(old, now, { reshape })
    assert.deepEqual([rejected.taken, rejected.acceptable], [false, true])
    assert.ok(listKinds(rejected.reasons).includes(kind), JSON.stringify(rejected.reasons))
    for (const { message } of rejected.reasons) assert.match(message, /^[A-Z].*[^.]\.$/)
    const accepted = await check(old, now, { accept: true, reshape })
    assert.equal(accepted.taken, true)
    assert.deepEqual(accepted.reasons, rejected.reasons)
  })

  test('where the previous one was changed since', () =>
    withFolder(async (folder) => {
      const previous = await writeRelease(join(folder, 'old'), FIVE)
      const now = await writeRelease(join(folder, 'new'), FIVE)
      await appendFile(join(previous, 'cyberwellness.sqlite'), 'x')
      const { reasons } = await checkRelease(previous, now, false)
      assert.deepEqual(listKinds(reasons), ['The previous release cannot be compared'])
      assert.equal((await checkRelease(previous, now, true)).taken, true)
    }))
})

describe('samples never replace', () => {
  test('real data, even if they are accepted', async () => {
    const { taken, acceptable, reasons } = await check(FIVE, SPECIMENS, { accept: true })
    assert.deepEqual([taken, acceptable], [false, false])
    assert.deepEqual(listKinds(reasons), ['This release holds samples about invented places'])
  })

  test('a release whose content is unknown', () =>
    withFolder(async (folder) => {
      const previous = await writeRelease(join(folder, 'old'), FIVE)
      const now = await writeRelease(join(folder, 'new'), SPECIMENS)
      await appendFile(join(previous, 'cyberwellness.sqlite'), 'x')
      assert.equal((await checkRelease(previous, now, true)).taken, false)
      const old = await writeRelease(previous, FIVE, (_, table) => withoutColumns(table, 'collection'))
      assert.equal((await checkRelease(old, now, true)).taken, false)
    }))
})

test('a release that is broken itself is an error, not a verdict', () =>
  withFolder(async (folder) => {
    const now = await writeRelease(join(folder, 'new'), FIVE)
    await appendFile(join(now, 'cyberwellness.sqlite'), 'x')
    await assert.rejects(checkRelease(null, now, true), CliError)
  }))

import assert from 'node:assert/strict'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { CliError } from '../../pipeline/io/errors.ts'
import { checkRelease } from '../../pipeline/release/index.ts'
import type { Dataset } from '../../schemas/index.ts'
import type { Traits } from '../build/document-rows.ts'
import { withFolder } from '../publish/read-back.ts'
import {
  changed,
  changedColumn,
  makeDataset,
  type Reshape,
  reshapeTable,
  withoutColumns,
  writeRelease,
} from './written-release.ts'

const land = (index: number, more: Partial<Traits> = {}): Traits => ({
  file: `${index}.pdf`,
  code: `A${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
  ...more,
})
const lands = (count: number, more: Partial<Traits> = {}): Dataset =>
  makeDataset(...Array.from({ length: count }, (_, index) => land(index, more)))

const FIVE = lands(5)
const SAMPLES = lands(5, { collection: 'specimen' })
const NINETEEN = lands(19)
const BEFORE = makeDataset(land(0, { words: 'The same.' }), land(1))
const REFETCHED = makeDataset(land(0, { words: 'The same.', bytes: 9 }), land(1))

/** Five documents with another status in the first rows. */
const flip = (rows: number): Dataset =>
  changed(FIVE, 'indicators', (_, index) => (index < rows ? { status: 'absent' } : {}))

const damage = (folder: string): Promise<void> => appendFile(join(folder, 'cyberwellness.sqlite'), 'x')
const rename = (table: string, from: string, to: string): Reshape =>
  reshapeTable(table, (draft) => changedColumn(draft, from, { name: to }))
const retype = reshapeTable('items', (items) => changedColumn(items, 'page', { storage: 'float64' }))
const dropBoxes: Reshape = (name, table) => (name === 'boxes' ? null : table)
const dropColumn =
  (column: string): Reshape =>
  (_, table) =>
    withoutColumns(table, column)

/**
 * A release that follows another, each of five documents if not said otherwise, and how the sentences about it begin:
 * `!` stops it unless a person accepts it, `!!` stops it all the same.
 */
interface Case {
  readonly what: string
  readonly old?: Dataset | null
  readonly now?: Dataset
  readonly shapeOld?: Reshape
  readonly shapeNow?: Reshape
  /** Whether the previous release was damaged after it was made. */
  readonly damaged?: true
  readonly found: readonly string[]
}

const VERSION = 'The version is still that of the previous release, although '
const NOT_COMPARED = 'Not compared, because the previous release does not have them: '
const DAMAGED = '! The previous release cannot be compared: '
const REAL = '!! This release holds samples about invented places, the previous one real profiles'
const MAYBE_REAL = '!! This release holds samples about invented places, and the previous one may hold real'
const LOST = [
  '! Documents of the previous release are missing: aae-',
  '! A table has far fewer rows: indicators',
]
const RENAMED = ['! Columns are missing: indicators.evidence.', `${NOT_COMPARED}indicators.words.`, VERSION]
const KEYLESS = ['! Columns are missing: documents.document_id.', `${NOT_COMPARED}documents.id.`, VERSION]
const FEW_ITEMS = '! Less was read than expected: 1 items a document, at least 10 expected.'
const FLIPPED = '! Too many statuses changed: 3 of 115 (2.6 %), at most 2.0 % expected.'
const SHRUNKEN = '! A table has far fewer rows: items has 8, and had 19.'
const fewerItems = { ...NINETEEN, items: NINETEEN.items.slice(0, 8) }
const tooMany = 'More was read than expected: 201 countries, at most 200 expected.'

const CASES: readonly Case[] = [
  { what: 'the first release', old: null, found: [] },
  { what: 'the same again', found: [] },
  { what: 'a flipped status', now: flip(1), found: ['Statuses changed: 1 of 115 (0.9 %).'] },
  { what: 'more documents', now: lands(6), found: ['Documents were added: aaf-', VERSION] },
  { what: 'a table more', shapeOld: dropBoxes, found: [`${NOT_COMPARED}boxes.`, VERSION] },
  {
    what: 'a column more',
    shapeOld: dropColumn('note'),
    found: [`${NOT_COMPARED}indicators.note.`, VERSION],
  },
  { what: 'real profiles over samples', old: SAMPLES, found: ['The previous release held samples;'] },
  { what: 'other bytes', old: BEFORE, now: REFETCHED, found: ['Documents have another id: aaa-'] },
  { what: '201 countries', old: null, now: lands(201), found: [FEW_ITEMS, tooMany] },
  { what: 'a lost country', now: lands(4), found: [...LOST, VERSION] },
  { what: 'a renamed column', shapeNow: rename('indicators', 'evidence', 'words'), found: RENAMED },
  { what: 'a renamed key', shapeNow: rename('documents', 'document_id', 'id'), found: KEYLESS },
  { what: 'a lost table', shapeNow: dropBoxes, found: ['! Tables are missing: boxes.', VERSION] },
  { what: 'another type', shapeNow: retype, found: ['! Columns have another type: items.page.', VERSION] },
  { what: 'many flipped statuses', now: flip(3), found: [FLIPPED] },
  { what: 'a shrunken table', old: NINETEEN, now: fewerItems, found: [SHRUNKEN] },
  { what: 'few items', old: null, now: lands(25), found: [FEW_ITEMS] },
  { what: 'a damaged release before it', damaged: true, found: [DAMAGED] },
  { what: 'samples over real profiles', now: SAMPLES, found: [REAL] },
  { what: 'samples over what may be real', now: SAMPLES, shapeOld: dropColumn('collection'), found: [REAL] },
  { what: 'samples over a damaged release', now: SAMPLES, damaged: true, found: [DAMAGED, MAYBE_REAL] },
]

test.for(CASES)('the check of $what finds what it should, and rejects accordingly', ({ found, ...one }) =>
  withFolder(async (folder) => {
    const { old = FIVE, now = FIVE, damaged = false } = one
    const previous = old && (await writeRelease(join(folder, 'old'), old, one.shapeOld))
    if (previous && damaged) await damage(previous)
    const release = await writeRelease(join(folder, 'new'), now, one.shapeNow)
    const checked = await checkRelease(previous, release, false)
    const accepted = await checkRelease(previous, release, true)
    const MARKS = { remarks: '', stops: '! ', forbids: '!! ' }
    const all = [...checked.reasons, ...checked.remarks].map(({ weight, message }) => MARKS[weight] + message)
    const beginnings = all.map((text, index) => text.slice(0, found[index]?.length))
    assert.deepEqual(beginnings, found)
    for (const text of all) assert.match(text, /^(!+ )?[A-Z].*[^.]\.$/)
    const acceptable = !found.some((text) => text.startsWith('!!'))
    assert.deepEqual(
      [checked.taken, checked.acceptable, accepted.taken, accepted.acceptable],
      [!found.some((text) => text.startsWith('!')), acceptable, acceptable, acceptable],
    )
    assert.deepEqual([accepted.reasons, accepted.remarks], [checked.reasons, checked.remarks])
  }),
)

test('a release that is broken itself is an error, not a verdict', () =>
  withFolder(async (folder) => {
    const now = await writeRelease(join(folder, 'new'), FIVE)
    await damage(now)
    await assert.rejects(checkRelease(null, now, true), CliError)
  }))

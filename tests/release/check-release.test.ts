import assert from 'node:assert/strict'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
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
const [NINETEEN, MANY] = [lands(19), lands(201)]
const BEFORE = makeDataset(land(0, { words: 'The same.' }), land(1))
const REFETCHED = makeDataset(land(0, { words: 'The same.', bytes: 9 }), land(1))

/** Five documents with another status in the first rows. */
const flip = (rows: number): Dataset =>
  changed(FIVE, 'indicators', (_, index) => (index < rows ? { status: 'absent' } : {}))

const OLDER: Reshape = (name, table) => (name === 'boxes' ? null : withoutColumns(table, 'evidence'))
const NO_COLLECTION: Reshape = (_, table) => withoutColumns(table, 'collection')
const rename = (table: string, from: string, to: string): Reshape =>
  reshapeTable(table, (draft) => changedColumn(draft, from, { name: to }))
const retype = reshapeTable('items', (items) => changedColumn(items, 'page', { storage: 'float64' }))
const damage = (folder: string): Promise<void> => appendFile(join(folder, 'cyberwellness.sqlite'), 'x')

const VERSION = 'The version is still that of the previous release, although '
const NOT_COMPARED = 'Not compared, because the previous release does not have them: '
const DAMAGED = '! The previous release cannot be compared: '
const REAL = '!! This release holds samples about invented places, the previous one real profiles'

/**
 * A release that follows another, and how the sentences about it begin: `!` stops it unless a person accepts it, `!!`
 * stops it all the same.
 */
type Case = readonly [
  what: string,
  old: Dataset | null,
  now: Dataset,
  findings: readonly string[],
  shape?: { readonly old?: Reshape; readonly now?: Reshape; readonly damaged?: true },
]

const CASES: readonly Case[] = [
  ['the first release', null, FIVE, []],
  ['the same again', FIVE, FIVE, []],
  ['a flipped status', FIVE, flip(1), ['Statuses changed: 1 of 115 (0.9 %).']],
  ['more documents', FIVE, lands(6), ['Documents were added: aaf-', VERSION]],
  [
    'a release by a later version',
    FIVE,
    flip(1),
    ['Statuses changed: ', `${NOT_COMPARED}indicators.evidence, boxes.`, VERSION],
    { old: OLDER },
  ],
  ['real profiles over samples', SAMPLES, makeDataset(land(30)), ['The previous release held samples;']],
  ['a document in other bytes', BEFORE, REFETCHED, ['Documents have another id: aaa-']],
  [
    '201 countries',
    null,
    MANY,
    ['! Less was read than', 'More was read than expected: 201 countries, at most 200'],
  ],
  [
    'a lost country',
    FIVE,
    lands(4),
    [
      '! Documents of the previous release are missing: aae-',
      '! A table has far fewer rows: indicators',
      VERSION,
    ],
  ],
  [
    'a renamed column',
    FIVE,
    FIVE,
    ['! Columns are missing: indicators.evidence.', `${NOT_COMPARED}indicators.words.`, VERSION],
    { now: rename('indicators', 'evidence', 'words') },
  ],
  [
    'a renamed key',
    FIVE,
    FIVE,
    ['! Columns are missing: documents.document_id.', `${NOT_COMPARED}documents.id.`, VERSION],
    { now: rename('documents', 'document_id', 'id') },
  ],
  [
    'a lost table',
    FIVE,
    FIVE,
    ['! Tables are missing: boxes.', VERSION],
    { now: reshapeTable('boxes', () => null) },
  ],
  ['another type', FIVE, FIVE, ['! Columns have another type: items.page.', VERSION], { now: retype }],
  ['many flipped statuses', FIVE, flip(3), ['! Too many statuses changed: 3 of 115 (2.6 %), at most 2.0 %']],
  [
    'a shrunken table',
    NINETEEN,
    { ...NINETEEN, items: NINETEEN.items.slice(0, 8) },
    ['! A table has far fewer rows: items has 8, and had 19.'],
  ],
  [
    'few items',
    null,
    lands(25),
    ['! Less was read than expected: 1 items a document, at least 10 expected.'],
  ],
  ['a successor of a damaged release', FIVE, FIVE, [DAMAGED], { damaged: true }],
  ['samples over real profiles', FIVE, SAMPLES, [REAL]],
  ['samples over a release that may be real', FIVE, SAMPLES, [REAL], { old: NO_COLLECTION }],
  [
    'samples over a damaged release',
    FIVE,
    SAMPLES,
    [DAMAGED, '!! This release holds samples about invented places, and the previous one may hold real'],
    { damaged: true },
  ],
]

test.for(CASES)(
  'the check of %s finds what it should, and rejects accordingly',
  ([, old, now, findings, shape = {}]) =>
    withFolder(async (folder) => {
      const previous = old && (await writeRelease(join(folder, 'old'), old, shape.old))
      if (previous && shape.damaged) await damage(previous)
      const release = await writeRelease(join(folder, 'new'), now, shape.now)
      const [found, accepted] = [
        await checkRelease(previous, release, false),
        await checkRelease(previous, release, true),
      ]
      const MARKS = { remarks: '', stops: '! ', forbids: '!! ' }
      const all = [...found.reasons, ...found.remarks].map(({ weight, message }) => MARKS[weight] + message)
      assert.deepEqual(
        all.map((text, index) => text.slice(0, findings[index]?.length)),
        findings,
      )
      for (const text of all) assert.match(text, /^(!+ )?[A-Z].*[^.]\.$/)
      const acceptable = !findings.some((text) => text.startsWith('!!'))
      assert.deepEqual(
        [found.taken, found.acceptable, accepted.taken, accepted.acceptable],
        [!findings.some((text) => text.startsWith('!')), acceptable, acceptable, acceptable],
      )
      assert.deepEqual([accepted.reasons, accepted.remarks], [found.reasons, found.remarks])
    }),
)

test('a release that is broken itself is an error, not a verdict', () =>
  withFolder(async (folder) => {
    const now = await writeRelease(join(folder, 'new'), FIVE)
    await damage(now)
    await assert.rejects(checkRelease(null, now, true), CliError)
  }))

import assert from 'node:assert/strict'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
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
const SPECIMENS = await makeDataset(
  ...lands(5).map((traits): Traits => ({ ...traits, collection: 'specimen' })),
)

interface Reshapes {
  readonly old?: Reshape
  readonly now?: Reshape
}

/** Judges a release that comes after another. */
const judge = (
  old: Dataset | null,
  now: Dataset,
  accept = false,
  reshape: Reshapes = {},
): Promise<ReleaseCheck> =>
  withFolder(async (folder) => {
    const previous = old ? await writeRelease(join(folder, 'old'), old, reshape.old) : null
    return checkRelease(previous, await writeRelease(join(folder, 'new'), now, reshape.now), accept)
  })

/** The beginnings of the sentences of findings. */
const kinds = (findings: ReleaseCheck['reasons']): string[] =>
  findings.map(({ message }) => message.replace(/[:;,].*/, ''))

/** The same with another status in the first rows. */
const flipped = (dataset: Dataset, rows: number): Dataset =>
  changed(dataset, 'indicators', (_, index) => (index < rows ? { status: 'absent' } : {}))

describe('a release is taken', () => {
  it('as the first one', async () => {
    assert.deepEqual(await judge(null, FIVE), {
      taken: true,
      acceptable: true,
      reasons: [],
      remarks: [],
    })
  })

  it('when nothing changed, without a remark', async () => {
    assert.deepEqual(await judge(FIVE, FIVE), {
      taken: true,
      acceptable: true,
      reasons: [],
      remarks: [],
    })
  })

  it('with a flipped status, which is remarked', async () => {
    const { taken, reasons, remarks } = await judge(FIVE, flipped(FIVE, 1))
    assert.deepEqual([taken, reasons], [true, []])
    assert.deepEqual(
      remarks.map(({ message }) => message),
      ['Statuses changed: 1 of 115 (0.9 %).'],
    )
  })

  it('with more documents, which are remarked, and so is a version that stayed', async () => {
    const { taken, remarks } = await judge(FIVE, await makeDataset(...lands(6)))
    assert.equal(taken, true)
    assert.deepEqual(kinds(remarks), [
      'Documents were added',
      'The version is still that of the previous release',
    ])
  })

  it('after a release by an older version, naming what could not be compared', async () => {
    const old: Reshape = (name, table) => {
      if (name === 'boxes') return null
      return name === 'indicators' ? withoutColumns(table, 'evidence') : table
    }
    const { taken, remarks } = await judge(FIVE, flipped(FIVE, 1), false, { old })
    assert.equal(taken, true)
    assert.deepEqual(kinds(remarks), [
      'Statuses changed',
      'Not compared',
      'The version is still that of the previous release',
    ])
    assert.match(remarks[1]?.message ?? '', /: indicators\.evidence, boxes\.$/)
  })

  it('over specimens, which it is not compared with', async () => {
    const { taken, reasons, remarks } = await judge(SPECIMENS, await makeDataset(land(30)))
    assert.deepEqual([taken, reasons, kinds(remarks)], [true, [], ['The previous release held samples']])
  })

  it('where a document is the same by its bytes or its edition, which is remarked', async () => {
    const same = { words: 'The same words.' }
    const { taken, reasons, remarks } = await judge(
      await makeDataset({ ...land(0), ...same }, land(1)),
      await makeDataset({ ...land(0), ...same, bytes: 9 }, land(1)),
    )
    assert.deepEqual([taken, reasons, kinds(remarks)], [true, [], ['Documents have another id']])
  })
})

describe('a release is rejected unless it is accepted', () => {
  const items = (dataset: Dataset, kept: number): Dataset => ({
    ...dataset,
    items: dataset.items.slice(0, kept),
  })
  const cases: readonly (readonly [string, string, () => Promise<[Dataset, Dataset, Reshapes?]>])[] = [
    [
      'with a lost country',
      'Documents of the previous release are missing',
      async () => [FIVE, await makeDataset(...lands(4))],
    ],
    [
      'with a renamed column',
      'Columns are missing',
      async () => [
        FIVE,
        FIVE,
        {
          now: (name, table) => (name === 'indicators' ? renamedColumn(table, 'evidence', 'words') : table),
        },
      ],
    ],
    [
      'with a renamed key',
      'Columns are missing',
      async () => [
        FIVE,
        FIVE,
        {
          now: (name, table) => (name === 'documents' ? renamedColumn(table, 'document_id', 'id') : table),
        },
      ],
    ],
    [
      'with a lost table',
      'Tables are missing',
      async () => [FIVE, FIVE, { now: (name, table) => (name === 'boxes' ? null : table) }],
    ],
    [
      'with a column of another type',
      'Columns have another type',
      async () => [
        FIVE,
        FIVE,
        {
          now: (_, table) => ({
            ...table,
            columns: table.columns.map((column) =>
              column.name === 'page' ? { ...column, storage: 'float64' } : column,
            ),
          }),
        },
      ],
    ],
    [
      'with more than two in a hundred statuses changed',
      'Too many statuses changed',
      async () => [FIVE, flipped(FIVE, 3)],
    ],
    [
      'with a shrunken table',
      'A table has far fewer rows',
      async () => {
        const many = await makeDataset(...lands(19))
        return [many, items(many, 8)]
      },
    ],
    [
      'with fewer items than are expected, be it the first',
      'Less was read than expected',
      async () => {
        const many = await makeDataset(...lands(25))
        return [many, many]
      },
    ],
  ]
  for (const [what, kind, releases] of cases) {
    it(what, async () => {
      const [old, now, reshape] = await releases()
      const rejected = await judge(old, now, false, reshape)
      assert.equal(rejected.taken, false)
      assert.equal(rejected.acceptable, true)
      assert.ok(kinds(rejected.reasons).includes(kind), JSON.stringify(rejected.reasons))
      for (const { message } of rejected.reasons) assert.match(message, /^[A-Z].*[^.]\.$/)
      const accepted = await judge(old, now, true, reshape)
      assert.equal(accepted.taken, true)
      assert.deepEqual(accepted.reasons, rejected.reasons)
    })
  }

  it('where the previous one was changed since', () =>
    withFolder(async (folder) => {
      const previous = await writeRelease(join(folder, 'old'), FIVE)
      const now = await writeRelease(join(folder, 'new'), FIVE)
      await appendFile(join(previous, 'cyberwellness.sqlite'), 'x')
      assert.deepEqual(kinds((await checkRelease(previous, now, false)).reasons), [
        'The previous release cannot be compared',
      ])
      assert.equal((await checkRelease(previous, now, true)).taken, true)
    }))
})

describe('specimens never replace real data', () => {
  it('even when they are accepted', async () => {
    const verdict = await judge(FIVE, SPECIMENS, true)
    assert.deepEqual([verdict.taken, verdict.acceptable], [false, false])
    assert.deepEqual(kinds(verdict.reasons), ['This release holds samples about invented places'])
  })

  it('nor a release of which nobody can tell what it holds', () =>
    withFolder(async (folder) => {
      const previous = await writeRelease(join(folder, 'old'), FIVE)
      const now = await writeRelease(join(folder, 'new'), SPECIMENS)
      await appendFile(join(previous, 'cyberwellness.sqlite'), 'x')
      assert.equal((await checkRelease(previous, now, true)).taken, false)
      const old = await writeRelease(previous, FIVE, (_, table) => withoutColumns(table, 'collection'))
      assert.equal((await checkRelease(old, now, true)).taken, false)
    }))
})

describe('what is expected', () => {
  it('is remarked where there is more', async () => {
    const dataset = await makeDataset(...lands(201))
    const plenty = { ...dataset, items: Array.from({ length: 11 }, () => dataset.items).flat() }
    const { taken, remarks } = await judge(null, plenty)
    assert.equal(taken, true)
    assert.deepEqual(
      remarks.map(({ message }) => message),
      ['More was read than expected: 201 countries, at most 200 expected.'],
    )
  })
})

it('a release that is broken itself is an error, not a verdict', () =>
  withFolder(async (folder) => {
    const now = await writeRelease(join(folder, 'new'), FIVE)
    await appendFile(join(now, 'cyberwellness.sqlite'), 'x')
    await assert.rejects(checkRelease(null, now, true), CliError)
  }))

import assert from 'node:assert/strict'
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { publishRelease } from '../../pipeline/publish/index.ts'
import { ReleaseUnreadable, reopenRelease } from '../../pipeline/reopen/index.ts'
import { reopenTable } from '../../pipeline/reopen/reopened-table.ts'
import { columnsOf, TABLES } from '../../schemas/index.ts'
import { withFolder } from '../publish/read-back.ts'
import { contentOf, EMPTY_DATASET, SAMPLE_DATASET } from '../publish/sample-dataset.ts'
import { datasetOf, parquetOf, withoutColumns, writeRelease } from './written-release.ts'

describe('reopenRelease', () => {
  it('gives every table back as it was published: columns, types and rows', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await publishRelease(contentOf(SAMPLE_DATASET), out)
      const release = await reopenRelease(out)
      assert.deepEqual([...release.tables.keys()], Object.keys(TABLES).sort())
      for (const table of Object.values(TABLES)) {
        const reopened = release.tables.get(table.name)
        assert.ok(reopened)
        const columns = columnsOf(table)
        assert.deepEqual(
          reopened.columns,
          columns.map(({ name, storage, nullable }) => ({ name, storage, nullable })),
        )
        const rows = await Array.fromAsync(reopened.rows(columns.map(({ name }) => name)))
        const expected = SAMPLE_DATASET[table.name as keyof typeof TABLES]
        assert.deepEqual(
          rows,
          expected.map((row) => ({ ...row })),
        )
        assert.equal(reopened.rowCount, rows.length)
      }
    }))

  it('reads title and version in the descriptor, and in the tables of releases that have none', () =>
    withFolder(async (folder) => {
      await publishRelease(contentOf(EMPTY_DATASET), join(folder, 'new'))
      const described = await reopenRelease(join(folder, 'new'))
      assert.match(described.title ?? '', /ITU Cyberwellness Profiles/)
      assert.match(described.version ?? '', /^\d+\.\d+\.\d+$/)
      const bare = await reopenRelease(await writeRelease(join(folder, 'old'), EMPTY_DATASET))
      assert.equal(bare.version, '0.0.9')
      assert.equal(bare.title, null)
    }))

  it('opens a release of an older version, with the tables and columns that it has', () =>
    withFolder(async (folder) => {
      const out = await writeRelease(
        join(folder, 'out'),
        await datasetOf({ file: 'a.pdf' }),
        (name, table) => (name === 'boxes' ? null : withoutColumns(table, 'evidence')),
      )
      const { tables } = await reopenRelease(out)
      assert.equal(tables.get('boxes'), undefined)
      const columns = tables.get('indicators')?.columns.map(({ name }) => name)
      assert.ok(columns?.includes('note') && !columns.includes('evidence'))
    }))

  it('reads rows across row groups in their order, with the columns that are asked for', () =>
    withFolder(async (folder) => {
      const dataset = await datasetOf({ file: 'a.pdf' }, { file: 'b.pdf', code: 'XAB' })
      const { tables } = await reopenRelease(await writeRelease(join(folder, 'out'), dataset))
      const rows = await Array.fromAsync(
        tables.get('indicators')?.rows(['section_code', 'document_id']) ?? [],
      )
      assert.deepEqual(
        rows,
        dataset.indicators.map(({ section_code, document_id }) => ({ section_code, document_id })),
      )
    }))

  it('gives those rows alone whose cells are as asked, whatever the texts are', () =>
    withFolder(async (folder) => {
      const texts = fc.constantFrom(
        '',
        'a',
        'A',
        'ä',
        'a very long text that begins alike',
        'a very long text',
        '=1',
        '\u{1f514}',
      )
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(texts, texts), { maxLength: 12 }),
          texts,
          async (pairs, wanted) => {
            const columns = columnsOf(TABLES.items).filter(
              ({ name }) => name === 'text' || name === 'section_code',
            )
            const rows = pairs.map(([text, section_code]) => ({ section_code, text }))
            const path = join(folder, `${run++}.parquet`)
            await writeFile(path, parquetOf('items', { columns, rows }))
            const table = await reopenTable('items', path)
            assert.deepEqual(
              await Array.fromAsync(table.rows(['text'], { section_code: wanted })),
              rows.filter(({ section_code }) => section_code === wanted).map(({ text }) => ({ text })),
            )
          },
        ),
        { numRuns: 60 },
      )
    }))

  for (const [what, damage] of [
    ['no list of checksums', (out: string) => rm(join(out, 'SHA256SUMS'))],
    ['a table that was changed', (out: string) => appendFile(join(out, 'items.parquet'), 'x')],
    ['a table that is gone', (out: string) => rm(join(out, 'items.parquet'))],
    ['a descriptor that was changed', (out: string) => writeFile(join(out, 'datapackage.json'), '{}')],
    ['a list of checksums of something else', (out: string) => writeFile(join(out, 'SHA256SUMS'), '')],
  ] as const) {
    it(`refuses a folder with ${what}, in a sentence`, () =>
      withFolder(async (folder) => {
        const out = join(folder, 'out')
        await publishRelease(contentOf(SAMPLE_DATASET), out)
        await damage(out)
        await assert.rejects(reopenRelease(out), (error) => {
          assert.ok(error instanceof ReleaseUnreadable)
          assert.match(error.message, /^.+[^.]\.$/)
          return true
        })
      }))
  }

  it('refuses a table that is no Parquet file, and a folder that is no release', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'empty'))
      await assert.rejects(reopenRelease(join(folder, 'empty')), ReleaseUnreadable)
      const others = { 'extra.parquet': 'not Parquet' }
      const out = await writeRelease(join(folder, 'out'), EMPTY_DATASET, undefined, others)
      await assert.rejects(reopenRelease(out), ReleaseUnreadable)
    }))
})

import assert from 'node:assert/strict'
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { publishRelease } from '../../pipeline/publish/index.ts'
import { openRelease } from '../../pipeline/release/index.ts'
import { listColumns, TABLES } from '../../schemas/index.ts'
import { withFolder } from '../publish/read-back.ts'
import { EMPTY_DATASET, makeContent, SAMPLE_DATASET } from '../publish/sample-dataset.ts'
import { makeDataset, withoutColumns, writeRelease } from './written-release.ts'

const isOneSentence = (error: unknown): boolean => {
  assert.ok(error instanceof CliError)
  assert.match(error.message, /^[^\n]+[^.\n]\.$/)
  assert.equal(error.exitCode, 3)
  return true
}

/** Changes the last digit of every checksum in a list. */
const flipLastDigit = async (path: string): Promise<void> => {
  const sums = await readFile(path, 'utf8')
  await writeFile(
    path,
    sums.replaceAll(/^([0-9a-f]{63})(.)/gm, (_, start, last) => start + (last === '0' ? '1' : '0')),
  )
}

describe('openRelease', () => {
  it('knows tables, columns and rows of a published release, and writes nothing into its folder', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await publishRelease(makeContent(SAMPLE_DATASET), out)
      const before = await readdir(out)
      const { tables, rows, views, title, version } = await openRelease(out)
      assert.deepEqual(await readdir(out), before)
      for (const table of Object.values(TABLES)) {
        assert.equal(rows[table.name], SAMPLE_DATASET[table.name as keyof typeof TABLES].length)
        assert.deepEqual(
          [...(tables.get(table.name) ?? [])].map(([name, { type, values }]) => ({
            name,
            nullable: type.endsWith(' or null'),
            values,
          })),
          listColumns(table).map(({ name, nullable, values }) => ({ name, nullable, values })),
        )
      }
      assert.equal(tables.get('indicators')?.get('source_date')?.type, 'date or null')
      assert.equal(tables.get('indicators')?.get('is_latest')?.type, 'boolean')
      assert.deepEqual([...views.keys()].sort(), ['matrix', 'review'])
      assert.match(title ?? '', /Cyberwellness Open Data/)
      assert.match(version ?? '', /^\d+\.\d+\.\d+$/)
    }))

  it('opens a release of an older version, with the tables and columns that it has', () =>
    withFolder(async (folder) => {
      const dataset = await makeDataset({ file: 'a.pdf' })
      const out = await writeRelease(join(folder, 'out'), dataset, (name, table) =>
        name === 'boxes' ? null : withoutColumns(table, 'evidence'),
      )
      const { tables } = await openRelease(out)
      assert.equal(tables.has('boxes'), false)
      assert.equal(tables.get('indicators')?.has('note'), true)
      assert.equal(tables.get('indicators')?.has('evidence'), false)
    }))

  for (const [what, damage] of [
    ['no list of checksums', (out: string) => rm(join(out, 'SHA256SUMS'))],
    ['a list of checksums of something else', (out: string) => writeFile(join(out, 'SHA256SUMS'), '')],
    ['a database that was changed', (out: string) => appendFile(join(out, 'cyberwellness.sqlite'), 'x')],
    ['a database that was cut short', (out: string) => truncate(join(out, 'cyberwellness.sqlite'), 4096)],
    ['a checksum of which one digit differs', (out: string) => flipLastDigit(join(out, 'SHA256SUMS'))],
    ['no database', (out: string) => rm(join(out, 'cyberwellness.sqlite'))],
    ['a descriptor that was changed', (out: string) => writeFile(join(out, 'datapackage.json'), '{}')],
    ['no descriptor', (out: string) => rm(join(out, 'datapackage.json'))],
  ] as const) {
    it(`refuses a folder with ${what}, in one sentence`, () =>
      withFolder(async (folder) => {
        const out = await writeRelease(join(folder, 'out'), EMPTY_DATASET)
        await damage(out)
        await assert.rejects(openRelease(out), isOneSentence)
      }))
  }

  it('refuses files with the right checksums that are no database and no descriptor', () =>
    withFolder(async (folder) => {
      for (const others of [
        {
          'cyberwellness.sqlite':
            'This is plain text, and long enough for a header of SQLite, which has 100 bytes.',
        },
        { 'datapackage.json': '[]' },
        { 'datapackage.json': '{' },
      ]) {
        const out = await writeRelease(join(folder, 'out'), EMPTY_DATASET, undefined, others)
        await assert.rejects(openRelease(out), isOneSentence)
      }
      await mkdir(join(folder, 'empty'))
      await assert.rejects(openRelease(join(folder, 'empty')), isOneSentence)
    }))
})

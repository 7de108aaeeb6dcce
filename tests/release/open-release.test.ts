import assert from 'node:assert/strict'
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { publishRelease } from '../../pipeline/publish/index.ts'
import { openRelease } from '../../pipeline/release/index.ts'
import { listColumns, TABLES } from '../../schemas/index.ts'
import { EMPTY_DATASET, makeContent, SAMPLE_DATASET } from '../publish/sample-dataset.ts'
import { temporaryFolder } from '../test-folder.ts'
import { makeDataset, withoutColumns, writeRelease } from './written-release.ts'

/** Changes the last digit of every checksum in a list. */
const flipLastDigit = async (path: string): Promise<void> => {
  const flip = (_: string, start: string, last: string): string => start + (last === '0' ? '1' : '0')
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/^([0-9a-f]{63})(.)/gm, flip))
}

/** Writes a release without a row, with some files of other content. */
const writeOthers = (out: string, others: Readonly<Record<string, string>>): Promise<string> =>
  writeRelease(out, EMPTY_DATASET, undefined, others)

describe('openRelease', () => {
  it('knows tables, columns and rows of a published release, and writes nothing into its folder', async () => {
    const out = join(temporaryFolder(), 'out')
    await publishRelease(makeContent(SAMPLE_DATASET), out)
    const before = await readdir(out)
    const { tables, rows, title, version } = await openRelease(out)
    assert.deepEqual(await readdir(out), before)
    for (const [name, table] of Object.entries(TABLES)) {
      assert.equal(rows[name], SAMPLE_DATASET[name as keyof typeof TABLES].length)
      const found = [...(tables.get(name) ?? [])].map(([column, { type, values }]) => {
        return { name: column, nullable: type.endsWith(' or null'), values }
      })
      const expected = listColumns(table).map(({ name: column, nullable, values }) => {
        return { name: column, nullable, values }
      })
      assert.deepEqual(found, expected)
    }
    const types = ['source_date', 'is_latest'].map((column) => tables.get('indicators')?.get(column)?.type)
    assert.deepEqual(types, ['date or null', 'boolean'])
    const views = [...tables.keys()].filter((name) => !(name in rows))
    assert.deepEqual(views.sort(), ['matrix', 'review'])
    assert.match(`${title} ${version}`, /Cyberwellness Open Data.* \d+\.\d+\.\d+$/)
  })

  it('opens a release of an older version, with the tables and columns that it has', async () => {
    const dataset = makeDataset({ file: 'a.pdf' })
    const out = await writeRelease(temporaryFolder(), dataset, (name, table) =>
      name === 'boxes' ? null : withoutColumns(table, 'evidence'),
    )
    const { tables } = await openRelease(out)
    const columns = tables.get('indicators')
    assert.deepEqual(
      [tables.has('boxes'), columns?.has('note'), columns?.has('evidence')],
      [false, true, false],
    )
  })

  const plainText = 'This is plain text, and long enough for a header of SQLite, which has 100 bytes.'
  it.for<[what: string, damage: (out: string) => Promise<unknown>]>([
    ['no list of checksums', (out) => rm(join(out, 'SHA256SUMS'))],
    ['a list of checksums of something else', (out) => writeFile(join(out, 'SHA256SUMS'), '')],
    ['a database that was changed', (out) => appendFile(join(out, 'cyberwellness.sqlite'), 'x')],
    ['a database that was cut short', (out) => truncate(join(out, 'cyberwellness.sqlite'), 4096)],
    ['a checksum of which one digit differs', (out) => flipLastDigit(join(out, 'SHA256SUMS'))],
    ['no database', (out) => rm(join(out, 'cyberwellness.sqlite'))],
    ['a descriptor that was changed', (out) => appendFile(join(out, 'datapackage.json'), '\n')],
    ['no descriptor', (out) => rm(join(out, 'datapackage.json'))],
    ['text in place of its database', (out) => writeOthers(out, { 'cyberwellness.sqlite': plainText })],
    ['a list in place of its descriptor', (out) => writeOthers(out, { 'datapackage.json': '[]' })],
    ['half a descriptor', (out) => writeOthers(out, { 'datapackage.json': '{' })],
    ['nothing in it', (out) => rm(out, { recursive: true }).then(() => mkdir(out))],
  ])('refuses a folder with %s, in one sentence', async ([, damage]) => {
    const out = join(temporaryFolder(), 'out')
    await writeOthers(out, {})
    await damage(out)
    await assert.rejects(openRelease(out), { name: 'CliError', exitCode: 3, message: /^[^\n]+[^.\n]\.$/ })
  })
})

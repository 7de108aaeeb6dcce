import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'vitest'
import { type Explanation, explainCell, openRelease } from '../../pipeline/release/index.ts'
import { makeTestFolder } from '../test-folder.ts'
import { makeDataset, type Reshape, withoutColumns, writeRelease } from './written-release.ts'

const DATASET = makeDataset(
  { file: 'a.pdf', code: 'AZE', date: '2013-01-01' },
  { file: 'b.pdf', code: 'AZE', date: '2015-01-01' },
  { file: 'c.pdf', code: 'NAM' },
)
const [FORMER = '', LATEST = '', NAMIBIA] = DATASET.documents.map(({ document_id }) => document_id)
const folder = makeTestFolder()
const OUT = await writeRelease(join(folder, 'out'), DATASET)

const explain = async (asked: string, section: string, out = OUT): Promise<Explanation> =>
  explainCell(await openRelease(out), asked, section, (rule) => (rule === 'stated' ? 'It says so.' : null))

describe('explainCell', () => {
  it('leads from a cell to rule, words, document, boxes and items', async () => {
    const { indicator, rule_meaning, document, boxes, items, release } = await explain('NAM', '1.1.1')
    const isNamibian = (row: { document_id: string }): boolean => row.document_id === NAMIBIA
    const row = DATASET.indicators.find((one) => isNamibian(one) && one.section_code === '1.1.1')
    assert.deepEqual([indicator, document], [row, DATASET.documents.find(isNamibian)])
    assert.deepEqual([boxes, items], [DATASET.boxes.filter(isNamibian), DATASET.items.filter(isNamibian)])
    assert.equal(rule_meaning, 'It says so.')
    const [table] = release.tables
    assert.match(`${table?.file} ${table?.sha256}`, /^cyberwellness\.sqlite [0-9a-f]{64}$/)
  })

  it.for<[asked: string, found: string, others: string[]]>([
    ['AZE', LATEST, [FORMER]],
    ['aze', LATEST, [FORMER]],
    ['LAND OF AZE', LATEST, [FORMER]],
    [FORMER, FORMER, []],
  ])(
    'takes a country by code or name, its latest document, or a document by its id: %s',
    async ([asked, ...found]) => {
      const { indicator, other_documents, boxes } = await explain(asked, '2.4')
      assert.deepEqual([indicator['document_id'], other_documents, boxes], [...found, []])
    },
  )

  it.for<[what: string, asked: string, section: string, message: RegExp]>([
    ['documents', 'NOR', '1.1.1', /^No document matches NOR; .* Available: AZE, NAM\.$/],
    [
      'sections',
      'NAM',
      '9.9',
      /has no section 9\.9; it has 0\.1 population, .*, 2\.4 child_protection_reporting\.$/,
    ],
  ])('names the %s that there are if one is missing', async ([, asked, section, message]) => {
    await assert.rejects(explain(asked, section), { exitCode: 2, message })
  })

  it('reads a release of an older version without the tables and columns that it lacks', async () => {
    const reshape: Reshape = (name, table) =>
      name === 'boxes' ? null : withoutColumns(table, 'status_rule', 'mirror_url', 'evidence')
    const older = await writeRelease(join(folder, 'older'), DATASET, reshape)
    const { indicator, rule_meaning, boxes, document } = await explain('NAM', '1.1.1', older)
    assert.deepEqual([indicator['status'], rule_meaning, boxes], ['present', null, []])
    assert.ok(!Object.hasOwn(document, 'mirror_url'))
    const noDocuments: Reshape = (name, table) => (name === 'documents' ? null : table)
    const broken = await writeRelease(join(folder, 'broken'), DATASET, noDocuments)
    await assert.rejects(explain('NAM', '1.1.1', broken), { name: 'CliError' })
  })

  it('names the database if it has cells of a kind that no release has', async () => {
    const out = await writeRelease(join(folder, 'binary'), DATASET)
    const release = await openRelease(out)
    const database = new DatabaseSync(join(out, 'cyberwellness.sqlite'))
    database.exec("UPDATE indicators SET note = x'00'")
    database.close()
    assert.throws(() => explainCell(release, 'NAM', '1.1.1', () => null), {
      name: 'CliError',
      message: /cyberwellness\.sqlite is not a SQLite database that can be read as a release/,
    })
  })
})

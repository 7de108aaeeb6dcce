import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { type Explanation, explainCell, openRelease } from '../../pipeline/release/index.ts'
import { withFolder } from '../publish/read-back.ts'
import { makeDataset, type Reshape, withoutColumns, writeRelease } from './written-release.ts'

const DATASET = await makeDataset(
  { file: 'a.pdf', code: 'AZE', date: '2013-01-01' },
  { file: 'b.pdf', code: 'AZE', date: '2015-01-01' },
  { file: 'c.pdf', code: 'NAM' },
)
const [FORMER, LATEST, NAMIBIA] = DATASET.documents.map(({ document_id }) => document_id)

const explain = (asked: string, section: string, reshape?: Reshape): Promise<Explanation> =>
  withFolder(async (folder) => {
    const release = await openRelease(await writeRelease(join(folder, 'out'), DATASET, reshape))
    return explainCell(release, asked, section, (rule) => (rule === 'stated' ? 'It says so.' : null))
  })

describe('explainCell', () => {
  it('leads from a cell to rule, words, document, boxes and items', async () => {
    const { indicator, rule_meaning, document, boxes, items, release } = await explain('NAM', '1.1.1')
    const isNamibian = (row: { document_id: string }): boolean => row.document_id === NAMIBIA
    assert.deepEqual(
      [indicator, document, boxes, items],
      [
        DATASET.indicators.find((row) => isNamibian(row) && row.section_code === '1.1.1'),
        DATASET.documents.find(isNamibian),
        DATASET.boxes.filter(isNamibian),
        DATASET.items.filter(isNamibian),
      ],
    )
    assert.equal(rule_meaning, 'It says so.')
    assert.equal(release.tables[0]?.file, 'cyberwellness.sqlite')
    assert.match(release.tables[0]?.sha256 ?? '', /^[0-9a-f]{64}$/)
  })

  it('takes a country by code or name in any case, its latest document, and a document by its id', async () => {
    for (const [asked, latest, others] of [
      ['AZE', LATEST, [FORMER]],
      ['aze', LATEST, [FORMER]],
      ['LAND OF AZE', LATEST, [FORMER]],
      [FORMER ?? '', FORMER, []],
    ] as const) {
      const { indicator, other_documents, boxes } = await explain(asked, '2.4')
      assert.equal(indicator['document_id'], latest)
      assert.deepEqual([other_documents, boxes], [others, []])
    }
  })

  it('names what is available if a document or section is missing', async () => {
    for (const [asked, section, message] of [
      ['NOR', '1.1.1', /^No document matches NOR; .* Available: AZE, NAM\.$/],
      ['NAM', '9.9', /has no section 9\.9; it has 0\.1 population, .*, 2\.4 child_protection_reporting\.$/],
    ] as const) {
      await assert.rejects(
        explain(asked, section),
        (error) => error instanceof CliError && error.exitCode === 2 && message.test(error.message),
      )
    }
  })

  it('reads a release of an older version without the tables and columns that it lacks', async () => {
    const older: Reshape = (name, table) =>
      name === 'boxes' ? null : withoutColumns(table, 'status_rule', 'mirror_url', 'evidence')
    const { indicator, rule_meaning, boxes, document } = await explain('NAM', '1.1.1', older)
    assert.deepEqual([indicator['status'], rule_meaning, boxes], ['present', null, []])
    assert.ok(!Object.hasOwn(document, 'mirror_url'))
    const broken: Reshape = (name, table) => (name === 'documents' ? null : table)
    await assert.rejects(explain('NAM', '1.1.1', broken), CliError)
  })
})

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
    assert.deepEqual(
      [indicator, document],
      [
        DATASET.indicators.find((row) => row.document_id === NAMIBIA && row.section_code === '1.1.1'),
        DATASET.documents.find((row) => row.document_id === NAMIBIA),
      ],
    )
    assert.equal(rule_meaning, 'It says so.')
    assert.deepEqual(
      boxes,
      DATASET.boxes.filter((row) => row.document_id === NAMIBIA),
    )
    assert.deepEqual(
      items,
      DATASET.items.filter((row) => row.document_id === NAMIBIA),
    )
    assert.deepEqual(
      release.tables.map(({ file }) => file),
      ['cyberwellness.sqlite'],
    )
    for (const { sha256 } of release.tables) assert.match(sha256 ?? '', /^[0-9a-f]{64}$/)
  })

  it('takes a country by code or name in any case, and the latest of its documents', async () => {
    for (const asked of ['AZE', 'aze', 'Land of AZE', 'LAND OF AZE']) {
      const { indicator, other_documents } = await explain(asked, '2.4')
      assert.equal(indicator['document_id'], LATEST)
      assert.deepEqual(other_documents, [FORMER])
    }
  })

  it('takes the id of a document', async () => {
    const { indicator, other_documents } = await explain(FORMER ?? '', '2.4')
    assert.equal(indicator['document_id'], FORMER)
    assert.deepEqual(other_documents, [])
  })

  it('has no box and no item where the note has none', async () => {
    const { boxes, items } = await explain('NAM', '2.4')
    assert.deepEqual([boxes, items], [[], []])
  })

  it('says what there is where a document or section is not', async () => {
    await assert.rejects(explain('NOR', '1.1.1'), (error) => {
      assert.ok(error instanceof CliError && error.exitCode === 2)
      assert.match(error.message, /^No document matches NOR; .* Available: AZE, NAM\.$/)
      return true
    })
    await assert.rejects(explain('NAM', '9.9'), (error) => {
      assert.ok(error instanceof CliError && error.exitCode === 2)
      assert.match(
        error.message,
        /has no section 9\.9; it has 0\.1 population, .*, 2\.4 child_protection_reporting\.$/,
      )
      return true
    })
  })

  it('reads a release of an older version without the tables and columns that it lacks', async () => {
    const older: Reshape = (name, table) =>
      name === 'boxes' ? null : withoutColumns(table, 'status_rule', 'mirror_url', 'evidence')
    const { indicator, rule_meaning, boxes, document } = await explain('NAM', '1.1.1', older)
    assert.equal(indicator['status'], 'present')
    assert.equal(rule_meaning, null)
    assert.deepEqual(boxes, [])
    assert.ok(document && !Object.hasOwn(document, 'mirror_url'))
  })

  it('refuses a release without the tables that the path needs', () =>
    assert.rejects(
      explain('NAM', '1.1.1', (name, table) => (name === 'documents' ? null : table)),
      CliError,
    ))
})

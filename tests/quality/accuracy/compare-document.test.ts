import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, it } from 'vitest'
import { readDocuments } from '../../../pipeline/build/index.ts'
import { listSourceFiles } from '../../../pipeline/fetch/index.ts'
import type { DocumentRows } from '../../../pipeline/normalize/index.ts'
import { compareDocument } from '../../../pipeline/quality/accuracy/compare-document.ts'
import { type Gold, gold } from '../../../pipeline/quality/accuracy/gold.ts'

const SPECIMEN = 'raw/specimen/ixolund.pdf'

describe('compareDocument', () => {
  let rows: DocumentRows
  let expected: Gold

  beforeAll(async () => {
    const [result] = await readDocuments(await listSourceFiles([SPECIMEN]), 1, () => {})
    assert.ok(result?.rows)
    rows = result.rows
    expected = gold.parse(JSON.parse(await readFile('tests/fixtures/specimen/ixolund.json', 'utf8')))
  })

  it('finds what is read rightly right', () => {
    const { comparisons } = compareDocument(SPECIMEN, rows, expected)
    assert.deepEqual(
      comparisons.filter(({ right }) => !right),
      [],
    )
  })

  it('finds no section in a document that was set aside', () => {
    const { comparisons } = compareDocument(SPECIMEN, null, expected)
    assert.ok(comparisons.every(({ measure, right }) => measure !== 'section' || !right))
  })
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, it } from 'vitest'
import { readDocuments } from '../../../pipeline/build/index.ts'
import { listSourceFiles } from '../../../pipeline/fetch/index.ts'
import type { DocumentRows } from '../../../pipeline/normalize/index.ts'
import { compareDocument } from '../../../pipeline/quality/accuracy/compare-document.ts'
import { type Gold, gold } from '../../../pipeline/quality/accuracy/gold.ts'
import type { ItemKind } from '../../../schemas/index.ts'

const SPECIMEN = 'raw/specimen/ixolund.pdf'
const LISTED = '1.1.1'

describe('compareDocument', () => {
  let rows: DocumentRows
  let expected: Gold

  beforeAll(async () => {
    const [result] = await readDocuments(await listSourceFiles([SPECIMEN]), 1, () => {})
    assert.ok(result?.rows)
    rows = result.rows
    expected = gold.parse(JSON.parse(await readFile('tests/fixtures/specimen/ixolund.json', 'utf8')))
  })

  const withItem = (kind: ItemKind): DocumentRows => {
    const [first] = rows.items.filter((item) => item.section_code === LISTED)
    assert.ok(first)
    return { ...rows, items: [...rows.items, { ...first, kind, text: 'Lamp' }] }
  }
  const itemsRight = (read: DocumentRows | null): boolean | undefined =>
    compareDocument(SPECIMEN, read, expected).comparisons.find(
      ({ measure, section }) => measure === 'items' && section === LISTED,
    )?.right

  it('finds what is read rightly right', () => {
    const { comparisons } = compareDocument(SPECIMEN, rows, expected)
    assert.deepEqual(
      comparisons.filter(({ right }) => !right),
      [],
    )
    assert.ok(comparisons.some(({ measure }) => measure === 'items'))
  })

  it('compares the items of the kind that the section lists, and no others', () => {
    assert.equal(itemsRight(rows), true)
    assert.equal(itemsRight(withItem('contact')), true)
    assert.equal(itemsRight(withItem('instrument')), false)
  })

  it('finds nothing right in a document that was set aside, but its empty lists', () => {
    assert.equal(itemsRight(null), false)
  })
})

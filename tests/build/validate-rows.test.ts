import assert from 'node:assert/strict'
import { it } from 'vitest'
import { validateRows } from '../../pipeline/build/validate-rows.ts'
import { at } from '../../pipeline/io/at.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import { documentRows } from './document-rows.ts'

const GOOD = documentRows({ file: 'a.pdf' })
const { document, indicators, items, boxes, review } = GOOD
const [item, box, open] = [at(items, 0), at(boxes, 0), at(review, 0)]
const { page: _, ...boxWithoutPage } = box
const other = 'fin-2014-08-12-01234567'

/** The indicators with changes in the first row. */
const change = (changes: object): object => ({
  indicators: indicators.map((row, index) => (index === 0 ? { ...row, ...changes } : row)),
})

it.for<[what: string, changes: object, ...issues: string[]]>([
  ['no fault', {}],
  ['a note without evidence', change({ evidence: null })],
  ['a malformed hash', { document: { ...document, sha256: 'x' } }, 'row_invalid documents: sha256'],
  ['a day that does not exist', change({ source_date: '2014-02-30' }), 'row_invalid indicators: source_date'],
  ['a value that is no number', change({ value: Number.NaN }), 'row_invalid indicators: value'],
  ['an empty text', change({ section_printed: '' }), 'row_invalid indicators: section_printed'],
  ['a number below zero', { items: [{ ...item, item_no: -1 }] }, 'row_invalid items: item_no'],
  ['half a page', { boxes: [{ ...box, page: 1.5 }] }, 'row_invalid boxes: page'],
  ['a column too many', { boxes: [{ ...box, colour: 'red' }] }, 'row_invalid boxes: '],
  ['a column too few', { boxes: [boxWithoutPage] }, 'row_invalid boxes: '],
  ['a hash of a note', { review: [{ ...open, note_sha256: 'A' }] }, 'row_invalid review: note_sha256'],
  ['other evidence', change({ evidence: 'rings' }), 'row_invalid indicators: evidence is not part of'],
  ['evidence alone', change({ note: null }), 'row_invalid indicators: evidence is not part of'],
  ['no first indicator', { indicators: indicators.slice(1) }, 'rows_missing 0.2 1.1.1 '],
  ['another order', { indicators: indicators.toReversed() }, 'rows_missing 2.4 2.3 '],
  [
    'an indicator twice',
    { indicators: [...indicators, ...indicators.slice(-1)] },
    'key_repeated indicators: nor-',
    'rows_missing 0.1 ',
  ],
  ...Object.entries({ items: item, boxes: box, review: open }).flatMap(
    ([name, row]): [string, object, ...string[]][] => [
      [`the same key twice in ${name}`, { [name]: [row, row] }, `key_repeated ${name}: nor-`],
      [
        `${name} of another document`,
        { [name]: [{ ...row, document_id: other }] },
        `key_dangling ${name}: document_id fin-`,
      ],
      [
        `${name} of another section`,
        { [name]: [{ ...row, indicator: 'bells' }] },
        `key_dangling ${name}: indicator bells`,
      ],
    ],
  ),
])('rows with %s give the issues that they should', ([, changes, ...expected]) => {
  const rows = { ...GOOD, ...changes } as DocumentRows
  const found = validateRows(rows)
  assert.deepEqual(
    found.map(({ code, value }, index) => `${code} ${value}`.slice(0, expected[index]?.length)),
    expected,
  )
  for (const issue of found) {
    assert.deepEqual([issue.document, issue.document_id], ['a.pdf', document.document_id])
  }
})

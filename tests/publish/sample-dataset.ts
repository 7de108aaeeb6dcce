import assert from 'node:assert/strict'
import type { ReleaseContent } from '../../pipeline/publish/index.ts'
import { matrixRows } from '../../pipeline/publish/matrix-rows.ts'
import { type Dataset, makeIssue } from '../../schemas/index.ts'
import { changed, makeDataset } from '../release/written-release.ts'

const collection = 'specimen'
const made = makeDataset(
  { file: 'NAM.pdf', code: 'NAM', country: 'NA', collection, words: 'NA', figure: 0.25 },
  {
    ...{
      file: 'XAA.pdf',
      code: 'XAA',
      country: 'Utopia, “=Free” State',
      collection,
      date: null,
      figure: 0.25,
    },
    words: '=1+1, "quoted"\r\nand 😀',
  },
)
const planned = changed(made, 'indicators', () => ({ is_latest: true }))
const [item, box, review] = [planned.items[0], planned.boxes[0], planned.review[1]]
assert.ok(item && box && review)
const NOWHERE = { page: null, x0: null, y0: null, x1: null, y1: null }

/** A release of two documents that holds one of everything that formats disagree about. */
export const SAMPLE_DATASET: Dataset = {
  ...planned,
  matrix: matrixRows(planned.documents, planned.indicators),
  items: [
    {
      ...{ ...item, text: 'Act No. 7, "amended"', detail: 'section 4', code: 'NA', entity_id: 'first' },
      ...{ x0: 0, y0: 0.1, x1: 5e-7, y1: 700.125 },
    },
    { ...item, ...NOWHERE, item_no: 2, stage: null },
  ],
  boxes: [{ ...box, y0: 1, y1: 3.5 }],
  review: [
    {
      ...{ ...review, ...NOWHERE, status: 'unclassified', status_rule: 'none' },
      ...{ evidence: '=HYPERLINK("x")', note: '+1 is dialled\nby some' },
    },
  ],
  issues: [
    makeIssue('date_missing', { document: 'XAA.pdf', page: 1 }),
    makeIssue('unexplained_text', { document: 'NAM.pdf', section: '1.1.1', value: 'odd \ud800 “words”' }),
  ],
}

/** A dataset as the publisher takes it. */
export const makeContent = (dataset: Dataset): ReleaseContent => ({
  collection: dataset.collection,
  rows: async function* () {
    yield dataset
  },
  issues: dataset.issues,
})

/** A release without a single document. */
export const EMPTY_DATASET: Dataset = makeDataset()

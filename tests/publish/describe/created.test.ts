import assert from 'node:assert/strict'
import { test } from 'vitest'
import { createdDay, releaseDate } from '../../../pipeline/publish/describe/created.ts'
import type { DocumentFacts } from '../../../pipeline/publish/describe/release-facts.ts'

const document = (source_date: string | null, retrieved: string | null): DocumentFacts => ({
  country: 'Norway',
  country_code: 'NOR',
  country_printed: null,
  source_url: null,
  source_date,
  retrieved,
})

test('a release is dated by the day that was asked for, by its retrieval, by its newest source, in this order', () => {
  const fetched = [document('2015-01-02', '2024-03-01'), document('2013-01-01', '2024-02-28')]
  const found = [document('2013-01-01', null), document('2015-01-02', null), document(null, null)]
  assert.equal(createdDay({ created: '2020-02-02', documents: fetched }), '2020-02-02')
  assert.equal(createdDay({ documents: fetched }), '2024-03-01')
  assert.equal(createdDay({ documents: found }), '2015-01-02')
  assert.equal(createdDay({ documents: [document(null, null)] }), undefined)
  assert.deepEqual(
    [{ created: '2020-02-02', documents: found }, { documents: fetched }, { documents: found }].map(
      (facts) => releaseDate(facts)?.by,
    ),
    ['setting', 'retrieval', 'newest_profile'],
  )
})

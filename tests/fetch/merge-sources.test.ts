import assert from 'node:assert/strict'
import { test } from 'vitest'
import { mergeSources } from '../../pipeline/fetch/merge-sources.ts'
import type { Source } from '../../schemas/index.ts'

const at = (id: string, rest: Partial<Source> = {}): Source => ({
  id: `profile/${id}`,
  kind: 'profile',
  addresses: [`https://a.example/${id}.pdf`],
  ...rest,
})

test('a find that is new is added; what is not found again stays', () => {
  const merged = mergeSources([at('old')], [at('new')])
  assert.deepEqual(merged.documents, [at('old'), at('new')])
  assert.deepEqual(merged.added, [at('new')])
})

test('a find completes what is known: further addresses behind the known ones, facts that were missing', () => {
  const found = at('a', { addresses: ['https://b.example/a.pdf'], country_code: 'XAA' })
  const { documents, completed } = mergeSources([at('a', { bytes: 5 })], [found])
  assert.deepEqual(documents, [
    at('a', {
      addresses: ['https://a.example/a.pdf', 'https://b.example/a.pdf'],
      bytes: 5,
      country_code: 'XAA',
    }),
  ])
  assert.equal(completed.length, 1)
})

test('finding the same again changes nothing', () => {
  const merged = mergeSources([at('a', { bytes: 5 })], [at('a')])
  assert.deepEqual(merged.documents, [at('a', { bytes: 5 })])
  assert.deepEqual([merged.added, merged.completed, merged.conflicting], [[], [], []])
})

test('a find with other bytes than the lock has does not change the lock, and is said', () => {
  const known = at('a', { sha256: '0'.repeat(64) })
  const found = at('a', { sha256: '1'.repeat(64) })
  const merged = mergeSources([known], [found])
  assert.deepEqual(merged.documents, [known])
  assert.deepEqual(merged.conflicting, [found])
})

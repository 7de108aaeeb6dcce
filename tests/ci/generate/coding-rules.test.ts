import assert from 'node:assert/strict'
import { expect, test } from 'vitest'
import { CODING_BY_SECTION, CODING_PRINCIPLES } from '../../../.ci/generate/coding-rules.ts'
import { SECTION_CODES, STATUSES } from '../../../schemas/index.ts'

const sentences = [...CODING_PRINCIPLES, ...CODING_BY_SECTION.map(({ convention }) => convention)]

test('every word in code is a status', () => {
  const words = sentences.flatMap((text) => [...text.matchAll(/`(\w+)`/g)].map((match) => match[1]))
  assert.ok(words.length > 0)
  expect(words.filter((word) => !STATUSES.some((status) => status === word))).toStrictEqual([])
})

test('the conventions name sections of the catalogue, each once and in its order', () => {
  const named = CODING_BY_SECTION.map(({ section }) => section)
  expect(SECTION_CODES.filter((section) => named.includes(section))).toStrictEqual(named)
})

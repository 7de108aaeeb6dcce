import { expect, test } from 'vitest'
import { readCases } from '../../case-file.ts'
import { decide } from './decide.ts'

// Notes in the manner of the profiles, each with its section and the status that CODING gives it.
const notes = readCases(import.meta.url, 'notes in the manner of the profiles').map(
  ([section = '', status = '', text = '']) => ({ status, text, decision: decide(section, text) }),
)

test('notes in the manner of the profiles are decided right, or are on the review list', () => {
  const silent = notes.filter(({ status, decision }) => decision.status !== status && !decision.weak)
  expect(silent).toEqual([])
})

test('at least 95 % of them are decided right', () => {
  const right = notes.filter(({ status, decision }) => decision.status === status)
  expect(right.length / notes.length).toBeGreaterThanOrEqual(0.95)
})

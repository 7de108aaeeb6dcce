import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decide } from './decide.ts'

// Notes in the manner of the profiles, each with its section and the status that CODING gives it.
const notes = readFileSync(new URL('notes.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [section = '', status = '', text = ''] = line.split('|')
    return text === '' ? [] : [{ section, status, text }]
  })

test('notes in the manner of the profiles are decided right, or are on the review list', () => {
  const silent = notes.filter(({ section, status, text }) => {
    const decision = decide(section, text)
    return decision.status !== status && !decision.weak
  })
  expect(silent).toEqual([])
})

test('at least 95 % of them are decided right', () => {
  const right = notes.filter(({ section, status, text }) => decide(section, text).status === status)
  expect(right.length / notes.length).toBeGreaterThanOrEqual(0.95)
})

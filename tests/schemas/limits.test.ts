import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { LIMIT_NAMES, LIMITS, LimitExceeded, makeIssue, USUAL_LIMITS, within } from '../../schemas/index.ts'

test('docs/robustness.md has the option, meaning, usual value and issue of every limit', () => {
  const page = readFileSync(new URL('../../docs/robustness.md', import.meta.url), 'utf8')
  for (const name of LIMIT_NAMES) {
    const { description, unit, usual } = LIMITS[name]
    const row = `| \`--max-${name}\` | ${description} | ${usual} ${unit} | \`over_${name}\` |`
    assert.ok(page.includes(row), row)
  }
})

test('a limit may be reached, but not exceeded', () => {
  within(USUAL_LIMITS, 'pages', USUAL_LIMITS.pages)
  assert.throws(() => within(USUAL_LIMITS, 'pages', USUAL_LIMITS.pages + 1), LimitExceeded)
})

const RAISE = ' too many pages (6 of at most 5); raise --max-pages if you trust its source.'
test.each([
  ['over_pages', '6 of at most 5', RAISE],
  ['unexplained_text', 'A pier', ': A pier.'],
  ['unexplained_text', 'A pier.', ': A pier.'],
] as const)('the message of %s with %j ends with it or the option, and one full stop', (code, value, end) => {
  assert.ok(makeIssue(code, { document: 'a.pdf', value }).message.endsWith(end))
})

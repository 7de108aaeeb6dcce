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

test('the message of an exceeded limit names the value and the option that raises it', () => {
  assert.equal(
    makeIssue('over_pages', { document: 'a.pdf', value: '6 pages of at most 5' }).message,
    'The document has too many pages (6 pages of at most 5); raise --max-pages if you trust its source.',
  )
})

test('a sentence that ends in a value has one full stop', () => {
  for (const value of ['A pier', 'A pier.']) {
    assert.match(makeIssue('unexplained_text', { document: 'a.pdf', value }).message, /: A pier\.$/)
  }
})

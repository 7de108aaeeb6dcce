import assert from 'node:assert/strict'
import { test } from 'vitest'
import { sourceDate } from '../../pipeline/cli/source-date.ts'
import { CliError } from '../../pipeline/io/cli-error.ts'

test('SOURCE_DATE_EPOCH is a day in seconds since 1970, or is not set', () => {
  assert.equal(sourceDate({}), undefined)
  assert.equal(sourceDate({ SOURCE_DATE_EPOCH: '' }), undefined)
  assert.equal(sourceDate({ SOURCE_DATE_EPOCH: '0' }), '1970-01-01')
  assert.equal(sourceDate({ SOURCE_DATE_EPOCH: '1580601599' }), '2020-02-01')
  assert.equal(sourceDate({ SOURCE_DATE_EPOCH: '1580601600' }), '2020-02-02')
})

test('anything else is refused in a sentence', () => {
  for (const wrong of ['now', '-1', '1.5', '2020-02-02', ' 1', '1'.repeat(12)]) {
    assert.throws(
      () => sourceDate({ SOURCE_DATE_EPOCH: wrong }),
      (error) => {
        assert.ok(error instanceof CliError)
        assert.equal(error.exitCode, 2)
        assert.match(error.message, /^SOURCE_DATE_EPOCH is .+; it must be a number of seconds since 1970\.$/)
        return true
      },
    )
  }
})

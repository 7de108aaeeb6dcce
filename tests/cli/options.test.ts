import assert from 'node:assert/strict'
import { InvalidArgumentError } from 'commander'
import { describe, it } from 'vitest'
import { homepageOption, readSourceDate, wholeNumber } from '../../pipeline/cli/options.ts'
import { CliError } from '../../pipeline/io/cli-error.ts'

describe('--homepage', () => {
  const parse = (text: string): unknown => homepageOption().parseArg?.(text, undefined)

  it('takes a web address and nothing else', () => {
    assert.equal(parse('https://data.example'), 'https://data.example/')
    assert.equal(parse('http://data.example/a b'), 'http://data.example/a%20b')
    for (const text of ['', 'data.example', './', 'javascript:alert(1)', 'file:///srv', 'https://']) {
      assert.throws(() => parse(text), InvalidArgumentError, text)
    }
  })
})

describe('options with a number', () => {
  it('take whole numbers within their bounds', () => {
    const parse = wholeNumber(1, 100)
    assert.equal(parse('100'), 100)
    for (const text of ['', '0', '101', '1.5', '-1', 'x', '1e1', ' 1']) {
      assert.throws(() => parse(text), InvalidArgumentError, text)
    }
  })
})

describe('SOURCE_DATE_EPOCH', () => {
  it('is a day in seconds since 1970, or is not set', () => {
    assert.equal(readSourceDate({}), undefined)
    assert.equal(readSourceDate({ SOURCE_DATE_EPOCH: '' }), undefined)
    assert.equal(readSourceDate({ SOURCE_DATE_EPOCH: '0' }), '1970-01-01')
    assert.equal(readSourceDate({ SOURCE_DATE_EPOCH: '1580601599' }), '2020-02-01')
    assert.equal(readSourceDate({ SOURCE_DATE_EPOCH: '1580601600' }), '2020-02-02')
  })

  it('is refused in one sentence if it is anything else', () => {
    for (const wrong of ['now', '-1', '1.5', '2020-02-02', ' 1', '1'.repeat(12)]) {
      assert.throws(
        () => readSourceDate({ SOURCE_DATE_EPOCH: wrong }),
        (error) =>
          error instanceof CliError &&
          error.exitCode === 2 &&
          /^SOURCE_DATE_EPOCH is .+; it must be a number of seconds since 1970\.$/.test(error.message),
      )
    }
  })
})

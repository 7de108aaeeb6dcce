import assert from 'node:assert/strict'
import { InvalidArgumentError } from 'commander'
import { describe, it } from 'vitest'
import { homepageOption } from '../../pipeline/cli/homepage-option.ts'

const parsed = (text: string): unknown => homepageOption().parseArg?.(text, undefined)

describe('--homepage', () => {
  it('takes an address of the web', () => {
    assert.equal(parsed('https://data.example'), 'https://data.example/')
    assert.equal(parsed('http://data.example/a b'), 'http://data.example/a%20b')
  })

  it('refuses what is none', () => {
    for (const text of ['', 'data.example', './', 'javascript:alert(1)', 'file:///srv', 'https://']) {
      assert.throws(() => parsed(text), InvalidArgumentError, text)
    }
  })
})

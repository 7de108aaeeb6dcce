import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { OPEN_WORDS } from '../../../../pipeline/normalize/status/wordings/index.ts'

describe('the open words', () => {
  it('are words of lack, end, plan, part and doubt', () => {
    for (const text of [
      'The tower is unguarded.',
      'Guards seldom ring the bell.',
      'The tower is vacant.',
      'The bell is under debate.',
      'Guards want a bell.',
      'The tower seems to have a bell.',
    ]) {
      assert.ok(OPEN_WORDS.test(text), text)
    }
  })

  it('are not found in plain statements', () => {
    for (const text of [
      'The United Guild of Guards rings the bell.',
      'Calls can be reported to the guards.',
      'The bell is the only one that the universities ring.',
      'Trespass and unauthorised access are offences.',
    ]) {
      assert.ok(!OPEN_WORDS.test(text), text)
    }
  })
})

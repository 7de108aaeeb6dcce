import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isGeneric, isWeakHead, kindOfHead, opensBody } from '../../../pipeline/normalize/items/head-words.ts'
import { ITEM_KINDS } from '../../../schemas/index.ts'

describe('head words', () => {
  it('give their kind to the names that end in them', () => {
    for (const [word, kind] of [
      ['Act', 'instrument'],
      ['Ministry', 'organisation'],
      ['Strategy', 'programme'],
      ['Workshop', 'event'],
      ['Convention', 'treaty'],
    ] as const) {
      assert.ok(ITEM_KINDS.includes(kind))
      assert.equal(kindOfHead(word), kind)
    }
  })

  it('are nouns with a capital, whole words', () => {
    assert.equal(kindOfHead('act'), undefined)
    assert.equal(kindOfHead('Actor'), undefined)
  })

  it('stand first in some languages', () => {
    assert.ok(opensBody('Ministerio'))
    assert.ok(!opensBody('Ministry'))
  })

  it('are no names beside general words, and may be weak', () => {
    assert.ok(isGeneric('National'))
    assert.ok(!isGeneric('Harbour'))
    assert.ok(isWeakHead('Society'))
    assert.ok(!isWeakHead('Ministry'))
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { distinctProfiles } from '../../pipeline/build/distinct-profiles.ts'
import { type ProfileEntry, profileEntry } from '../../pipeline/build/profile-entry.ts'
import { documentRows, type Traits } from './document-rows.ts'

const entries = (...traits: Traits[]): ProfileEntry[] =>
  traits.map((one) => profileEntry(documentRows(one), 0))

const kept = (...traits: Traits[]): string[] =>
  distinctProfiles(entries(...traits)).kept.map(({ file }) => file)

const words = 'The bell-founders keep a register of 12 bells.'

describe('profiles of one country and date', () => {
  it('with the same words are one, and an issue names the copy that was kept', () => {
    const { kept: documents, issues } = distinctProfiles(
      entries({ file: 'one.pdf', words }, { file: 'two.pdf', words }),
    )
    assert.deepEqual(
      documents.map(({ file }) => file),
      ['one.pdf'],
    )
    assert.deepEqual(
      issues.map(({ code, document, value, set_aside }) => [code, document, value, set_aside]),
      [['same_profile', 'two.pdf', 'one.pdf', true]],
    )
  })

  it('are the same where copies break words, lines and columns otherwise', () => {
    const other = 'of 12 bells. The bell- founders keep a reg ister'
    assert.deepEqual(kept({ file: 'one.pdf', words }, { file: 'two.pdf', words: other }), ['one.pdf'])
  })

  it('stay apart where a word or a number differs, even if only by the order of its digits', () => {
    for (const other of [
      words.replace('bells', 'balls'),
      words.replace('12', '13'),
      words.replace('12', '21'),
    ])
      assert.deepEqual(kept({ file: 'one.pdf', words }, { file: 'two.pdf', words: other }), [
        'one.pdf',
        'two.pdf',
      ])
  })

  it('stay apart where the country or the date differs', () => {
    const files = kept(
      { file: 'one.pdf', words },
      { file: 'two.pdf', words, code: 'SWE' },
      { file: 'three.pdf', words, date: '2015-01-22' },
    )
    assert.deepEqual(files, ['one.pdf', 'two.pdf', 'three.pdf'])
  })

  it('are kept as PDF before text, then by characters, then by name', () => {
    const text = { file: 'a.txt', words, mediaType: 'text/plain', characters: 90 } as const
    assert.deepEqual(kept(text, { file: 'z.pdf', words, characters: 5 }), ['z.pdf'])
    assert.deepEqual(kept({ file: 'a.pdf', words }, { file: 'b.pdf', words, characters: 6 }), ['b.pdf'])
    assert.deepEqual(kept({ file: 'b.pdf', words }, { file: 'a.pdf', words }), ['a.pdf'])
  })
})

it('a profile that a volume binds twice counts once, and the page of the other is told', () => {
  const { kept: documents, issues } = distinctProfiles(
    entries({ file: 'volume.pdf', words, firstPage: 9 }, { file: 'volume.pdf', words, firstPage: 4 }),
  )
  assert.deepEqual(
    documents.map(({ firstPage }) => firstPage),
    [4],
  )
  assert.deepEqual(
    issues.map(({ page }) => page),
    [9],
  )
})

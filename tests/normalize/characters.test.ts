import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Page } from '../../pipeline/extract/index.ts'
import { layout } from '../../pipeline/layout/index.ts'
import {
  characterAccount,
  countAccountedCharacters,
  countCharacters,
} from '../../pipeline/normalize/characters.ts'
import { parseProfile } from '../../pipeline/parse/index.ts'
import { linedPage, pointPage, run } from '../layout/point-page.ts'

const account = (pages: readonly Page[]) => characterAccount(pages, parseProfile(layout(pages)))

it('visible characters are letters, whatever units hold them, without white space', () => {
  assert.equal(countCharacters(' a\u00a0b\t c\u200b\n'), 3)
  assert.equal(countCharacters('é e\u0301 ﬁ 😀'), 5)
})

describe('the character account', () => {
  it('counts each part of a profile', () => {
    const start = ['CYBERWELLNESS PROFILE', 'BACKGROUND', '1. CYBERSECURITY', 'a remark']
    const end = ['None.', 'DISCLAIMER', 'Last updated on 1 May 2013', 'left over']
    const page = linedPage([...start, '1.1.1 CRIMINAL LEGISLATION', ...end])
    // a page number is set aside by layout
    assert.deepEqual(account([{ ...page, runs: [...page.runs, run('1', 290, 30)] }]), {
      characters: 121,
      characters_title: 20,
      characters_background: 10,
      characters_headings: 15 + 7 + 24,
      characters_notes: 5,
      characters_closing: 10 + 21,
      characters_furniture: 1,
      characters_unexplained: 8,
    })
  })

  it('shows what a stage lost', () => {
    const pages = [linedPage(['1.1.1 CRIMINAL LEGISLATION', 'None.', 'Lost.'])]
    const { lines, furniture } = layout(pages)
    const found = characterAccount(pages, parseProfile({ lines: lines.slice(0, -1), furniture }))
    assert.equal(found.characters - countAccountedCharacters(found), 5)
  })

  it('closes whatever letters, marks and spaces the runs hold', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        'é',
        '\u0301',
        'ﬁ',
        '-',
        ' ',
        '\u00a0',
        '\u200b',
        '\u00ad',
        '\ufeff',
        '😀',
        '1',
      ),
      maxLength: 8,
    })
    const place = fc.record({ x: fc.integer({ min: 0, max: 590 }), y: fc.integer({ min: 0, max: 840 }) })
    const runs = fc.array(fc.tuple(text, place), { maxLength: 25 })
    fc.assert(
      fc.property(runs, (some) => {
        const pages = [pointPage(some.map(([words, { x, y }]) => run(words, x, y)))]
        const found = account(pages)
        assert.equal(countAccountedCharacters(found), found.characters)
      }),
    )
  })
})

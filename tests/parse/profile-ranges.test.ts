import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { profileRanges } from '../../pipeline/parse/profile-ranges.ts'
import { placedLines } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

const backgroundAt = MADE_UP_PROFILE.findIndex((line) => /^BACKGROUND/.test(line))
const titleAt = MADE_UP_PROFILE.findIndex((line) => /^CYBERWELLNESS/.test(line))

const starts = (...pages: (readonly string[])[]): string[] => {
  const lines = placedLines(pages.map((page) => page.join('\n')).join('\f'))
  return profileRanges(lines).map(({ start }) => lines[start]?.text ?? '')
}

describe('a profile begins', () => {
  it('at its title', () => {
    assert.deepEqual(starts(MADE_UP_PROFILE, MADE_UP_PROFILE), [
      MADE_UP_PROFILE[titleAt],
      MADE_UP_PROFILE[titleAt],
    ])
  })

  it('at the name where the title was lost, or at the background figures where that was lost as well', () => {
    const [named, bare] = [MADE_UP_PROFILE.slice(titleAt + 1), MADE_UP_PROFILE.slice(backgroundAt)]
    assert.deepEqual(starts(MADE_UP_PROFILE, named), [MADE_UP_PROFILE[titleAt], named[0]])
    assert.deepEqual(starts(MADE_UP_PROFILE, bare), [MADE_UP_PROFILE[titleAt], bare[0]])
  })

  it('in the middle of a page, behind the closing lines of another', () => {
    assert.equal(starts([...MADE_UP_PROFILE, ...MADE_UP_PROFILE]).length, 2)
  })

  it('neither in a table of contents nor where prose speaks of the background', () => {
    const contents = ['CYBERWELLNESS PROFILE OF BELLS 5', 'CYBERWELLNESS PROFILE OF ROPES .... 8']
    const foreword = ['BACKGROUND', 'Bells were counted.', '1. CYBERSECURITY']
    assert.equal(starts(contents, foreword, MADE_UP_PROFILE).length, 1)
  })
})

describe('a profile ends', () => {
  it('with its closing lines, so that an annex does not belong to it', () => {
    const annex = ['1.1.1 CRIMINAL LEGISLATION', 'What counts as a law.', 'Last updated on 3rd March 2015']
    const lines = placedLines([MADE_UP_PROFILE, annex].map((page) => page.join('\n')).join('\f'))
    assert.deepEqual(
      profileRanges(lines).map(({ end }) => lines.length - end),
      [annex.length],
    )
  })
})

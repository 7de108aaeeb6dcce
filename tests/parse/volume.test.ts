import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { listLines, parse, type Volume } from '../../pipeline/parse/index.ts'
import { findProfiles } from '../../pipeline/parse/volume.ts'
import { makeLayout, placedLines } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

const profile = MADE_UP_PROFILE.join('\n')

const read = (...pages: string[]): Volume => parse(makeLayout(pages.join('\f')))

const outside = (volume: Volume): string[] => volume.outside.map(({ text }) => text)

describe('a file', () => {
  it('of one profile is one profile, with nothing outside of it', () => {
    const volume = read(profile)
    assert.equal(volume.profiles.length, 1)
    assert.deepEqual(volume.outside, [])
  })

  it('without any profile returns a profile without sections, so that it can be reported', () => {
    const { profiles } = read('The bells ring.')
    assert.equal(profiles.length, 1)
    assert.equal(profiles[0].sections.size, 0)
  })

  it('of one profile behind other pages sets those aside', () => {
    const volume = read('THE STATE OF BELLS', profile)
    assert.equal(volume.profiles.length, 1)
    assert.deepEqual(outside(volume), ['THE STATE OF BELLS'])
  })

  it('of several profiles gives each its own sections', () => {
    const { profiles } = read(profile, profile, profile)
    assert.deepEqual(
      profiles.map(({ sections, unexplained }) => [sections.size, unexplained.length]),
      [
        [21, 0],
        [21, 0],
        [21, 0],
      ],
    )
  })

  it('holds every line in one profile or outside of all', () => {
    const laidOut = makeLayout(
      ['Bells', profile, 'More of bells', profile, '1.1.1 POLICY OF BELLS'].join('\f'),
    )
    const volume = parse(laidOut)
    const held = [
      ...volume.profiles.flatMap((part) => [...listLines(part), ...part.furniture]),
      ...volume.outside,
    ]
    assert.equal(held.length, new Set(held).size)
    assert.deepEqual(new Set<object>(held), new Set<object>([...laidOut.lines, ...laidOut.furniture]))
    assert.equal(volume.profiles.length, 2)
  })

  it('keeps every line, whatever pages it binds in whatever order', () => {
    const page = fc.constantFrom(profile, 'THE STATE OF BELLS', 'The bells ring.\nThe bells rest.', '', '7')
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (pages) => {
        const laid = makeLayout(pages.join('\f'))
        const volume = parse(laid)
        const bound = pages.filter((text) => text === profile).length
        assert.equal(volume.profiles.length, Math.max(1, bound))
        assert.equal(volume.profiles.filter(({ sections }) => sections.size === 21).length, bound)
        if (bound === 0) return
        const within = volume.profiles.flatMap(listLines).length
        assert.equal(within + volume.outside.length, laid.lines.length + laid.furniture.length)
      }),
    )
  })
})

const backgroundAt = MADE_UP_PROFILE.findIndex((line) => /^BACKGROUND/.test(line))
const titleAt = MADE_UP_PROFILE.findIndex((line) => /^CYBERWELLNESS/.test(line))

const starts = (...pages: (readonly string[])[]): string[] => {
  const lines = placedLines(pages.map((page) => page.join('\n')).join('\f'))
  return findProfiles(lines).map(({ start }) => lines[start]?.text ?? '')
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

  it('neither in a table of contents nor where prose mentions the background', () => {
    const contents = ['CYBERWELLNESS PROFILE OF BELLS 5', 'CYBERWELLNESS PROFILE OF ROPES .... 8']
    const foreword = ['BACKGROUND', 'Bells were counted.', '1. CYBERSECURITY']
    assert.equal(starts(contents, foreword, MADE_UP_PROFILE).length, 1)
  })
})

describe('a profile ends', () => {
  it('before an annex where it is the last of a file and has no closing block, or a part of one', () => {
    const open = MADE_UP_PROFILE.slice(0, -3)
    const annex = ['ANNEX 1: LIST OF CONTACTS', 'The Harbour Office answered.', '1. Acronyms']
    for (const closing of [[], ['Last updated on 3rd March 2014'], ['DISCLAIMER: Wistrel does not exist.']]) {
      const volume = read(profile, [...open, ...closing, ...annex].join('\n'))
      assert.deepEqual(outside(volume), annex)
      assert.deepEqual(volume.profiles.at(-1)?.unexplained, [])
    }
  })

  it('before a part in capitals, or with a title on a new page, where it is the last of a volume', () => {
    const open = MADE_UP_PROFILE.slice(0, -3)
    for (const part of [
      'ABOUT THE ISLANDS\nThe bells rang.',
      'Method\nThe ports were asked.',
      'PORT   BELLS\nReef   yes',
    ]) {
      for (const [first, last] of [
        [profile, profile],
        [profile, open.join('\n')],
      ] as const) {
        const volume = read(first, last, part)
        assert.equal(volume.profiles.at(-1)?.unexplained.length, 0)
        assert.equal(outside(volume).length, part.split('\n').length)
      }
    }
  })

  it('before an annex also where it is alone, whose lines then belong to no part', () => {
    const volume = read(MADE_UP_PROFILE.slice(0, -3).join('\n'), 'ANNEX A\nThe Harbour Office answered.')
    assert.deepEqual(
      volume.profiles[0].unexplained.map(({ text }) => text),
      ['ANNEX A', 'The Harbour Office answered.'],
    )
  })

  it('after a note that continues on the next page and mentions an annex', () => {
    const open = MADE_UP_PROFILE.slice(0, -3).join('\n')
    const volume = read(profile, open, 'Annex 1 of the act lists the ports that answer reports.')
    assert.deepEqual(outside(volume), [])
  })

  it('with its closing lines, so that an annex does not belong to it', () => {
    const annex = ['1.1.1 CRIMINAL LEGISLATION', 'What counts as a law.', 'Last updated on 3rd March 2015']
    const lines = placedLines([MADE_UP_PROFILE, annex].map((page) => page.join('\n')).join('\f'))
    assert.deepEqual(
      findProfiles(lines).map(({ end }) => lines.length - end),
      [annex.length],
    )
  })
})

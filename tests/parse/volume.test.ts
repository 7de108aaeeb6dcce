import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { parse, profileLines, type Volume } from '../../pipeline/parse/index.ts'
import { layoutOf } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

const profile = MADE_UP_PROFILE.join('\n')

const read = (...pages: string[]): Volume => parse(layoutOf(pages.join('\f')))

const outside = (volume: Volume): string[] => volume.outside.map(({ text }) => text)

describe('a file', () => {
  it('of one profile is one profile, with nothing outside of it', () => {
    const volume = read(profile)
    assert.equal(volume.profiles.length, 1)
    assert.deepEqual(volume.outside, [])
  })

  it('without any profile gives a profile without sections, so that it can be reported', () => {
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
    const laidOut = layoutOf(['Bells', profile, 'More of bells', profile, '1.1.1 POLICY OF BELLS'].join('\f'))
    const volume = parse(laidOut)
    const held = [
      ...volume.profiles.flatMap((part) => [...profileLines(part), ...part.furniture]),
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
        const laid = layoutOf(pages.join('\f'))
        const volume = parse(laid)
        const bound = pages.filter((text) => text === profile).length
        assert.equal(volume.profiles.length, Math.max(1, bound))
        assert.equal(volume.profiles.filter(({ sections }) => sections.size === 21).length, bound)
        if (bound === 0) return
        const within = volume.profiles.flatMap(profileLines).length
        assert.equal(within + volume.outside.length, laid.lines.length + laid.furniture.length)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import { listLines, parse } from '../../pipeline/parse/index.ts'
import { makeLayout } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

type Lines = readonly string[]

const [TITLE = '', NAME = '', BACKGROUND = ''] = MADE_UP_PROFILE
const OPEN = MADE_UP_PROFILE.slice(0, -3)
const ANNEX = ['ANNEX 1: LIST OF CONTACTS', 'The Harbour Office answered.', '1. Acronyms']

/** The first line of each profile of a file with these pages, and what is outside of all. */
const read = (...pages: readonly Lines[]): { readonly starts: Lines; readonly outside: Lines } => {
  const { profiles, outside } = parse(makeLayout(pages.map((page) => page.join('\n')).join('\f')))
  assert.deepEqual(
    profiles.flatMap(({ unexplained }) => unexplained),
    [],
  )
  return {
    starts: profiles.map((profile) => listLines(profile)[0]?.text ?? ''),
    outside: outside.map(({ text }) => text),
  }
}

const files: readonly (readonly [name: string, pages: readonly Lines[], starts: Lines, outside: Lines])[] = [
  ['one profile has nothing outside of it', [MADE_UP_PROFILE], [TITLE], []],
  [
    'no profile has one without sections, so that it can be reported',
    [['The bells ring.']],
    ['The bells ring.'],
    [],
  ],
  ['a profile behind other pages sets those aside', [['BELLS'], MADE_UP_PROFILE], [TITLE], ['BELLS']],
  [
    'several profiles has them all',
    [MADE_UP_PROFILE, MADE_UP_PROFILE, MADE_UP_PROFILE],
    [TITLE, TITLE, TITLE],
    [],
  ],
  ['two profiles on one page has both', [[...MADE_UP_PROFILE, ...MADE_UP_PROFILE]], [TITLE, TITLE], []],
  ['profiles may have lost a title', [MADE_UP_PROFILE, MADE_UP_PROFILE.slice(1)], [TITLE, NAME], []],
  [
    'profiles may have lost a title and name',
    [MADE_UP_PROFILE, MADE_UP_PROFILE.slice(2)],
    [TITLE, BACKGROUND],
    [],
  ],
  [
    'a profile has none in a table of contents, or where prose mentions the background',
    [
      ['CYBERWELLNESS PROFILE OF BELLS 5', 'CYBERWELLNESS PROFILE OF ROPES .... 8'],
      ['BACKGROUND', 'Bells were counted.', '1. CYBERSECURITY'],
      MADE_UP_PROFILE,
    ],
    [TITLE],
    [
      ...['CYBERWELLNESS PROFILE OF BELLS 5', 'CYBERWELLNESS PROFILE OF ROPES .... 8', 'BACKGROUND'],
      ...['Bells were counted.', '1. CYBERSECURITY'],
    ],
  ],
  ...[[], ['Last updated on 3rd March 2014'], ['DISCLAIMER: Wistrel does not exist.']].map(
    (closing) =>
      [
        `profiles ends before an annex where the last closes with ${JSON.stringify(closing)}`,
        [MADE_UP_PROFILE, [...OPEN, ...closing, ...ANNEX]],
        [TITLE, TITLE],
        ANNEX,
      ] as const,
  ),
  ...[
    ['ABOUT THE ISLANDS', 'The bells rang.'],
    ['Method', 'The ports were asked.'],
    ['PORT   BELLS', 'Reef   yes'],
  ].map(
    (part) =>
      [
        `profiles ends before the part ${part[0]}`,
        [MADE_UP_PROFILE, MADE_UP_PROFILE, part],
        [TITLE, TITLE],
        part.map((text) => text.replace(/ +/g, ' ')),
      ] as const,
  ),
  [
    'profiles ends after a note that continues on the next page and mentions an annex',
    [MADE_UP_PROFILE, OPEN, ['Annex 1 of the act lists the ports that answer reports.']],
    [TITLE, TITLE],
    [],
  ],
  [
    'profiles ends with closing lines, so that headings behind them are of no profile',
    [MADE_UP_PROFILE, MADE_UP_PROFILE, ['1.1.1 CRIMINAL LEGISLATION', 'What counts as a law.']],
    [TITLE, TITLE],
    ['1.1.1 CRIMINAL LEGISLATION', 'What counts as a law.'],
  ],
]

describe('a file of', () => {
  test.each(files)('%s', (_, pages, starts, outside) => {
    assert.deepEqual(read(...pages), { starts, outside })
  })

  it('one profile ends before an annex, whose lines belong to no part', () => {
    const [profile] = parse(makeLayout(`${OPEN.join('\n')}\f${ANNEX.join('\n')}`)).profiles
    assert.deepEqual(
      profile.unexplained.map(({ text }) => text),
      ANNEX,
    )
  })

  it('any pages holds every line in one profile or outside of all', () => {
    const profile = MADE_UP_PROFILE.join('\n')
    const page = fc.constantFrom(profile, 'THE STATE OF BELLS', 'The bells ring.\nThe bells rest.', '', '7')
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (pages) => {
        const laid = makeLayout(pages.join('\f'))
        const { profiles, outside } = parse(laid)
        const bound = pages.filter((text) => text === profile).length
        assert.equal(profiles.length, Math.max(1, bound))
        assert.equal(profiles.filter(({ sections }) => sections.size === 21).length, bound)
        if (bound === 0) return
        const held = [...profiles.flatMap((part) => [...listLines(part), ...part.furniture]), ...outside]
        assert.equal(held.length, new Set(held).size)
        assert.deepEqual(new Set<object>(held), new Set<object>([...laid.lines, ...laid.furniture]))
      }),
    )
  })
})

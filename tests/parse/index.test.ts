import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import { extractText } from '../../pipeline/extract/extract-text.ts'
import { type Line, layout } from '../../pipeline/layout/index.ts'
import { characterAccount, countAccountedCharacters } from '../../pipeline/normalize/characters.ts'
import { listLines, type Profile, parseProfile } from '../../pipeline/parse/index.ts'
import { makeLayout } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

const folder = new URL('../fixtures/text/', import.meta.url)

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''))

const read = (text: string): Profile => parseProfile(makeLayout(text))

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text)

/** What each part of a profile holds; parts without lines are left out. */
const outline = ({ sections, ...profile }: Profile): Record<string, unknown> => {
  const parts = Object.entries(profile).map(([name, lines]) => [name, texts(lines)] as const)
  const notes = Array.from(sections.values(), ({ printed, lines }) => [printed, texts(lines)] as const)
  return Object.fromEntries([...parts, ['sections', Object.fromEntries(notes)]])
}

const NOTHING = outline(read(''))

describe('a profile', () => {
  test.each(names)('has the parts that a person finds in %s', (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))
    assert.deepEqual(outline(read(readFileSync(new URL(`${name}.txt`, folder), 'utf8'))), expected)
  })

  it('has all 21 sections of the template, each with its text', () => {
    const { sections, parents, unexplained } = read(MADE_UP_PROFILE.join('\n'))
    assert.deepEqual([sections.size, parents.length, unexplained.length], [21, 7, 0])
    for (const { lines, knownWording, occurrences } of sections.values())
      assert.deepEqual([lines.length, knownWording, occurrences], [2, true, 1])
  })

  it('has one section where its heading occurs twice, with the text under both', () => {
    const { sections } = read('1.2.1 CIRT\nNone.\n1.2.2 STANDARDS\nNone.\n1.2.1 CIRT\nSee above.')
    const { occurrences, heading, lines } = sections.get('1.2.1') ?? assert.fail()
    assert.equal(occurrences, 2)
    assert.deepEqual(texts([...heading, ...lines]), ['1.2.1 CIRT', '1.2.1 CIRT', 'None.', 'See above.'])
  })

  it('keeps a heading in other words apart from those of the catalogue', () => {
    const { sections } = read('1.4.2 MANPOWER DEVELOPMENT\nNone.\n1.4.3 CERTIFIED STAFF\nNone.')
    assert.deepEqual(
      Array.from(sections.values(), ({ code, knownWording }) => [code, knownWording]),
      [
        ['1.4.2', true],
        ['1.4.3', false],
      ],
    )
  })

  test.each([
    [
      'without a single heading is title and closing lines',
      'Words of a tower.\nMore words.\nLast updated on 3 March 2014',
      { title: ['Words of a tower.', 'More words.'], closing: ['Last updated on 3 March 2014'] },
    ],
    [
      'leaves what follows the closing lines unexplained',
      '2.4 REPORTING MECHANISM\nNone.\nLast updated on 3 March 2014\nFound in an attic.',
      {
        sections: { '2.4 REPORTING MECHANISM': ['None.'] },
        closing: ['Last updated on 3 March 2014'],
        unexplained: ['Found in an attic.'],
      },
    ],
  ])('%s', (_, text, parts) => {
    assert.deepEqual(outline(read(text)), { ...NOTHING, ...parts })
  })

  it('holds every line in exactly one part, and accounts for every character, however lines are lost or moved', () => {
    const lines = fc.shuffledSubarray([...MADE_UP_PROFILE], { minLength: 1 }).chain((some) =>
      fc.constantFrom(
        some,
        MADE_UP_PROFILE.filter((line) => some.includes(line)),
      ),
    )
    fc.assert(
      fc.property(lines, (some) => {
        const { pages } = extractText(new TextEncoder().encode(some.join('\n')))
        const laidOut = layout(pages)
        const profile = parseProfile(laidOut)
        const held = [...listLines(profile), ...profile.furniture]
        assert.equal(held.length, new Set(held).size)
        assert.deepEqual(new Set(held), new Set([...laidOut.lines, ...laidOut.furniture]))
        const account = characterAccount(pages, profile)
        assert.equal(countAccountedCharacters(account), account.characters)
      }),
    )
  })
})

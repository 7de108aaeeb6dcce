import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { extractText } from '../../pipeline/extract/extract-text.ts'
import { type Line, layout } from '../../pipeline/layout/index.ts'
import { characterAccount, countAccountedCharacters } from '../../pipeline/normalize/characters.ts'
import { type Profile, parseProfile } from '../../pipeline/parse/index.ts'
import { makeLayout } from '../lines.ts'
import { MADE_UP_PROFILE } from './made-up-profile.ts'

const folder = new URL('../fixtures/text/', import.meta.url)

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''))

const read = (text: string): Profile => parseProfile(makeLayout(text))

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text)

const outline = (profile: Profile): Record<string, unknown> => ({
  title: texts(profile.title),
  background: texts(profile.background),
  parents: texts(profile.parents),
  remarks: texts(profile.remarks),
  sections: Object.fromEntries(
    [...profile.sections.values()].map((section) => [section.printed, texts(section.lines)]),
  ),
  closing: texts(profile.closing),
  furniture: texts(profile.furniture),
  unexplained: texts(profile.unexplained),
})

/** Every line of a profile, as often as a part of it holds the line. */
const linesIn = (profile: Profile): readonly Line[] => [
  ...profile.title,
  ...profile.background,
  ...profile.parents,
  ...profile.remarks,
  ...[...profile.sections.values()].flatMap(({ heading, lines }) => [...heading, ...lines]),
  ...profile.closing,
  ...profile.furniture,
  ...profile.unexplained,
]

describe('a profile', () => {
  for (const name of names) {
    it(`has the parts that a person finds in ${name}`, () => {
      const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))
      assert.deepEqual(outline(read(readFileSync(new URL(`${name}.txt`, folder), 'utf8'))), expected)
    })
  }

  it('has all 21 sections of the template, each with its text', () => {
    const { sections, parents, unexplained } = read(MADE_UP_PROFILE.join('\n'))
    assert.equal(sections.size, 21)
    assert.equal(parents.length, 7)
    assert.deepEqual(unexplained, [])
    for (const { lines, knownWording, occurrences } of sections.values()) {
      assert.equal(lines.length, 2)
      assert.ok(knownWording)
      assert.equal(occurrences, 1)
    }
  })

  it('has one section where its heading occurs twice, with the text under both', () => {
    const section = read('1.2.1 CIRT\nNone.\n1.2.2 STANDARDS\nNone.\n1.2.1 CIRT\nSee above.').sections.get(
      '1.2.1',
    )
    assert.ok(section)
    assert.equal(section.occurrences, 2)
    assert.deepEqual(texts(section.heading), ['1.2.1 CIRT', '1.2.1 CIRT'])
    assert.deepEqual(texts(section.lines), ['None.', 'See above.'])
  })

  it('keeps a heading in other words apart from those of the catalogue', () => {
    const { sections } = read('1.4.2 MANPOWER DEVELOPMENT\nNone.\n1.4.3 CERTIFIED STAFF\nNone.')
    assert.deepEqual(
      [...sections.values()].map(({ code, knownWording }) => [code, knownWording]),
      [
        ['1.4.2', true],
        ['1.4.3', false],
      ],
    )
  })

  it('without a single heading is title and closing lines', () => {
    const { title, sections, closing } = read('Words of a tower.\nMore words.\nLast updated on 3 March 2014')
    assert.deepEqual(texts(title), ['Words of a tower.', 'More words.'])
    assert.equal(sections.size, 0)
    assert.deepEqual(texts(closing), ['Last updated on 3 March 2014'])
  })

  it('leaves what follows the closing lines unexplained', () => {
    const { closing, unexplained } = read(
      '2.4 REPORTING MECHANISM\nNone.\nLast updated on 3 March 2014\nFound in an attic.',
    )
    assert.deepEqual(texts(closing), ['Last updated on 3 March 2014'])
    assert.deepEqual(texts(unexplained), ['Found in an attic.'])
  })

  it('of no lines has no parts', () => {
    assert.deepEqual(linesIn(read('')), [])
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
        const held = linesIn(profile)
        assert.equal(held.length, new Set(held).size)
        assert.deepEqual(new Set(held), new Set([...laidOut.lines, ...laidOut.furniture]))
        const account = characterAccount(pages, profile)
        assert.equal(countAccountedCharacters(account), account.characters)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { layout, type PlacedLine } from '../../../pipeline/layout/index.ts'
import { findItems, type ItemSource, makeItemRows } from '../../../pipeline/normalize/items/index.ts'
import { identifyBodies } from '../../../pipeline/normalize/items/own-bodies.ts'
import { makeNote } from '../../../pipeline/normalize/note.ts'
import { readNoteWords } from '../../../pipeline/normalize/place.ts'
import { collectVocabulary } from '../../../pipeline/parse/index.ts'
import { listUnknownNames, SECTIONS, type Section, sectionByCode } from '../../../schemas/index.ts'
import { readCases, readGroups } from '../../case-file.ts'
import { linedPage } from '../../layout/point-page.ts'
import { placedLines } from '../../lines.ts'
import { readNoteText } from '../read-note-text.ts'

const source = (country_code: string): ItemSource => ({
  document_id: `${country_code.toLowerCase()}-2014-03-03-01234567`,
  country: 'Qelvara',
  country_code,
  source_date: '2014-03-03',
  derivation: 'text_layer',
})

const section = (code: string): Section => sectionByCode(code) ?? assert.fail(`no section ${code}`)
const readLines = (code: string, lines: readonly PlacedLine[], country = 'XAA') =>
  makeItemRows(
    section(code),
    makeNote(lines, collectVocabulary(lines)),
    readNoteWords(code, lines),
    source(country),
  )
const read = (code: string, text: string, country?: string) => readLines(code, placedLines(text), country)
const kinds = (code: string, text: string): string[] =>
  read(code, text).map((item) => `${item.kind}: ${item.text}`)

/** Notes with the kinds and names of their items; the last three groups of the file are other cases. */
const named = readGroups(import.meta.url).slice(0, -3)
const measured = readCases(import.meta.url, 'in the manner of the profiles').map(
  ([code = '', items = '', note = '']) => ({ items: items.split('; '), found: kinds(code, note) }),
)

describe('the items of a note', () => {
  for (const [title, notes] of named)
    it.each(notes)(`${title}: %s %s %s`, (code, items, note) => {
      assert.equal(kinds(code, note).join('; '), items)
    })

  it('are at least 88 % of what notes in the manner of the profiles name, and 90 % of them are right', () => {
    const [all, found] = [measured.flatMap(({ items }) => items), measured.flatMap(({ found }) => found)]
    const right = measured.flatMap(({ items, found }) => found.filter((item) => items.includes(item)))
    assert.ok(right.length >= 0.88 * all.length, `${right.length} of ${all.length} named`)
    assert.ok(right.length >= 0.9 * found.length, `${right.length} of ${found.length} found`)
  })

  it.each(readCases(import.meta.url, 'what is cited of a law'))(
    'keep apart what is cited of a law: %s %s %s',
    (code, detail, note) => {
      const [item] = read(code, note)
      assert.deepEqual([item?.text, item?.detail], ['Tower Act', detail])
    },
  )

  it('keep apart the articles of a treaty', () => {
    const [treaty] = read(
      '2.2',
      'Qelvara has acceded, with no reservations to articles 2 and 3, to the Convention on the Rights of the Child.',
    )
    assert.deepEqual(
      [treaty?.text, treaty?.detail, treaty?.entity_id],
      ['Convention on the Rights of the Child', 'articles 2 and 3', 'crc'],
    )
  })

  it.each(readCases(import.meta.url, 'drafts'))(
    'are drafts where words say so: %s %s %s',
    (code, stage, note) => {
      assert.equal(read(code, note).at(-1)?.stage, stage)
    },
  )

  it('have one entity however it is spelled', () => {
    for (const name of ['CICTE-OAS', 'OAS CICTE', 'Inter-American Committee against Terrorism (CICTE)'])
      assert.equal(read('1.5.4', `Qelvara is a member of ${name}.`)[0]?.entity_id, 'oas-cicte', name)
  })

  it('have the entity of the country that is named before them, or whose profile it is', () => {
    const findId = (note: string, country?: string) => read('1.5.4', note, country)[0]?.entity_id
    assert.equal(findId('It works with the BSI.'), 'bsi-group')
    assert.equal(findId('It works with the BSI.', 'DEU'), 'bsi')
    assert.equal(findId('- Germany BSI'), 'bsi')
  })

  it('need review where other names of their kind are known, and this one is not', () => {
    const items = read('1.5.4', 'Qelvara is a member of the Lamp Lighters Forum.')
    assert.deepEqual([items[0]?.entity_id, items[0]?.confidence], [null, 'review'])
    assert.equal(listUnknownNames(items), 'Lamp Lighters Forum')
  })

  it('are the partner countries too, the country itself left out', () => {
    const found = read('1.5.1', 'Norway has partnerships with Sweden, Finland and Norway.', 'NOR')
    assert.deepEqual(
      found.map(({ text, kind, code }) => [text, kind, code]),
      [
        ['Sweden', 'partner_country', 'SWE'],
        ['Finland', 'partner_country', 'FIN'],
      ],
    )
  })

  it.each<[lines: readonly string[], x0: number, x1: number, y0: number]>([
    [['- Tower Act', 'of 2010'], 82, 127, 697.5],
    [['seen by the Lamp Act now'], 132, 172, 697.5],
    [['seen by the Lamp', 'Act of Brel now'], 132, 152, 697.5],
    // a hyphen at a line end is no letter of the note
    [['a well-', 'known Lamp Act stays'], 102, 142, 683.5],
  ])('are where their words are on the first line: %s', (lines, ...place) => {
    const [item] = readLines('1.1.1', layout([linedPage(lines, 2)]).lines)
    assert.deepEqual([item?.page, item?.x0, item?.x1, item?.y0], [2, ...place])
  })

  it('have a page alone in a text without positions', () => {
    const [item] = read('1.1.1', 'Qelvara has the Lamp Act.')
    assert.deepEqual([item?.page, item?.x0, item?.y1], [1, null, null])
  })
})

describe('the bodies of a country', () => {
  it('have an id where they are teams or several sections name them', () => {
    const items = [
      ...read('1.2.1', 'The national CIRT (QelCERT) is run by the Tower Safety Agency (TSA).'),
      ...read('1.3.3', 'TSA and the Lamp Office are responsible.'),
      ...read('1.5.4', 'QelCERT is a member of FIRST.'),
    ]
    assert.deepEqual(
      identifyBodies(items).map(({ text, entity_id }) => [text, entity_id]),
      [
        ['QelCERT', 'qelcert'],
        ['Tower Safety Agency (TSA)', 'tsa-xaa'],
        ['TSA', 'tsa-xaa'],
        ['Lamp Office', null],
        ['QelCERT', 'qelcert'],
        ['FIRST', 'first'],
      ],
    )
  })
})

const PIECES =
  'Act Law of the and for in Ministry Tower Agency (LAF) “Lamp” , . ; : - • 1) National CERT-XY Strategy is a member of FIRST ISO 27001 France article 5 2014 website www.lamp.org'.split(
    ' ',
  )
const printed = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })), {
    maxLength: 40,
  })
  .map((words) => words.join(' '))

describe('the items of any note', () => {
  it('are clean names of at most 160 characters in order of mention', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECTIONS), printed, (declared: Section, text) => {
        const found = findItems(declared, readNoteText(text), 'NOR')
        for (const [index, item] of found.entries()) {
          assert.ok(item.text.length > 0 && item.text.length <= 160, item.text)
          assert.doesNotMatch(item.text, /[.;,]$|^\s|\s$|^(?:the|a|an)\s/i)
          assert.ok((found[index - 1]?.start ?? 0) <= item.start && item.start < item.end)
          assert.equal(item.stage !== null, item.kind === 'instrument')
        }
      }),
    )
  })

  it('are read in steps that grow with the length of the note', () => {
    const exec = RegExp.prototype.exec
    let steps = 0
    const count = (unit: string, times: number): number => {
      const text = unit.repeat(times)
      const note = { text, entries: [{ start: 0, end: text.length, marked: false, lines: [] }] }
      steps = 0
      for (const code of ['1.1.1', '1.5.1', '1.5.4']) findItems(section(code), note, 'NOR')
      return steps
    }
    // characters that patterns have read
    RegExp.prototype.exec = function (this: RegExp, words: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0
      const match = exec.call(this, words)
      steps += 1 + (match ? match.index + match[0].length : words.length) - from
      return match
    }
    try {
      for (const unit of [
        'and France ',
        'whose ',
        'that ',
        '“ ',
        'of Xa ',
        'Ministry of X, ',
        '- Law A ',
        '(ABC) ',
      ]) {
        count(unit, 10)
        const [short, long] = [count(unit, 100), count(unit, 200)]
        assert.ok(long < 2.5 * short + 1000, `${unit}: ${short} and ${long} steps`)
      }
    } finally {
      RegExp.prototype.exec = exec
    }
  })
})

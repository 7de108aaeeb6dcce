import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { layout } from '../../../pipeline/layout/index.ts'
import { findItems, type ItemSource, makeItemRows } from '../../../pipeline/normalize/items/index.ts'
import { makeNote } from '../../../pipeline/normalize/note.ts'
import { collectVocabulary } from '../../../pipeline/parse/index.ts'
import { SECTIONS, type Section, sectionByCode } from '../../../schemas/index.ts'
import { pointPage, run } from '../../layout/point-page.ts'
import { readNoteText } from '../read-note-text.ts'

const source = (country_code: string): ItemSource => ({
  document_id: `${country_code.toLowerCase()}-2014-03-03-01234567`,
  country: 'Qelvara',
  country_code,
  source_date: '2014-03-03',
  derivation: 'text_layer',
})

const section = (code: string): Section => sectionByCode(code) ?? assert.fail(`no section ${code}`)
const read = (code: string, text: string, country = 'XAA') =>
  makeItemRows(section(code), readNoteText(text), source(country))
const texts = (code: string, text: string): string[] => read(code, text).map((item) => item.text)
const kinds = (code: string, text: string): string[] =>
  read(code, text).map((item) => `${item.kind}: ${item.text}`)

describe('the entries of a list', () => {
  it('are named without their marks, whatever the mark', () => {
    for (const list of [
      '- Tower Act\n- Lantern Act',
      '• Tower Act\n• Lantern Act',
      '➤ Tower Act ➤ Lantern Act',
      '1. Tower Act 2. Lantern Act',
      '1) Tower Act\n2) Lantern Act',
      '(a) Tower Act (b) Lantern Act',
      'i. Tower Act ii. Lantern Act',
      '-Tower Act -Lantern Act',
    ]) {
      assert.deepEqual(texts('1.1.1', `In force are:\n${list}`), ['Tower Act', 'Lantern Act'], list)
    }
  })

  it('are several where they stand in one printed line', () => {
    assert.deepEqual(texts('1.5.4', 'It is a member of:\n- FIRST - TERENA - ENISA'), [
      'FIRST',
      'TERENA',
      'ENISA',
    ])
  })

  it('run over lines, and end where their sentence does', () => {
    assert.deepEqual(
      texts('1.1.1', 'In force are:\n- Tower Act\nof 2010\n- Lantern Act. Many people know it.'),
      ['Tower Act of 2010', 'Lantern Act'],
    )
  })

  it('that only announce others, or name nothing, are none', () => {
    assert.deepEqual(texts('1.1.1', '- Acts of the chamber:\n- Tower Act\n- None'), ['Tower Act'])
  })
})

describe('a name', () => {
  it('has no article, quote, footnote mark, remark or description', () => {
    for (const printed of [
      'The Tower Act*',
      '“Tower Act”',
      'Tower Act (*);',
      'Tower Act (final draft phase)',
      'Tower Act, which protects towers',
    ]) {
      assert.deepEqual(texts('1.1.1', `In force are:\n- ${printed}`), ['Tower Act'], printed)
    }
  })

  it('keeps what is cited of it apart', () => {
    for (const [printed, detail] of [
      ['Section 15 of the Tower Act', 'Section 15'],
      ['Tower Act (Articles 3, 4 and 9)', 'Articles 3, 4 and 9'],
      ['§7-§9* of the Tower Act.', '§7-§9'],
      ['Section 293, Tower Act', 'Section 293'],
    ] as const) {
      const [item] = read('2.1', `In force are:\n- ${printed}`)
      assert.deepEqual([item?.text, item?.detail], ['Tower Act', detail])
    }
    const [treaty] = read(
      '2.2',
      'Qelvara has acceded, with no reservations to articles 2 and 3, to the Convention on the Rights of the Child.',
    )
    assert.deepEqual(
      [treaty?.text, treaty?.detail, treaty?.entity_id],
      ['Convention on the Rights of the Child', 'articles 2 and 3', 'crc'],
    )
  })

  it('keeps its abbreviation, and is not named again by it', () => {
    assert.deepEqual(texts('1.3.3', 'The Tower Safety Agency (TSA) leads. TSA also trains.'), [
      'Tower Safety Agency (TSA)',
    ])
  })

  it('of a team is in the bracket behind the generic word', () => {
    assert.deepEqual(texts('1.2.1', 'It has an officially recognized national CIRT (QelCERT).'), ['QelCERT'])
  })

  it('is parted from another at “and”, but not within', () => {
    assert.deepEqual(
      texts('1.3.3', 'The Ministry of Towers and Lamps and the Lantern Police Department are responsible.'),
      ['Ministry of Towers and Lamps', 'Lantern Police Department'],
    )
  })
})

describe('the kind of a name', () => {
  it('is told by its own words, not by the section', () => {
    assert.deepEqual(
      kinds('1.4.1', 'Responsible are:\n- Tower Institute\n- National Lamp Strategy\n- Budapest Convention'),
      ['organisation: Tower Institute', 'instrument: National Lamp Strategy', 'treaty: Budapest Convention'],
    )
  })

  it('is a membership where the country belongs to the body, and an organisation where it works with it', () => {
    assert.deepEqual(kinds('1.5.4', 'Qelvara is a member of APCERT and cooperates with INTERPOL.'), [
      'membership: APCERT',
      'organisation: INTERPOL',
    ])
  })

  it('follows the words beside a name in quotes', () => {
    assert.deepEqual(
      kinds('1.4.2', 'It runs the campaign “Lamps for Everyone” and a project “Towers and You”.'),
      ['programme: Lamps for Everyone', 'programme: Towers and You'],
    )
  })
})

describe('an entity', () => {
  it('is one however it is spelled', () => {
    const ids = ['CICTE-OAS', 'OAS CICTE', 'Inter-American Committee against Terrorism (CICTE)'].map(
      (name) => read('1.5.4', `Qelvara is a member of ${name}.`)[0]?.entity_id,
    )
    assert.deepEqual(ids, ['oas-cicte', 'oas-cicte', 'oas-cicte'])
  })

  it('that no table knows is left for review where its kind has known spellings', () => {
    const [item] = read('1.5.4', 'Qelvara is a member of the Lamp Lighters Forum.')
    assert.deepEqual([item?.entity_id, item?.confidence], [null, 'review'])
  })

  it('of a standard follows from its number, a misprint too', () => {
    const [item] = read('1.4.4', 'One agency is certified (ISO 270001).')
    assert.deepEqual(
      [item?.text, item?.code, item?.entity_id],
      ['ISO 270001', 'ISO/IEC 27001', 'iso-iec-27001'],
    )
  })
})

describe('the items of a note', () => {
  it('are draft instruments where their words or those around them say so', () => {
    assert.deepEqual(
      read('1.1.1', '- Tower Act\n- Draft Lantern Law').map(({ stage }) => stage),
      ['in_force', 'draft'],
    )
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

  it('are contacts: whole addresses and numbers', () => {
    assert.deepEqual(
      texts('2.4', 'Write to desk@lamps.example.org, see http://www.police.example/ or call 1800 11 4949.'),
      ['desk@lamps.example.org', 'http://www.police.example', '1800 11 4949'],
    )
  })

  it('are no country, date, generic word or announcement', () => {
    for (const text of [
      'Norway does not have an officially recognized national CIRT.',
      'Checks of readiness were made in May 2010.',
      'There is no agency responsible for Cybersecurity.',
    ]) {
      assert.deepEqual(texts('1.2.1', text), [], text)
    }
  })

  it('stand where their words on the first line stand', () => {
    const { lines } = layout([pointPage([run('- Tower Act', 72, 700), run('of 2010', 72, 686)], 2)])
    const [item] = makeItemRows(section('1.1.1'), makeNote(lines, collectVocabulary(lines)), source('XAA'))
    assert.ok(item)
    const { page, x0, y0, x1, y1 } = item
    assert.deepEqual([page, x0, y0, x1, y1], [2, 82, 697.5, 127, 707.5])
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
          assert.doesNotMatch(item.text, /[;,]$|^\s|\s$|^(?:the|a|an)\s/i)
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
        const [short, long] = [count(unit, 200), count(unit, 400)]
        assert.ok(long < 2.5 * short + 1000, `${unit}: ${short} and ${long} steps`)
      }
    } finally {
      RegExp.prototype.exec = exec
    }
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { layout } from '../../../pipeline/layout/index.ts'
import { findingsIn, type ItemSource, itemsOf } from '../../../pipeline/normalize/items/index.ts'
import { makeNote } from '../../../pipeline/normalize/note.ts'
import { vocabularyOf } from '../../../pipeline/parse/index.ts'
import { SECTIONS, type Section, sectionByCode } from '../../../schemas/index.ts'
import { pointPage, run } from '../../layout/point-page.ts'
import { noteOf } from '../note-of.ts'

const source = (country_code: string): ItemSource => ({
  document_id: `${country_code.toLowerCase()}-2014-03-03-01234567`,
  country: 'Wistrel',
  country_code,
  source_date: '2014-03-03',
  derivation: 'text_layer',
})

const section = (code: string): Section => sectionByCode(code) ?? assert.fail(`no section ${code}`)

const read = (code: string, text: string) => itemsOf(section(code), noteOf(text), source('XAA'))

const texts = (code: string, text: string): string[] => read(code, text).map((item) => item.text)

describe('the items of a note', () => {
  it('are the entries of its list, without their marks', () => {
    assert.deepEqual(texts('1.1.1', 'In force are:\n- Tower Act\nof 2010\n• Lantern Act'), [
      'Tower Act of 2010',
      'Lantern Act',
    ])
  })

  it('are the things that prose names, where the section asks for their kind', () => {
    assert.deepEqual(texts('1.1.1', 'The Tower Act is in force.'), ['Tower Act'])
    assert.deepEqual(texts('2.2', 'The Tower Act is in force.'), [])
  })

  it('are none in an empty note', () => {
    assert.deepEqual(read('1.1.1', ''), [])
  })

  it('are none where an entry names nothing', () => {
    assert.deepEqual(texts('1.1.1', '- None.\n- N/A\n- nil\n- Nonesuch Act'), ['Nonesuch Act'])
  })

  it('are counted from 1 and carry the keys of their section', () => {
    const keys = read('1.1.2', '- Tower Act\n- Lantern Act').map((item) => [
      item.document_id,
      item.section_code,
      item.item_no,
    ])
    assert.deepEqual(keys, [
      ['xaa-2014-03-03-01234567', '1.1.2', 1],
      ['xaa-2014-03-03-01234567', '1.1.2', 2],
    ])
  })

  it('are of the kind that the section lists', () => {
    for (const [code, kind] of [
      ['1.1.1', 'instrument'],
      ['1.2.1', 'organisation'],
      ['1.5.4', 'membership'],
      ['2.4', 'contact'],
    ] as const) {
      assert.deepEqual(
        read(code, '- Tower').map((item) => item.kind),
        [kind],
      )
    }
  })

  it('are drafts or in force where they are instruments, and neither elsewhere', () => {
    const stages = (code: string, text: string) => read(code, text).map(({ stage }) => stage)
    assert.deepEqual(stages('1.1.1', '- Tower Bill\n- Draft Lantern Act\n- Bell Act\n- Billing Act'), [
      'draft',
      'draft',
      'in_force',
      'in_force',
    ])
    assert.deepEqual(stages('1.2.1', '- Draft Team'), [null])
  })

  it('are the countries that are named as partners, with their codes, the country itself left out', () => {
    const found = itemsOf(
      section('1.5.1'),
      noteOf('Norway has partnerships with Sweden, Finland and Norway.'),
      source('NOR'),
    )
    assert.deepEqual(
      found.map(({ text, kind, code, item_no }) => [text, kind, code, item_no]),
      [
        ['Sweden', 'partner_country', 'SWE', 1],
        ['Finland', 'partner_country', 'FIN', 2],
      ],
    )
  })

  it('stand in the order of mention, entries and partners together', () => {
    const found = texts('1.5.1', 'Wistrel has partnerships with:\n- Office of Sweden\n- Office of Finland')
    assert.deepEqual(found, ['Office of Sweden', 'Sweden', 'Office of Finland', 'Finland'])
  })

  it('stand where their words on the first line stand', () => {
    const { lines } = layout([pointPage([run('- Tower Act', 72, 700), run('of 2010', 72, 686)], 2)])
    const [item] = itemsOf(section('1.1.1'), makeNote(lines, vocabularyOf(lines)), source('XAA'))
    assert.ok(item)
    const { page, x0, y0, x1, y1 } = item
    assert.deepEqual([page, x0, y0, x1, y1], [2, 82, 697.5, 127, 707.5])
  })

  it('of a text file stand on a page without a place', () => {
    const [item] = read('1.1.1', '- Tower Act')
    assert.ok(item)
    const { page, x0, y0, x1, y1 } = item
    assert.deepEqual([page, x0, y0, x1, y1], [1, null, null, null, null])
  })

  it('name each thing once, an abbreviation and its name as one', () => {
    assert.deepEqual(
      texts('1.2.1', 'The Lamp Centre (LHO-CERT) works. LHO-CERT helps. The Lamp Centre is old.'),
      ['Lamp Centre (LHO-CERT)'],
    )
  })

  it('are entries alone where a list says which there are, and both where its entries are of several kinds', () => {
    assert.deepEqual(texts('1.1.1', 'Beside the Oil Code there are:\n- Tower Act'), ['Tower Act'])
    assert.deepEqual(texts('1.2.2', 'The Oil Office follows:\n- ISO 27001'), ['Oil Office', 'ISO 27001'])
  })

  it('of a kind beside the list’s are taken from its entries', () => {
    assert.deepEqual(
      read('1.1.1', '- Tower Act, see www.towers.org\n- Oil Act').map(({ kind, text }) => [kind, text]),
      [
        ['instrument', 'Tower Act, see www.towers.org'],
        ['contact', 'www.towers.org'],
        ['instrument', 'Oil Act'],
      ],
    )
  })
})

const WORDS = [
  ...[
    'the',
    'and',
    'of',
    'on',
    'in',
    'is',
    'a',
    'member',
    'with',
    'not',
    'to',
    'articles',
    'number',
    'draft',
  ],
  ...[
    'National',
    'Lamp',
    'Act',
    'Law',
    'Ministry',
    'Office',
    'Strategy',
    'Convention',
    'Workshop',
    'Article',
  ],
  ...[
    'FIRST',
    'XX-CERT',
    '(LHO)',
    '“Light”',
    'campaign',
    'Norway',
    'Sweden’s',
    'ISO',
    '27001',
    '2012',
    '16,',
  ],
  ...[
    'www.lamps.org',
    'helpline',
    '1717',
    'No.',
    '12/2008',
    '-',
    '•',
    '.',
    ',',
    ';',
    ':',
    '\n',
    '\n- ',
    '(',
    ')',
  ],
]
const printed = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 6 })), {
    maxLength: 40,
  })
  .map((words) => words.join(' '))

describe('the items of any note', () => {
  it('are verbatim, in order of mention, counted without a gap, of kinds that the section declares', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECTIONS), printed, (declared: Section, text) => {
        const note = noteOf(text)
        const kinds = [declared.listItems, ...(declared.mixedList ?? []), ...(declared.namedItems ?? [])]
        const items = itemsOf(declared, note, source('NOR'))
        for (const [index, item] of items.entries()) {
          assert.equal(item.item_no, index + 1)
          assert.ok(item.text.trim() !== '' && note.text.includes(item.text))
          assert.ok(kinds.includes(item.kind))
          assert.equal(item.stage !== null, item.kind === 'instrument')
        }
      }),
    )
  })

  it('do not share words with another of their kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECTIONS), printed, (declared: Section, text) => {
        const note = noteOf(text)
        const findings = findingsIn(declared, note, 'NOR')
        for (const [index, finding] of findings.entries()) {
          assert.ok(finding.start < finding.end && finding.end <= note.text.length)
          assert.ok((findings[index - 1]?.start ?? 0) <= finding.start)
          for (const other of findings.slice(index + 1)) {
            const apart = finding.end <= other.start || other.end <= finding.start
            assert.ok(apart || finding.kind !== other.kind)
          }
        }
      }),
    )
  })
})

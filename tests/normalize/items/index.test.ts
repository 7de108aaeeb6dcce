import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { layout } from '../../../pipeline/layout/index.ts'
import { itemsOf } from '../../../pipeline/normalize/items/index.ts'
import { makeNote } from '../../../pipeline/normalize/note.ts'
import { vocabularyOf } from '../../../pipeline/parse/index.ts'
import { type Section, sectionByCode } from '../../../schemas/index.ts'
import { pointPage, run } from '../../layout/point-page.ts'
import { noteOf } from '../note-of.ts'

const ID = 'xaa-2014-03-03-01234567'

const section = (code: string): Section => sectionByCode(code) ?? assert.fail(`no section ${code}`)

const read = (code: string, text: string) => itemsOf(section(code), noteOf(text), ID, 'XAA')

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
      [ID, '1.1.2', 1],
      [ID, '1.1.2', 2],
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
      ID,
      'NOR',
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
    const [item] = itemsOf(section('1.1.1'), makeNote(lines, vocabularyOf(lines)), ID, 'XAA')
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
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { listEntries } from '../../../pipeline/normalize/items/list-entries.ts'
import { sectionByCode } from '../../../schemas/index.ts'
import { noteOf } from '../note-of.ts'

const entries = (code: string, printed: string): [string, string, string | null][] => {
  const note = noteOf(printed)
  const section = sectionByCode(code) ?? assert.fail(`no section ${code}`)
  return listEntries(section, note).map(({ kind, start, end, code: own }) => [
    kind,
    note.text.slice(start, end),
    own,
  ])
}

describe('listEntries', () => {
  it('are of the one kind of their section, whatever they say', () => {
    assert.deepEqual(entries('1.1.1', 'In force:\n- Lamp Act\n- Lamp Office'), [
      ['instrument', 'Lamp Act', null],
      ['instrument', 'Lamp Office', null],
    ])
  })

  it('say what they are in a list of several kinds', () => {
    assert.deepEqual(entries('1.2.2', 'Through:\n- ISO 27001 for all\n- Lamp Act\n- Lamp Office\n- lamps'), [
      ['standard', 'ISO 27001 for all', 'ISO/IEC 27001'],
      ['instrument', 'Lamp Act', null],
      ['organisation', 'Lamp Office', null],
      ['standard', 'lamps', null],
    ])
  })

  it('are events with their years, or where the list announces such', () => {
    assert.deepEqual(
      entries('1.5.4', 'It joined these activities:\n- Lamp Exercise 2014\n- Light and dark\n- FIRST'),
      [
        ['event', 'Lamp Exercise 2014', '2014'],
        ['event', 'Light and dark', null],
        ['membership', 'FIRST', null],
      ],
    )
  })

  it('are memberships of known bodies only where the list is one of members', () => {
    assert.deepEqual(entries('1.5.1', 'It is a member of:\n- FIRST'), [['membership', 'FIRST', null]])
    assert.deepEqual(entries('1.5.1', 'It has partnerships with:\n- FIRST'), [
      ['organisation', 'FIRST', null],
    ])
  })

  it('leave out what names nothing, leads to further entries, or names countries alone', () => {
    assert.deepEqual(
      entries('1.5.1', 'With:\n- None.\n- It works with:\n- Sweden, Finland and Norway\n- Lamp Office'),
      [['organisation', 'Lamp Office', null]],
    )
  })

  it('are none where a section has no lists', () => {
    assert.deepEqual(entries('1.4.3', '- Lamp Office'), [])
  })
})

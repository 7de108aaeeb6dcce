import assert from 'node:assert/strict'
import { test } from 'vitest'
import { sectionChange } from '../../../../pipeline/explorer/site/model/edition-changes.ts'
import { section } from './entries.ts'

test('a changed note is told word by word', () => {
  const { status, note, parts } = sectionChange(
    section({ status: 'planned', note: 'A team is planned.' }),
    section({ note: 'A team is working.' }),
  )
  assert.ok(status && note)
  assert.deepEqual(
    parts.filter(({ change }) => change !== 'kept').map(({ text, change }) => `${change} ${text}`),
    ['removed planned', 'added working'],
  )
})

test('the former and the present note can both be read from the parts', () => {
  const [before, after] = ['One team, two rooms.', 'Two teams and two rooms.']
  const { parts } = sectionChange(section({ note: before }), section({ note: after }))
  const without = (change: string): string =>
    parts
      .filter((part) => part.change !== change)
      .map(({ text }) => text)
      .join('')
  assert.deepEqual([without('added'), without('removed')], [before, after])
})

test('nothing changed where status, figure and note are the same', () => {
  const { status, note } = sectionChange(section(), section({ page: 2 }))
  assert.deepEqual([status, note], [false, false])
})

test('a note that came is new as a whole', () => {
  const { parts } = sectionChange(section({ note: null }), section({ note: 'A team.' }))
  assert.deepEqual(parts, [{ text: 'A team.', change: 'added' }])
})

test('very long notes are shown whole instead of compared', () => {
  const { parts } = sectionChange(section({ note: 'a '.repeat(20_000) }), section({ note: 'b' }))
  assert.deepEqual(parts, [{ text: 'b', change: 'added' }])
})

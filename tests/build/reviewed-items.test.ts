import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { describe, it, test } from 'vitest'
import { parseReviewedItems, readReviewedItems, reviewItems } from '../../pipeline/build/reviewed-items.ts'
import { fingerprintNote } from '../../pipeline/io/note-fingerprint.ts'
import { documentRows } from './document-rows.ts'

const HEADER = 'document,section_code,note,kind,text,stage,detail,code,entity_id'
const NOTE = 'The Bell Act is in force.'
const makeKey = (note: string): string => `xaa-2014-08-12,1.1.1,${fingerprintNote(note)}`
const key = makeKey(NOTE)
const rows = (note = NOTE) => {
  const read = documentRows({ file: 'a.pdf', code: 'XAA' })
  return {
    ...read,
    indicators: read.indicators.map((row) => (row.section_code === '1.1.1' ? { ...row, note } : row)),
  }
}

/** The words of a note on one line, each letter ten points wide. */
const placeWords = (note: string) => {
  let end = 0
  return [...note.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    end += word.replace(/\W/g, '').length
    return [end, 0, index * 10, (index + word.length) * 10] as const
  })
}

describe('reviewed items', () => {
  it('take the place of what the rules found in a note of the same letters and digits', () => {
    const reviewed = parseReviewedItems(
      `${HEADER}\n${key},instrument,Bell Act,in_force,section 4,,\n${key},organisation,Bell Office,,,,first\n`,
    )
    const { items } = reviewItems(rows(), reviewed)
    assert.deepEqual(
      items.map(({ text, kind, detail, entity_id, confidence, derivation }) => [
        ...[text, kind, detail, entity_id],
        ...[confidence, derivation],
      ]),
      [
        ['Bell Act', 'instrument', 'section 4', null, 'reviewed', 'reviewed'],
        ['Bell Office', 'organisation', null, 'first', 'reviewed', 'reviewed'],
      ],
    )
  })

  it('are where their letters are in the note, whole words only, in order', () => {
    const note = 'The Aid Act aids. The Bell  (Aid) Act is older than the Bell Act.'
    const line = { page: 1, y0: 10, y1: 20, x0: 0, x1: 640 }
    const noteWords = [{ section_code: '1.1.1', lines: [line], words: placeWords(note) }]
    const findEdges = (...names: string[]) => {
      const list = names.map((name) => `${makeKey(note)},instrument,${name},in_force,,,\n`)
      const reviewed = parseReviewedItems(`${HEADER}\n${list.join('')}`)
      return reviewItems({ ...rows(note), noteWords }, reviewed).items.map(({ x0, x1 }) => [x0, x1])
    }
    assert.deepEqual(findEdges('Bell (Aid) Act', 'Bell Act'), [
      [220, 370],
      [560, 650],
    ])
    assert.deepEqual(findEdges('Aid', 'Aid', 'Bells'), [
      [40, 70],
      [280, 330],
      [null, null],
    ])
  })

  it('say so where a note names nothing', () => {
    assert.deepEqual(reviewItems(rows(), parseReviewedItems(`${HEADER}\n${key},,,,,,\n`)).items, [])
  })

  it('leave other notes to the rules', () => {
    const other = key.replace(/[0-9a-f]{16}$/, '0'.repeat(16))
    const { items } = reviewItems(rows(), parseReviewedItems(`${HEADER}\n${other},,,,,,\n`))
    assert.deepEqual(items, rows().items)
  })

  it('are refused with the line that is wrong', () => {
    assert.throws(() => parseReviewedItems(`${HEADER}\n${key},lamp,Bell,,,,\n`), /line 2/)
    assert.throws(() => parseReviewedItems(`${HEADER}\n${key},treaty,Bell,,,,nobody\n`), /line 2: entity_id/)
    assert.throws(
      () => parseReviewedItems(`${HEADER}\n${key},treaty,The Bell,,,,\n`),
      /begins with an article/,
    )
    assert.throws(() => parseReviewedItems('a,b\n'), /the header must be/)
  })
})

test('the reviewed items of the project keep the rules of their file, and name FIRST for 40 countries', async () => {
  const reviewed = await readReviewedItems(
    fileURLToPath(new URL('../../raw/reviewed-items.csv', import.meta.url)),
  )
  const members = [...reviewed.values()].flat().filter(({ entity_id }) => entity_id === 'first')
  assert.equal(new Set(members.map(({ document }) => document.slice(0, 3))).size, 40)
})

describe('the fingerprint of a note', () => {
  it('is the same whatever the case, the spaces and the marks', () => {
    assert.equal(fingerprintNote('- The Bell\nAct 2010.'), fingerprintNote('the bell act  2010'))
    assert.notEqual(fingerprintNote('Bell Act 2010'), fingerprintNote('Bell Act 2011'))
  })
})

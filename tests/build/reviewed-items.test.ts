import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { fingerprintNote } from '../../pipeline/io/note-fingerprint.ts'
import { makeTestFolder } from '../test-folder.ts'
import { documentRows } from './document-rows.ts'
import { buildMadeUp } from './made-up-release.ts'

const folder = makeTestFolder()
const HEADER = 'document,section_code,note,kind,text,stage,detail,code,entity_id'
const NOTE = 'The Aid Act aids. The Bell  (Aid) Act is older than the Bell Act.'

/** The words of a note on one line, each letter ten points wide. */
const placeWords = () => {
  let end = 0
  const words = [...NOTE.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    end += word.replace(/\W/g, '').length
    return [end, 0, index * 10, (index + word.length) * 10] as const
  })
  return [{ section_code: '1.1.1', lines: [{ page: 1, y0: 10, y1: 20, x0: 0, x1: 640 }], words }]
}

/** A document of a country of its own with this note. */
const makeDocument = (code: string) => {
  const rows = { ...documentRows({ file: `${code}.pdf`, code, words: NOTE }), noteWords: placeWords() }
  return { file: `${code}.pdf`, rows }
}

/** Builds with reviewed items, each of them a country and the rest of its line behind the note. */
const buildReviewed = async (codes: readonly string[], ...lines: readonly string[]) => {
  const reviewedItems = join(folder, 'items.csv')
  await writeFile(reviewedItems, [HEADER, ...lines].join('\n'))
  return buildMadeUp(join(folder, 'release'), codes.map(makeDocument), { reviewedItems })
}
const makeKey = (code: string, note = NOTE): string => `${code}-2014-08-12,1.1.1,${fingerprintNote(note)}`

describe('reviewed items', async () => {
  const name = (code: string, text: string): string => `${makeKey(code)},instrument,${text},in_force,,,`
  const { items } = await buildReviewed(
    ['XAA', 'XAB', 'XAC', 'XAD', 'XAE'],
    `${makeKey('xaa')},instrument,Bell Act,in_force,section 4,,`,
    `${makeKey('xaa')},organisation,Bell Office,,,,first`,
    ...[name('xab', 'Bell (Aid) Act'), name('xab', 'Bell Act')],
    ...['Aid', 'Aid', 'Bells'].map((text) => name('xac', text)),
    `${makeKey('xad', `- ${NOTE.toUpperCase().replaceAll(' ', '\n')}`)},,,,,,`,
    `${makeKey('xae', NOTE.replace('older', 'newer'))},,,,,,`,
  )
  const find = (code: string) => items.filter(({ country_code }) => country_code === code)

  it('take the place of what the rules found', () => {
    const found = find('XAA').map(({ text, kind, detail, entity_id, confidence, derivation }) =>
      [text, kind, detail, entity_id, confidence, derivation].join(),
    )
    assert.deepEqual(found, [
      'Bell Act,instrument,section 4,,reviewed,reviewed',
      'Bell Office,organisation,,first,reviewed,reviewed',
    ])
  })

  it.for<[code: string, edges: (number | null)[]]>([
    ['XAB', [220, 370, 560, 650]],
    ['XAC', [40, 70, 280, 330, null, null]],
  ])('are where their letters are in the note, whole words only, in order (%s)', ([code, edges]) => {
    assert.deepEqual(
      find(code).flatMap(({ x0, x1 }) => [x0, x1]),
      edges,
    )
  })

  it('say so where a note names nothing, whatever its case, spaces and marks, and leave other notes alone', () => {
    assert.deepEqual(find('XAD'), [])
    assert.deepEqual(
      find('XAE').map(({ text, derivation }) => [text, derivation]),
      [['Bell Act', 'text_layer']],
    )
  })

  it.for([
    ['of no kind', `${makeKey('xaa')},lamp,Bell,,,,`, /: line 2: /],
    ['of an unknown entity', `${makeKey('xaa')},treaty,Bell,,,,nobody`, /: line 2: entity_id/],
    ['with cells too few', 'a,b', /: line 2: 2 cells where the header has 9/],
  ] as const)('%s are refused with their line', async ([, line, message]) => {
    await assert.rejects(buildReviewed(['XAA'], line), { exitCode: 2, message })
  })
})

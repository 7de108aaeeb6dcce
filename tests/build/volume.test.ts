import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { countAccountedCharacters, type DocumentRows } from '../../pipeline/normalize/index.ts'
import { accuracy } from '../../pipeline/quality/accuracy.ts'
import type { PlacedRow } from '../../raw/specimen/draw/paginate.ts'
import { SPECIMENS } from '../../raw/specimen/specimens.ts'
import { type Binding, boundVolume, type Part } from '../bound-volume.ts'
import { makeTestFolder } from '../test-folder.ts'
import { IN_PROCESS, SPECIMENS as SPECIMEN_FOLDER } from './in-process.ts'
import { buildMadeUp } from './made-up-release.ts'

const FRONT = [
  ['THE STATE OF BELLS', 'A report'],
  ['CONTENTS', 'CYBERWELLNESS PROFILE OF IXOLUND 5', '1.1.1 CRIMINAL LEGISLATION 3', 'BACKGROUND 1'],
  ['BACKGROUND', 'Bells were counted.', '1. CYBERSECURITY', 'It matters to bells.'],
  ['CYBERWELLNESS PROFILES'],
]
const BACK = [
  ['ANNEX', '1.1.1 CRIMINAL LEGISLATION', 'What counts as a law.', 'Last updated on 3rd March 2015'],
  ['INDEX', 'Ixolund 5'],
]
const BOUND: readonly Part[] = [FRONT, ...SPECIMENS.slice(0, 2), [['PART TWO']], ...SPECIMENS.slice(2), BACK]

const folder = makeTestFolder()

const findRows = (results: readonly DocumentResult[]): readonly DocumentRows[] =>
  results.map(({ rows }) => rows).filter((rows) => rows !== null)

const readFiles = async (path: string): Promise<readonly DocumentResult[]> =>
  readDocuments(await listSourceFiles([path]), { reader: IN_PROCESS })

const readVolume = async (parts: readonly Part[], binding?: Binding): Promise<readonly DocumentResult[]> => {
  const path = join(folder, 'volume.pdf')
  await writeFile(path, await boundVolume(parts, binding))
  return readFiles(path)
}

/** What a profile says, wherever it is. */
const said = ({ document, indicators, items }: DocumentRows): unknown => ({
  country: [document.country, document.country_printed, document.source_date, document.title],
  indicators: indicators.map((row) => [
    row.section_code,
    row.status,
    row.note,
    row.value,
    row.section_printed,
  ]),
  items: items.map((row) => [row.section_code, row.kind, row.text, row.code]),
})

const singles = findRows(await readFiles(SPECIMEN_FOLDER)).toSorted((left, right) =>
  left.document.country_code < right.document.country_code ? -1 : 1,
)

describe('a volume that binds profiles between other pages', async () => {
  const runningHead = (page: number): string => (page % 2 === 0 ? 'A report' : 'Cyberwellness Profiles')
  const byVolume = findRows(await readVolume(BOUND, { numbering: 'volume', runningHead }))

  it.for<[numbering: string, read: () => Promise<readonly DocumentRows[]>]>([
    ['volume', async () => byVolume],
    ['part', async () => findRows(await readVolume(BOUND, { numbering: 'part', runningHead }))],
  ])('gives each profile as its own file does, with pages numbered by %s', async ([, read]) => {
    const rows = await read()
    assert.deepEqual(rows.map(said), singles.map(said))
    for (const { document } of rows) {
      const { characters, characters_unexplained } = document
      assert.deepEqual([countAccountedCharacters(document), characters_unexplained], [characters, 0])
    }
  })

  it('gives each its range of pages and an id with the first, and names the pages of none in one notice', () => {
    const ranges = byVolume.map(({ document, boxes }) => {
      const { first_page, last_page, document_id } = document
      assert.ok(document_id.endsWith(`-${first_page}`))
      assert.ok(boxes.every(({ page }) => page >= first_page && page <= last_page))
      return Array.from({ length: last_page - first_page + 1 }, (_, index) => first_page + index)
    })
    const all = Array.from({ length: at(byVolume, 0).document.pages }, (_, index) => index + 1)
    const [part, ...back] = [...new Set(all).difference(new Set(ranges.flat()))].slice(FRONT.length)
    assert.deepEqual([ranges.flat().length, back.length], [all.length - FRONT.length - 3, BACK.length])
    const notices = byVolume.flatMap(({ issues }) => issues.filter(({ code }) => code === 'outside_profiles'))
    const expected = new RegExp(`^pages 1–4, ${part}, ${back.join('–')}, \\d+ characters$`)
    assert.match(notices.map(({ value }) => value).join('; '), expected)
  })

  it('loses one profile where the outline of one cannot be read', async () => {
    const broken = at(SPECIMENS, 3)
    const isOutline = ({ row }: PlacedRow): boolean => /^\d|BACKG|Total/.test(row.fragments[0]?.text ?? '')
    const results = await readVolume(BOUND, {
      change: (rows, specimen) => (specimen === broken ? rows.filter((row) => !isOutline(row)) : rows),
    })
    const [rejected] = results.filter(({ rows }) => rows === null)
    assert.ok(rejected && 'issues' in rejected)
    assert.equal(rejected.issues.map(({ code }) => code).join(), 'not_a_profile')
    const others = singles.filter(({ document }) => document.country_code !== broken.code)
    assert.deepEqual(findRows(results).map(said), others.map(said))
  })

  it.for([
    [1, 'its name', 'title'],
    [2, 'what its notes mention', 'notes'],
  ] as const)('finds a profile that lost %i lines of its title by %s', async ([lost, , source]) => {
    const results = await readVolume(SPECIMENS.slice(0, 3), {
      change: (rows, specimen, page) => (specimen === SPECIMENS[2] && page === 1 ? rows.slice(lost) : rows),
    })
    const found = findRows(results).map(
      ({ document }) => `${document.country_code} ${document.country_source}`,
    )
    assert.deepEqual(found, ['XAA title', 'XAB title', `XAC ${source}`])
  })

  it('is left out of a comparison with gold, since its name is that of no profile', async () => {
    const results = byVolume.map((rows) => ({ file: 'volume.pdf', rows }))
    assert.equal((await accuracy(results, folder)).documents, 0)
  })

  it('is read once if given twice, and its profiles are not duplicates of each other', async () => {
    const results = ['volume.pdf', 'z.pdf'].flatMap((file) =>
      byVolume.map((rows) => ({ file, rows: { ...rows, document: { ...rows.document, file_name: file } } })),
    )
    const { documents, result } = await buildMadeUp(join(folder, 'twice'), results)
    assert.equal(documents.length, SPECIMENS.length)
    const told = result.setAside.map(({ code, document }) => `${code} ${document}`)
    assert.deepEqual(told, ['duplicate_document z.pdf'])
  })
})

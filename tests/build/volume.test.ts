import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { countAccountedCharacters, type DocumentRows } from '../../pipeline/normalize/index.ts'
import { accuracy } from '../../pipeline/quality/accuracy.ts'
import { SPECIMENS } from '../../raw/specimen/specimens.ts'
import { type Binding, boundVolume, type Part } from '../bound-volume.ts'
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

let folder: string
let singles: readonly DocumentRows[]

const findRows = (results: readonly DocumentResult[]): readonly DocumentRows[] =>
  results.map(({ rows }) => rows).filter((rows) => rows !== null)

const readFiles = async (...inputs: string[]): Promise<readonly DocumentResult[]> =>
  readDocuments(await listSourceFiles(inputs), { reader: IN_PROCESS })

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

const byCode = (rows: readonly DocumentRows[]): readonly DocumentRows[] =>
  rows.toSorted((left, right) => (left.document.country_code < right.document.country_code ? -1 : 1))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-volume-'))
  singles = byCode(findRows(await readFiles(SPECIMEN_FOLDER)))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a volume that binds profiles between other pages', () => {
  for (const numbering of ['volume', 'part'] as const) {
    it(`gives each profile as its own file does, with pages numbered by ${numbering}`, async () => {
      const runningHead = (page: number): string => (page % 2 === 0 ? 'A report' : 'Cyberwellness Profiles')
      const results = await readVolume([FRONT, ...SPECIMENS, BACK], { numbering, runningHead })
      assert.deepEqual(findRows(results).map(said), singles.map(said))
      for (const { document } of findRows(results)) {
        assert.equal(countAccountedCharacters(document), document.characters)
        assert.equal(document.characters_unexplained, 0)
      }
    })
  }

  it('gives each its range of pages and an id that ends in its first page', async () => {
    const rows = findRows(
      await readVolume([FRONT, ...SPECIMENS.slice(0, 2), [['PART TWO']], ...SPECIMENS.slice(2, 4)]),
    )
    const pages = rows.map(({ document }) => document)
    assert.ok(
      pages.every((document) => document.pages === pages[0]?.pages && /-\d+$/.test(document.document_id)),
    )
    assert.deepEqual(
      pages.map((document) => document.document_id.split('-').at(-1)),
      pages.map((document) => String(document.first_page)),
    )
    assert.equal(pages[0]?.first_page, FRONT.length + 1)
    assert.equal(pages[2]?.first_page, (pages[1]?.last_page ?? 0) + 2)
    for (const { document, boxes } of rows) {
      assert.ok(boxes.every(({ page }) => page >= document.first_page && page <= document.last_page))
    }
  })

  it('names the pages that belong to no profile in one notice', async () => {
    const results = await readVolume([FRONT, ...SPECIMENS.slice(0, 3), BACK])
    const notices = findRows(results)
      .flatMap(({ issues }) => issues)
      .filter(({ code }) => code === 'outside_profiles')
    const last = findRows(results).at(-1)?.document.last_page ?? 0
    assert.equal(notices.length, 1)
    assert.match(notices[0]?.value ?? '', new RegExp(`^pages 1–4, ${last + 1}–${last + 2}, \\d+ characters$`))
  })

  it('loses one profile where the outline of one cannot be read', async () => {
    const broken = SPECIMENS[3]
    const results = await readVolume([FRONT, ...SPECIMENS, BACK], {
      change: (rows, specimen) =>
        specimen === broken
          ? rows.filter(({ row }) => !/^\d|BACKG|Total/.test(row.fragments[0]?.text ?? ''))
          : rows,
    })
    const setAside = results.filter(({ rows }) => rows === null)
    assert.deepEqual(
      setAside.flatMap((result) => (result.rows === null ? result.issues.map(({ code }) => code) : [])),
      ['not_a_profile'],
    )
    assert.deepEqual(
      findRows(results).map(said),
      singles.filter(({ document }) => document.country_code !== broken?.code).map(said),
    )
  })

  it('finds a profile whose title line was lost, by its name or by what its notes mention', async () => {
    for (const lost of [1, 2]) {
      const results = await readVolume(SPECIMENS.slice(0, 3), {
        change: (rows, specimen, page) => (specimen === SPECIMENS[2] && page === 1 ? rows.slice(lost) : rows),
      })
      assert.deepEqual(
        findRows(results).map(({ document }) => [document.country_code, document.country_source]),
        [
          ['XAA', 'title'],
          ['XAB', 'title'],
          ['XAC', lost === 1 ? 'title' : 'notes'],
        ],
      )
    }
  })

  it('is left out of a comparison with gold, since its name is that of no profile', async () => {
    const results = await readVolume(SPECIMENS.slice(0, 2))
    assert.equal((await accuracy(results, folder)).documents, 0)
  })

  it('is read once if given twice, and its profiles are not duplicates of each other', async () => {
    const results = await readVolume(SPECIMENS.slice(0, 2))
    const again = results.map((result): DocumentResult => {
      const file = 'z.pdf'
      if (result.rows === null) return { ...result, file }
      return { file, rows: { ...result.rows, document: { ...result.rows.document, file_name: file } } }
    })
    const { documents, result } = await buildMadeUp(join(folder, 'twice'), [...results, ...again])
    assert.equal(documents.length, 2)
    const told = result.setAside.map(({ code, document }) => [code, document])
    assert.deepEqual(told, [['duplicate_document', 'z.pdf']])
  })
})

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { specimenPages } from '../../raw/specimen/draw/draw-pdf.ts'
import { makeMeasure } from '../../raw/specimen/draw/measure.ts'
import { PAGE } from '../../raw/specimen/draw/style.ts'
import { SPECIMENS } from '../../raw/specimen/specimens.ts'
import { specimenFiles } from '../../raw/specimen/write-specimens.ts'
import { SECTIONS, STATUSES } from '../../schemas/index.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'

const specimenFolder = join(import.meta.dirname, '../../raw/specimen')
const expectedFolder = join(import.meta.dirname, '../fixtures/specimen')

const numbered = SECTIONS.filter((section) => section.question !== 'figure')

const notes = SPECIMENS.flatMap((specimen) =>
  numbered.flatMap((section) => specimen.sections[section.code] ?? []),
)

describe('the specimen files', () => {
  it('are byte for byte those that the script writes', async () => {
    for (const { name, pdf, expected } of await specimenFiles()) {
      const committed = await readFile(join(specimenFolder, `${name}.pdf`))
      assert.ok(committed.equals(pdf), `${name}.pdf differs; run make specimens`)
      assert.equal(await readFile(join(expectedFolder, `${name}.json`), 'utf8'), expected)
    }
  })

  it('come in pairs of a PDF and an expected result, with none left over', async () => {
    const names = (await specimenFiles()).map((files) => files.name).toSorted()
    for (const [folder, extension] of [
      [specimenFolder, '.pdf'],
      [expectedFolder, '.json'],
    ] as const) {
      const found = (await readdir(folder)).filter((name) => name.endsWith(extension))
      assert.deepEqual(
        found.toSorted(),
        names.map((name) => `${name}${extension}`),
        folder,
      )
    }
  })

  it('are uncompressed, so that no version of zlib can change them, and called Specimen', async () => {
    for (const { pdf } of await specimenFiles()) {
      assert.ok(!Buffer.from(pdf).includes('FlateDecode'))
      assert.ok(Buffer.from(pdf).includes('(Specimen)'))
    }
  })
})

describe('the specimens', () => {
  it('are about places with user-assigned codes, each place once', () => {
    const codes = SPECIMENS.map((specimen) => specimen.code)
    for (const code of codes) assert.match(code, /^X[A-X][A-Z]$/)
    assert.deepEqual(
      codes.toSorted(),
      SPECIMEN_PLACES.map((place) => place.code),
    )
  })

  it('print a name by which the place is listed', () => {
    for (const { code, title } of SPECIMENS) {
      const place = SPECIMEN_PLACES.find((candidate) => candidate.code === code)
      const known = [place?.name.toUpperCase(), ...(place?.names ?? [])]
      assert.ok(known.includes(title.join(' ')), title.join(' '))
    }
  })

  it('show every status that a section can have', () => {
    const shown = new Set(notes.map((note) => note.status))
    const possible = STATUSES.filter((status) => status !== 'reported' && status !== 'unclassified')
    assert.deepEqual(
      possible.filter((status) => !shown.has(status)),
      [],
    )
  })

  it('give the status not_reported to empty sections, and to no others', () => {
    for (const { status, note } of notes) assert.equal(status === 'not_reported', note.length === 0)
  })

  it('show missing sections, lists, columns of two and three', () => {
    assert.ok(SPECIMENS.some(({ sections }) => numbered.some(({ code }) => sections[code] === undefined)))
    const parts = notes.flatMap(({ note }) => note).filter((part) => typeof part !== 'string')
    const looks = new Set(parts.map((part) => (part.kind === 'list' ? 'list' : part.columns.length)))
    for (const look of ['list', 2, 3] as const) assert.ok(looks.has(look), String(look))
  })
})

describe('the pages of the specimens', () => {
  const measure = makeMeasure()
  const documents = SPECIMENS.map((specimen) => specimenPages(specimen, measure))

  it('number one to three, each length once at least', () => {
    assert.deepEqual(new Set(documents.map((pages) => pages.length)), new Set([1, 2, 3]))
  })

  it('keep all text within their margins and above the foot, and no two pieces overlap', () => {
    for (const { row, baseline } of documents.flat(2)) {
      assert.ok(baseline <= PAGE.bottom)
      for (const [index, { text, style, x, wordSpacing = 0 }] of row.fragments.entries()) {
        const end = x + measure(text, style) + (text.split(' ').length - 1) * wordSpacing
        assert.ok(end <= Math.min(PAGE.right, row.fragments[index + 1]?.x ?? PAGE.right) + 0.01, text)
      }
    }
  })
})

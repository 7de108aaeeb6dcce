import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, test } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import {
  compareWords,
  crosscheck,
  crosscheckDocument,
  type PdfjsRun,
  readPdfjsText,
} from '../../pipeline/quality/crosscheck.ts'
import { makeIssue } from '../../schemas/index.ts'
import { findSpecimen, IN_PROCESS } from '../build/in-process.ts'

const SPECIMEN = { path: findSpecimen('nuvale'), name: 'nuvale.pdf' }

let rows: DocumentRows
let runs: readonly PdfjsRun[]

beforeAll(async () => {
  const [result] = await readDocuments([SPECIMEN], { reader: IN_PROCESS })
  assert.ok(result?.rows)
  rows = result.rows
  runs = await readPdfjsText(await readFile(SPECIMEN.path))
})

const compare = (pdfium: string, pdfjs: string): string[] =>
  compareWords(pdfium.split(' ').filter(Boolean), pdfjs.split(' ').filter(Boolean)).map(
    (difference) => `${difference.kind}: ${difference.pdfium.join(' ')} | ${difference.pdfjs.join(' ')}`,
  )

describe('compareWords', () => {
  test('names each stretch that differs, and words that only one engine has', () => {
    assert.deepEqual(compare('a law of 2007 on data was passed', 'a law of 2001 on data once passed'), [
      'words: 2007 | 2001',
      'words: was | once',
    ])
    assert.deepEqual(compare('there is a team', 'there is no team yet'), ['words: a | no', 'words:  | yet'])
    assert.deepEqual(compare('there is', ''), ['words: there is | '])
  })

  test('distinguishes spacing from letters', () => {
    assert.deepEqual(compare('an o fficial body', 'an official body'), ['spacing: o fficial | official'])
  })

  test('finds no difference in a word that is divided at the end of a line', () => {
    assert.deepEqual(compare('for cybersecurity now', 'for cyber- security now'), [])
    assert.deepEqual(compare('a cross-border case', 'a cross- border case'), [])
    assert.deepEqual(compare('for cybersecurity now', 'for cyber- safety now'), [
      'words: cybersecurity | cyber- safety',
    ])
  })

  test('lists every word that is not common, and no other', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (pdfium, pdfjs) => {
        const differences = compareWords(pdfium, pdfjs)
        const rest = (all: readonly string[], listed: readonly string[]): string[] =>
          listed.reduce((left, word) => left.toSpliced(left.indexOf(word), 1), [...all]).sort()
        assert.deepEqual(
          rest(
            pdfium,
            differences.flatMap((difference) => difference.pdfium),
          ),
          rest(
            pdfjs,
            differences.flatMap((difference) => difference.pdfjs),
          ),
        )
        assert.equal(differences.length === 0, pdfium.join(' ') === pdfjs.join(' '))
      }),
    )
  })
})

describe('crosscheckDocument', () => {
  test('finds a sample the same in both engines, in every note except the two figures', () => {
    const check = crosscheckDocument(rows, runs)
    assert.deepEqual(check.differences, [])
    assert.equal(check.sections, new Set(rows.boxes.map((box) => box.section_code)).size - 2)
    assert.ok(check.words > 100)
  })

  test('names document, section and words that only one engine reads', () => {
    const row = rows.indicators.find(({ section_code }) => section_code === '1.2.1')
    const [first = '', ...others] = row?.note?.split(' ') ?? []
    const box = rows.boxes.find(({ section_code }) => section_code === '1.2.1')
    assert.ok(box)
    const changed = runs.map((run) =>
      run.page === box.page && run.y >= box.y0 && run.y <= box.y1
        ? { ...run, text: run.text.replace(first, 'Another') }
        : run,
    )
    const lost = rows.indicators.map((one) => (one === row ? { ...one, note: others.join(' ') } : one))
    const place = { document: 'nuvale.pdf', section: '1.2.1', kind: 'words' }
    assert.deepEqual(crosscheckDocument(rows, changed).differences, [
      { ...place, pdfium: [first], pdfjs: ['Another'] },
    ])
    assert.deepEqual(crosscheckDocument({ ...rows, indicators: lost }, runs).differences, [
      { ...place, pdfium: [], pdfjs: [first] },
    ])
  })

  test('leaves out notes that were read by OCR or have no place', () => {
    const ocr = rows.indicators.map((row) => ({ ...row, derivation: 'ocr' as const }))
    assert.equal(crosscheckDocument({ ...rows, indicators: ocr }, runs).sections, 0)
    assert.equal(crosscheckDocument({ ...rows, boxes: [] }, runs).sections, 0)
  })
})

describe('crosscheck', () => {
  test('compares every profile of a file, and names what cannot be compared, and why', async () => {
    const text = { ...rows, document: { ...rows.document, media_type: 'text/plain' as const } }
    const issues = [makeIssue('broken_pdf', { document: 'broken.pdf', value: 'cut' })]
    const results: DocumentResult[] = [
      { file: SPECIMEN.name, rows },
      { file: SPECIMEN.name, rows },
      { file: SPECIMEN.name, rows: { ...rows, boxes: [] } },
      { file: 'broken.pdf', rows: null, issues },
      { file: 'copy.txt', rows: text },
      { file: 'lost.pdf', rows },
    ]
    const { documents, notCompared } = await crosscheck(results, [SPECIMEN])
    assert.equal(documents.length, 2)
    assert.deepEqual(
      notCompared.map(({ document, reason }) => [document, reason.split(' ').slice(0, 4).join(' ')]),
      [
        ['nuvale.pdf', 'No note has a'],
        ['broken.pdf', 'The PDF is damaged'],
        ['copy.txt', 'It is not a'],
        ['lost.pdf', 'pdf.js cannot read it:'],
      ],
    )
  })
})

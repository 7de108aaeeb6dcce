import assert from 'node:assert/strict'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import { crosscheckText } from '../../pipeline/cli/quality-commands.ts'
import { at } from '../../pipeline/io/at.ts'
import {
  compareWords,
  crosscheck,
  crosscheckDocument,
  readPdfjsText,
} from '../../pipeline/quality/crosscheck.ts'
import { makeIssue } from '../../schemas/index.ts'
import { findSpecimen, IN_PROCESS } from '../build/in-process.ts'
import { run } from '../cli/run.ts'
import { makeTestFolder } from '../test-folder.ts'

const folder = makeTestFolder()

const SPECIMEN = { path: findSpecimen('nuvale'), name: 'nuvale.pdf' }
const [result] = await readDocuments([SPECIMEN], { reader: IN_PROCESS })
const rows = result?.rows ?? assert.fail('the sample cannot be read')
const runs = await readPdfjsText(await readFile(SPECIMEN.path))

describe('two lists of words', () => {
  test.each<[string, string, string, string[]]>([
    [
      'in each stretch',
      'a law of 2007 on data was passed',
      'a law of 2001 on data once passed',
      ['words: 2007 | 2001', 'words: was | once'],
    ],
    ['in words of one', 'there is a team', 'there is no team yet', ['words: a | no', 'words:  | yet']],
    ['in everything', 'there is', '', ['words: there is | ']],
    ['in spacing', 'an o fficial body', 'an official body', ['spacing: o fficial | official']],
    ['in no word divided at the end of a line', 'for cybersecurity now', 'for cyber- security now', []],
    ['in no compound divided there', 'a cross-border case', 'a cross- border case', []],
    ['in another word', 'for cybersecurity', 'for cyber- safety', ['words: cybersecurity | cyber- safety']],
  ])('differ %s', (_, pdfium, pdfjs, expected) => {
    const differences = compareWords(pdfium.split(' '), pdfjs.split(' ').filter(Boolean))
    const listed = differences.map((one) => `${one.kind}: ${one.pdfium.join(' ')} | ${one.pdfjs.join(' ')}`)
    assert.deepEqual(listed, expected)
  })

  test('differ in every word that is not common, and in no other', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (pdfium, pdfjs) => {
        const differences = compareWords(pdfium, pdfjs)
        const findCommon = (engine: 'pdfium' | 'pdfjs', all: readonly string[]): string[] =>
          differences
            .flatMap((difference) => difference[engine])
            .reduce((left, word) => left.toSpliced(left.indexOf(word), 1), [...all])
            .sort()
        assert.deepEqual(findCommon('pdfium', pdfium), findCommon('pdfjs', pdfjs))
        assert.equal(differences.length === 0, pdfium.join(' ') === pdfjs.join(' '))
      }),
    )
  })
})

describe('a document', () => {
  test('is the same in both engines, in every note except the two figures', () => {
    const check = crosscheckDocument(rows, runs)
    assert.deepEqual(check.differences, [])
    assert.equal(check.sections, new Set(rows.boxes.map((box) => box.section_code)).size - 2)
    assert.ok(check.words > 100)
  })

  test('is listed with section and the words that only one engine reads', () => {
    const isCirt = ({ section_code }: { section_code: string }) => section_code === '1.2.1'
    const box = at(rows.boxes.filter(isCirt), 0)
    const [first = '', ...others] = rows.indicators.find(isCirt)?.note?.split(' ') ?? []
    const changed = runs.map((run) =>
      run.page === box.page && run.y >= box.y0 && run.y <= box.y1
        ? { ...run, text: run.text.replace(first, 'Another') }
        : run,
    )
    const lost = rows.indicators.map((row) => (isCirt(row) ? { ...row, note: others.join(' ') } : row))
    const place = { document: 'nuvale.pdf', section: '1.2.1', kind: 'words' }
    assert.deepEqual(crosscheckDocument(rows, changed).differences, [
      { ...place, pdfium: [first], pdfjs: ['Another'] },
    ])
    assert.deepEqual(crosscheckDocument({ ...rows, indicators: lost }, runs).differences, [
      { ...place, pdfium: [], pdfjs: [first] },
    ])
  })

  test('is compared without notes that were read by OCR or have no place', () => {
    const ocr = rows.indicators.map((row) => ({ ...row, derivation: 'ocr' as const }))
    assert.equal(crosscheckDocument({ ...rows, indicators: ocr }, runs).sections, 0)
    assert.equal(crosscheckDocument({ ...rows, boxes: [] }, runs).sections, 0)
  })
})

test('crosscheck compares every profile of a file, and names what cannot be compared, and why', async () => {
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

test('differences are listed by document and section, before the rate', () => {
  const place = { document: 'nuvale.pdf', section: '1.2.1' }
  const differences = [
    { ...place, kind: 'words' as const, pdfium: ['2007'], pdfjs: ['2001'] },
    { ...place, kind: 'spacing' as const, pdfium: ['o', 'fficial\u001b[2J'], pdfjs: ['official'] },
  ]
  const text = crosscheckText({
    documents: [{ document: 'nuvale.pdf', sections: 21, words: 400, differences }],
    notCompared: [{ document: 'broken.pdf', reason: 'The PDF is damaged.' }],
  })
  assert.deepEqual(text.split('\n'), [
    'nuvale.pdf 1.2.1',
    '  only PDFium: 2007',
    '  only pdf.js: 2001',
    'nuvale.pdf 1.2.1 (spacing)',
    '  only PDFium: o fficial',
    '  only pdf.js: official',
    'Not compared: broken.pdf: The PDF is damaged.',
    'Compared 1 document, 21 sections.',
    '397 of 402 words are the same in both engines (98.756 %).',
    '',
  ])
})

test('crosscheck ends with 1 if a file was not compared, with 3 if none was and with 2 without a folder', async () => {
  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  await write('a.txt', 'not a PDF')
  assert.equal((await run('crosscheck', join(folder, 'nowhere'))).code, 2)
  assert.match((await run('crosscheck', folder)).err, /holds no \.pdf file/)
  await write('broken.pdf', '%PDF-1.4\nnothing that follows is a PDF\n')
  assert.equal((await run('crosscheck', folder)).code, 3)
  await cp(findSpecimen('nuvale'), join(folder, 'nuvale.pdf'))
  const { code, out } = await run('crosscheck', folder)
  assert.equal(code, 1)
  assert.match(
    out,
    /^Not compared: broken\.pdf: The PDF is damaged.*\nCompared 1 document, \d+ sections\.\n.* words are the same in both engines \(100\.000 %\)\.\n$/,
  )
  await rm(join(folder, 'broken.pdf'))
  const compared = await run('crosscheck', folder, '--json')
  assert.equal(compared.code, 0)
  assert.deepEqual(JSON.parse(compared.out).documents[0].differences, [])
})

import assert from 'node:assert/strict'
import { beforeAll, describe, test } from 'vitest'
import type { DocumentResult } from '../../../pipeline/build/index.ts'
import type { DocumentRows } from '../../../pipeline/normalize/index.ts'
import { crosscheck, findPdftotext, type Pdftotext } from '../../../pipeline/quality/crosscheck/index.ts'
import { PdftotextFailed } from '../../../pipeline/quality/crosscheck/pdftotext.ts'
import { makeIssue } from '../../../schemas/index.ts'
import { bboxLayout, readSpecimen, SPECIMEN, wordsOfNotes } from './specimen-check.ts'

let specimen: DocumentResult & { rows: DocumentRows }
beforeAll(async () => {
  specimen = await readSpecimen()
})

/** A poppler that prints a text, or fails with it. */
const recorded = (print: () => string, asked: string[] = []): Pdftotext => ({
  version: '1.2.3',
  bboxLayout: async (path) => {
    asked.push(path)
    return print()
  },
})

const installed = await findPdftotext()
const reason = installed ? false : 'pdftotext is not installed'

describe('crosscheck', () => {
  test('asks poppler for the file itself and reports what differs', async () => {
    const asked: string[] = []
    const words = wordsOfNotes(specimen.rows)
    const report = await crosscheck(
      [specimen],
      [SPECIMEN],
      recorded(() => bboxLayout(words.slice(0, -1)), asked),
    )
    assert.deepEqual(asked, [SPECIMEN.path])
    assert.equal(report.poppler, '1.2.3')
    assert.deepEqual(report.notCompared, [])
    const lost = report.documents[0]?.differences.map(({ kind, ours, poppler }) => ({ kind, ours, poppler }))
    assert.deepEqual(lost, [{ kind: 'words', ours: [words.at(-1)?.text], poppler: [] }])
  })

  test('asks poppler once for a file that gave many documents', async () => {
    const asked: string[] = []
    const layout = bboxLayout(wordsOfNotes(specimen.rows))
    const poppler = recorded(() => layout, asked)
    const report = await crosscheck([specimen, specimen], [SPECIMEN], poppler)
    assert.equal(report.documents.length, 2)
    assert.equal(asked.length, 1)
  })

  test('names what cannot be compared, and why', async () => {
    const issues = [makeIssue('broken_pdf', { document: 'broken.pdf', value: 'cut' })]
    const { rows } = specimen
    const text = { ...rows, document: { ...rows.document, media_type: 'text/plain' as const } }
    const results: DocumentResult[] = [
      { file: 'broken.pdf', rows: null, issues },
      { file: 'text.pdf', rows: text },
      { file: 'placeless.pdf', rows: { ...rows, boxes: [] } },
    ]
    const layout = bboxLayout(wordsOfNotes(rows))
    const report = await crosscheck(
      results,
      [],
      recorded(() => layout),
    )
    assert.deepEqual(report.documents, [])
    assert.deepEqual(
      report.notCompared.map(({ document, reason: why }) => [document, why.split(' ').slice(0, 4).join(' ')]),
      [
        ['broken.pdf', 'The PDF is damaged'],
        ['text.pdf', 'It is not a'],
        ['placeless.pdf', 'No note has a'],
      ],
    )
  })

  test('goes on where poppler fails or prints something else, and not where a fault is ours', async () => {
    const failing = recorded(() => {
      throw new PdftotextFailed('Syntax Error')
    })
    assert.deepEqual((await crosscheck([specimen], [SPECIMEN], failing)).notCompared, [
      { document: 'nuvale.pdf', reason: 'pdftotext: Syntax Error' },
    ])
    const [other] = (
      await crosscheck(
        [specimen],
        [SPECIMEN],
        recorded(() => 'words'),
      )
    ).notCompared
    assert.match(other?.reason ?? '', /^pdftotext: no <doc>/)
    const faulty = recorded(() => {
      throw new RangeError('ours')
    })
    await assert.rejects(crosscheck([specimen], [SPECIMEN], faulty), RangeError)
  })

  test('finds the specimen the same in both engines', { skip: Boolean(reason) }, async () => {
    assert.ok(installed)
    const report = await crosscheck([specimen], [SPECIMEN], installed)
    assert.deepEqual(report.notCompared, [])
    assert.ok((report.documents[0]?.words ?? 0) > 100)
    assert.deepEqual(report.documents[0]?.differences, [])
  })
})

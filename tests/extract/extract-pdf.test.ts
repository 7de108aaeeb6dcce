import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import { dropDoubles, extractPdf } from '../../pipeline/extract/extract-pdf.ts'
import { type Extracted, extract, type TextRun } from '../../pipeline/extract/index.ts'
import type { SourceDocument } from '../../pipeline/fetch/index.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { run } from '../layout/point-page.ts'
import { drawLine, makePdf, type Pdf } from './make-pdf.ts'

const read = async (draw: (pdf: Pdf) => void) => (await extractPdf(await makePdf(draw))).pages

/** What is known of a run, its place and size to a tenth of a point. */
const describeRun = ({ text, x, y, size, font, bold }: TextRun) => [
  text,
  ...[x, y, size].map((value) => Math.round(value * 10) / 10),
  font,
  bold,
]

describe('a PDF', () => {
  it('gives its text as runs, placed in points from the bottom left, with their fonts', async () => {
    const pages = await read((pdf) => {
      drawLine(pdf.font('Helvetica-Bold').fontSize(12), 'Harbour rules', 72, 700)
      drawLine(pdf.font('Times-Roman').fontSize(9), 'small print', 300.5, 20.3)
      pdf.addPage()
      drawLine(pdf.font('Times-BoldItalic'), 'more', 72, 700)
    })
    const page = { unit: 'point', derivation: 'text_layer', width: 612, height: 792 }
    assert.deepEqual(
      pages.map(({ runs, ...rest }) => ({ ...rest, runs: runs.map(describeRun) })),
      [
        {
          number: 1,
          ...page,
          runs: [
            ['Harbour rules', 72, 700, 12, 'Helvetica-Bold', true],
            ['small print', 300.5, 20.3, 9, 'Times-Roman', false],
          ],
        },
        { number: 2, ...page, runs: [['more', 72, 700, 9, 'Times-BoldItalic', true]] },
      ],
    )
  })

  test.each<readonly [name: string, draw: (pdf: Pdf) => void, runs: readonly (readonly unknown[])[]]>([
    [
      'is measured from the corner of the visible page, where the page box begins elsewhere',
      (pdf) => {
        Object.assign(pdf.page.dictionary.data, { MediaBox: [100, 50, 400, 850] })
        drawLine(pdf, 'inside', 150, 500)
      },
      [['inside', 50, 450, 12, 'Helvetica', false]],
    ],
    [
      'gives the size that shows, where the page is drawn to another scale',
      (pdf) => drawLine(pdf.scale(2).fontSize(6), 'twice', 30, 700),
      [['twice', 60, 608, 12, 'Helvetica', false]],
    ],
    [
      'gives the parts of a word apart where the font changes within it',
      (pdf) => {
        drawLine(pdf, 'cyber', 72, 700)
        drawLine(pdf.font('Helvetica-Oblique'), 'law', 72 + pdf.widthOfString('cyber'), 700)
      },
      [
        ['cyber', 72, 700, 12, 'Helvetica', false],
        ['law', 101.3, 700, 12, 'Helvetica-Oblique', false],
      ],
    ],
  ])('%s', async (_, draw, runs) => {
    const [page] = await read(draw)
    assert.deepEqual(page?.runs.map(describeRun), runs)
  })

  test.each([
    ['Copperplate 7', 'Copperplate 7'],
    ['', null],
  ])('of the producer %j names %j', async (Producer, expected) => {
    assert.equal((await extractPdf(await makePdf(() => {}, { info: { Producer } }))).producer, expected)
  })

  it('is left as it was given', async () => {
    const bytes = await makePdf((pdf) => drawLine(pdf, 'words', 72, 700))
    const before = Uint8Array.from(bytes)
    await extractPdf(bytes)
    assert.deepEqual(Uint8Array.from(bytes), before)
  })

  it('gives the words of any line of printable ASCII back', async () => {
    const letter = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code))
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const { lines } = layout(await read((pdf) => drawLine(pdf.fontSize(10), words.join(' '), 40, 400)))
        assert.deepEqual(
          lines.flatMap((line) => line.words.map(({ text }) => text)),
          words,
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('text drawn twice', () => {
  const once = run('HARBOUR', 72, 700)

  it('is one where two copies overlap', () => {
    assert.deepEqual(dropDoubles([once, run('HARBOUR', 72.3, 700), run('HARBOUR', 72.3, 699.8)]), [once])
  })

  test.each([
    ['elsewhere', run('HARBOUR', 72, 688)],
    ['beside it', run('HARBOUR', 112, 700)],
    ['in other words', run('PORT', 72, 700)],
    ['in another size', run('HARBOUR', 72, 700, { size: 20 })],
  ])('is two %s', (_, other) => {
    assert.deepEqual(dropDoubles([once, other]), [once, other])
  })
})

describe('a document', () => {
  const PDF = 'application/pdf'
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const words = (pdf: Pdf): void => drawLine(pdf, 'words', 72, 700)

  const readDocument = (mediaType: SourceDocument['mediaType'], bytes: Uint8Array): Promise<Extracted> => {
    return extract({ name: 'given/name', bytes, sha256: '0'.repeat(64), mediaType })
  }

  test.each([
    ['of text', 'text/plain', async () => encode('words'), 'text'],
    ['that is a PDF', PDF, () => makePdf(words), 'text_layer'],
    [
      'that asks for a password only to be changed',
      PDF,
      () => makePdf(words, { ownerPassword: 'x' }),
      'text_layer',
    ],
  ] as const)('%s is read', async (_, mediaType, make, derivation) => {
    const read = await readDocument(mediaType, await make())
    assert.ok('extracted' in read)
    assert.equal(read.extracted.derivation, derivation)
    assert.equal(read.extracted.pages[0]?.runs[0]?.text, 'words')
  })

  test.each([
    ['empty_document', 'text/plain', async () => encode(' \n\f\t\n')],
    ['empty_document', PDF, () => makePdf(() => {})],
    ['broken_pdf', PDF, async () => encode('%PDF-1.4\nnothing of a PDF follows')],
    ['broken_pdf', PDF, async () => (await makePdf(words)).subarray(0, 200)],
    ['encrypted_pdf', PDF, () => makePdf(words, { userPassword: 'x' })],
  ] as const)('is set aside as %s: %s', async (code, mediaType, make) => {
    const read = await readDocument(mediaType, await make())
    const issue = 'issue' in read ? read.issue : assert.fail('the document was read')
    assert.deepEqual([issue.code, issue.document], [code, 'given/name'])
    if (code !== 'empty_document') assert.notEqual(issue.value ?? '', '')
  })
})

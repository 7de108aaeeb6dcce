import assert from 'node:assert/strict'
import PDFDocument from 'pdfkit'
import { test } from 'vitest'
import { extractPdf } from '../../../pipeline/extract/extract-pdf.ts'

const SENTENCES = [
  'The national response team handles incidents of public networks.',
  'It publishes warnings about harmful software every week.',
  'Operators of critical services report incidents within one day.',
  'The ministry trains staff of public agencies in network security.',
]

/** A page whose text is rotated clockwise about its middle. */
const drawRotated = (degrees: number): Promise<Buffer> =>
  new Promise((resolve) => {
    const document = new PDFDocument({ size: [460, 460], margin: 0 })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.rotate(degrees, { origin: [230, 230] }).fontSize(12)
    for (const [index, sentence] of SENTENCES.entries()) document.text(sentence, 50, 150 + index * 30)
    document.end()
  })

for (const [name, degrees] of [
  ['level', 0],
  ['skewed', 2],
  ['skewed the other way', -3.5],
  ['on its side', 90],
  ['on its other side', 270],
  ['upside down', 180],
] as const) {
  test(`OCR reads a page that is ${name}`, async () => {
    const { pages, derivation } = await extractPdf(await drawRotated(degrees), 'force')
    assert.equal(derivation, 'ocr')
    const lines = Map.groupBy(pages[0]?.runs ?? [], (run) => run.y)
    const texts = [...lines.values()].map((runs) =>
      runs
        .map((run) => run.text)
        .join('')
        .trim(),
    )
    assert.deepEqual(texts, SENTENCES)
  })
}

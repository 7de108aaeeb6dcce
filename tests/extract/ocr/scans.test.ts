import assert from 'node:assert/strict'
import { test } from 'vitest'
import { extractPdf } from '../../../pipeline/extract/extract-pdf.ts'
import { makePdf } from '../make-pdf.ts'

const SENTENCES = [
  'The national response team handles incidents of public networks.',
  'It publishes warnings about harmful software every week.',
  'Operators of critical services report incidents within one day.',
  'The ministry trains staff of public agencies in network security.',
]

test.each([
  ['level', 0],
  ['skewed', 2],
  ['skewed the other way', -3.5],
  ['on its side', 90],
  ['on its other side', 270],
  ['upside down', 180],
])('OCR reads a page that is %s', async (_, degrees) => {
  const bytes = await makePdf(
    (pdf) => {
      pdf.rotate(degrees, { origin: [230, 230] }).fontSize(12)
      for (const [index, sentence] of SENTENCES.entries()) pdf.text(sentence, 50, 150 + index * 30)
    },
    { size: [460, 460] },
  )
  const { pages, derivation } = await extractPdf(bytes, 'force')
  assert.equal(derivation, 'ocr')
  const lines = Map.groupBy(pages[0]?.runs ?? [], (run) => run.y)
  const texts = Array.from(lines.values(), (runs) => runs.map((run) => run.text).join(''))
  assert.deepEqual(
    texts.map((text) => text.trim()),
    SENTENCES,
  )
})

import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type PdfPage, withPdfDocument } from '../../../pipeline/extract/pdfium/index.ts'
import { drawLine, makePdf } from '../make-pdf.ts'

/** What a function makes of the first page of a PDF that another has drawn. */
const onFirstPage = async <Result>(
  draw: Parameters<typeof makePdf>[0],
  work: (page: PdfPage) => Result,
): Promise<Result> =>
  withPdfDocument(await makePdf(draw), ({ page }) => page(1, async (opened) => work(opened)))

const rounded = (values: object): number[] => Object.values(values).map((value) => Math.round(Number(value)))

describe('an open PDF', () => {
  it('tells the boxes of the shapes and pictures of a page, from the bottom left', async () => {
    const drawing = await onFirstPage(
      (pdf) => {
        pdf.rect(100, 92, 20, 10).fill('black')
        drawLine(pdf, 'words', 72, 700)
      },
      (page) => page.drawing(),
    )
    assert.deepEqual(drawing.pictures, [])
    assert.deepEqual(drawing.shapes.map(rounded), [[100, 690, 120, 700]])
  })

  it('draws a page in shades of grey, from the top left', async () => {
    const { width, height, pixels, scale } = await onFirstPage(
      (pdf) => pdf.rect(0, 0, 306, 792).fill('black'),
      (page) => page.draw(),
    )
    assert.equal(scale, 300 / 72)
    assert.deepEqual([width, height], [2550, 3300])
    assert.equal(pixels.length, width * height)
    const row = pixels.subarray(1_000 * width, 1_001 * width)
    assert.deepEqual([row[100], row[width - 100]], [0, 255])
  })

  it('leaves a document that fails behind, and reads the next', async () => {
    const failing = withPdfDocument(await makePdf(() => {}), async () => {
      throw new TypeError('not of the engine')
    })
    await assert.rejects(failing, TypeError)
    const runs = await onFirstPage(
      (pdf) => drawLine(pdf, 'words', 72, 700),
      (page) => [...page.runs()],
    )
    assert.deepEqual(
      runs.map(({ text }) => text),
      ['words'],
    )
  })

  it('that brings the engine down is broken, and the next is read by another engine', async () => {
    const failing = withPdfDocument(await makePdf(() => {}), async () => {
      throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' })
    })
    await assert.rejects(failing, { name: 'PdfUnreadable', message: 'PDFium gave up: unreachable' })
    assert.equal(
      await onFirstPage(
        (pdf) => drawLine(pdf, 'words', 72, 700),
        (page) => page.number,
      ),
      1,
    )
  })
})

import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>

/** The height of the pages that are drawn, in points; they are US letter, upright. */
export const PAGE_HEIGHT = 792

/** A PDF with uncompressed streams, drawn by pdfkit; it begins with an empty page. */
export const makePdf = (
  draw: (pdf: Pdf) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> => {
  const pdf = new PDFDocument({ compress: false, size: 'LETTER', margin: 0, ...options })
  draw(pdf)
  pdf.end()
  return buffer(pdf)
}

/** Draws a line of text whose baseline is at a height above the bottom of the page. */
export const drawLine = (pdf: Pdf, text: string, x: number, baseline: number): void => {
  pdf.text(text, x, PAGE_HEIGHT - baseline, { lineBreak: false, baseline: 'alphabetic' })
}

export type { PageDrawing } from './page-drawing.ts'
export { type PdfPage, PdfUnreadable, withPdfDocument } from './pdf-document.ts'
export { type GreyPicture, POINTS_PER_INCH } from './render.ts'

import type { PDFPageProxy } from 'pdfjs-dist'
import { provideDrawing } from '../pdfjs.ts'

/** A page as a picture in shades of grey, a byte a pixel, row by row from the top. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  /** Pixels to a point. */
  readonly scale: number
}

/** Tesseract's models were trained on text of about this resolution. */
const DOTS_PER_INCH = 300

export const POINTS_PER_INCH = 72

/**
 * A page of more pixels is drawn coarser. A4 at 300 dpi has 8.7 million; pages that are far larger in points are
 * scans whose pixels were taken for points.
 */
const MOST_PIXELS = 12_000_000

/** Luminance of a colour by ITU-R BT.601. */
const greyOf = (red: number, green: number, blue: number): number =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue)

const greyPixels = (rgba: Uint8ClampedArray): Uint8Array => {
  const grey = new Uint8Array(rgba.length / 4)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 4
    grey[pixel] = greyOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)
  }
  return grey
}

/** Draws a page as a reader shows it, its own rotation applied, on white. */
export const renderPage = async (page: PDFPageProxy): Promise<GreyPicture> => {
  const { createCanvas } = await provideDrawing()
  const natural = page.getViewport({ scale: 1 })
  const fit = Math.sqrt(MOST_PIXELS / (natural.width * natural.height))
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, fit)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({ canvas, canvasContext: context, viewport, background: '#ffffff' }).promise
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return { width: canvas.width, height: canvas.height, pixels: greyPixels(data), scale }
}

import { at } from '../../io/at.ts'
import type { Engine } from './engine.ts'

/** A page as a picture in shades of grey, a byte a pixel, row by row from the top. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  /** Pixels to a point. */
  readonly scale: number
}

/** Tesseract's models were trained on text of about this resolution. */
export const OCR_DPI = 300

export const POINTS_PER_INCH = 72

/**
 * A page of more pixels is drawn coarser. A4 at 300 dpi has 8.7 million; pages that are far larger in points are
 * scans whose pixels were taken for points.
 */
const MAX_PIXELS = 12_000_000

/** Tesseract stores the width and height of a picture in 16 bits. */
const MAX_SIDE_PIXELS = 32_000

/** FPDFBitmap_BGRx of fpdfview.h: four bytes a pixel, the last without meaning. */
const BLUE_GREEN_RED = 3
const PIXEL_BYTES = 4

const WHITE = 0xffffffff

/** Luminance of a colour by ITU-R BT.601. */
const toGrey = (red: number, green: number, blue: number): number =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue)

/**
 * Draws an opened page as a reader shows it, its own rotation applied, on white.
 * @throws Error if there is no memory for the picture
 */
export const drawPage = ({ call, bytes }: Engine, page: number, dotsPerInch = OCR_DPI): GreyPicture => {
  const [naturalWidth, naturalHeight] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)]
  const scale = Math.min(
    dotsPerInch / POINTS_PER_INCH,
    Math.sqrt(MAX_PIXELS / (naturalWidth * naturalHeight)),
    MAX_SIDE_PIXELS / Math.max(naturalWidth, naturalHeight),
  )
  const toPixels = (points: number): number => Math.max(1, Math.round(points * scale))
  const [width, height] = [toPixels(naturalWidth), toPixels(naturalHeight)]
  const bitmap = call.FPDFBitmap_CreateEx(width, height, BLUE_GREEN_RED, 0, 0)
  if (bitmap === 0) throw new Error(`no picture of ${width} by ${height} pixels could be made`)
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    const [start, memory] = [call.FPDFBitmap_GetBuffer(bitmap), bytes()]
    const pixels = new Uint8Array(width * height)
    // rows of four bytes a pixel follow each other without a gap
    for (let pixel = 0; pixel < pixels.length; pixel++) {
      const offset = start + pixel * PIXEL_BYTES
      pixels[pixel] = toGrey(at(memory, offset + 2), at(memory, offset + 1), at(memory, offset))
    }
    return { width, height, pixels, scale }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

import { at } from '../../io/at.ts'
import type { Engine } from './engine.ts'

/** A rectangle in points of user space, y upwards. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What a page paints beside text: the boxes of its pictures and of its shapes, in the order of painting. */
export interface PageDrawing {
  readonly pictures: readonly Box[]
  readonly shapes: readonly Box[]
  /** How many pixels the largest of its pictures says that it has; 0 where there is none. */
  readonly mostPixels: number
}

/** A transformation: a, b, c, d, e, f of ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

const UNIT: Matrix = [1, 0, 0, 1, 0, 0]

/** The kinds of objects on a page (fpdf_edit.h). */
const PATH = 2
const PICTURE = 3
const FORM = 5

/** Forms may hold forms, in a hostile file without end. */
const DEEPEST = 12

const FLOAT_BYTES = 4
const UNSIGNED_BYTES = 4

const combine = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
]

/** The box round a box that a transformation may have turned. */
const placed = ({ x0, y0, x1, y1 }: Box, [a, b, c, d, e, f]: Matrix): Box => {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => a * x + c * y + e))
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => b * x + d * y + f))
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

const boxOf = ({ call, answer, float }: Engine, object: number): Box | null => {
  const places = [0, 1, 2, 3].map((index) => answer + index * FLOAT_BYTES)
  if (call.FPDFPageObj_GetBounds(object, ...places) !== 1) return null
  return { x0: float(0), y0: float(1), x1: float(2), y1: float(3) }
}

/** The pixels of a picture by its own word; nothing is unpacked for it. */
const pixelsOf = ({ call, answer, bytes }: Engine, picture: number): number => {
  if (call.FPDFImageObj_GetImagePixelSize(picture, answer, answer + UNSIGNED_BYTES) !== 1) return 0
  const sides = new DataView(bytes().buffer, answer, 2 * UNSIGNED_BYTES)
  return sides.getUint32(0, true) * sides.getUint32(UNSIGNED_BYTES, true)
}

const matrixOf = ({ call, answer, float }: Engine, object: number): Matrix | null => {
  if (call.FPDFPageObj_GetMatrix(object, answer) !== 1) return null
  return [float(0), float(1), float(2), float(3), float(4), float(5)]
}

function* formObjects({ call }: Engine, form: number): Generator<number> {
  const count = call.FPDFFormObj_CountObjects(form)
  for (let index = 0; index < count; index++) yield call.FPDFFormObj_GetObject(form, index)
}

function* pageObjects({ call }: Engine, page: number): Generator<number> {
  const count = call.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index++) yield call.FPDFPage_GetObject(page, index)
}

/** What an open page paints beside text, in forms as well. */
export const pageDrawing = (engine: Engine, page: number): PageDrawing => {
  const pictures: Box[] = []
  const shapes: Box[] = []
  let mostPixels = 0
  const collect = (objects: Iterable<number>, matrix: Matrix, depth: number): void => {
    for (const object of objects) {
      const kind = engine.call.FPDFPageObj_GetType(object)
      if (kind === FORM && depth < DEEPEST) {
        const own = matrixOf(engine, object)
        if (own) collect(formObjects(engine, object), combine(matrix, own), depth + 1)
      } else if (kind === PATH || kind === PICTURE) {
        if (kind === PICTURE) mostPixels = Math.max(mostPixels, pixelsOf(engine, object))
        const box = boxOf(engine, object)
        if (box) (kind === PATH ? shapes : pictures).push(matrix === UNIT ? box : placed(box, matrix))
      }
    }
  }
  collect(pageObjects(engine, page), UNIT, 0)
  return { pictures, shapes, mostPixels }
}

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

/** Tesseract counts the pixels of a side in 16 bits. */
const LONGEST_SIDE = 32_000

/** FPDFBitmap_BGRx of fpdfview.h: four bytes a pixel, the last without meaning. */
const BLUE_GREEN_RED = 3
const PIXEL_BYTES = 4

const WHITE = 0xffffffff

/** Luminance of a colour by ITU-R BT.601. */
const greyOf = (red: number, green: number, blue: number): number =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue)

/**
 * Draws an opened page as a reader shows it, its own rotation applied, on white, without its annotations.
 * @throws Error where there is no memory for the picture
 */
export const drawPage = ({ call, bytes }: Engine, page: number): GreyPicture => {
  const [naturalWidth, naturalHeight] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)]
  const scale = Math.min(
    DOTS_PER_INCH / POINTS_PER_INCH,
    Math.sqrt(MOST_PIXELS / (naturalWidth * naturalHeight)),
    LONGEST_SIDE / Math.max(naturalWidth, naturalHeight),
  )
  const pixelsOf = (points: number): number => Math.max(1, Math.round(points * scale))
  const [width, height] = [pixelsOf(naturalWidth), pixelsOf(naturalHeight)]
  const bitmap = call.FPDFBitmap_CreateEx(width, height, BLUE_GREEN_RED, 0, 0)
  if (bitmap === 0) throw new Error(`no picture of ${width} by ${height} pixels could be made`)
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    const [start, stride] = [call.FPDFBitmap_GetBuffer(bitmap), call.FPDFBitmap_GetStride(bitmap)]
    const memory = bytes()
    const pixels = new Uint8Array(width * height)
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const offset = start + row * stride + column * PIXEL_BYTES
        pixels[row * width + column] = greyOf(
          at(memory, offset + 2),
          at(memory, offset + 1),
          at(memory, offset),
        )
      }
    }
    return { width, height, pixels, scale }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

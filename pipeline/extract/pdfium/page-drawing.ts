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

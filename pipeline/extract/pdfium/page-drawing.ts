import { type Box, boxAround, moveBox, type Point } from '../../io/geometry.ts'
import { type Engine, FLOAT_BYTES, INTEGER_BYTES, readUtf16 } from './engine.ts'

/** A piece of text that may not show: by its colour or mode, a clip, a layer, or what is painted over it. */
export interface Suspect {
  readonly object: number
  readonly box: Box
}

/** What a page paints beside text: the boxes of its pictures and shapes in user space, in the order of painting. */
export interface PageDrawing {
  readonly pictures: readonly Box[]
  readonly shapes: readonly Box[]
  /** Bytes that the largest of its pictures takes when it is unpacked, as it says; 0 without pictures. */
  readonly pictureBytes: number
  readonly suspects: readonly Suspect[]
}

/** A transformation: a, b, c, d, e, f of ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

const UNIT: Matrix = [1, 0, 0, 1, 0, 0]

/** The kinds of objects on a page (fpdf_edit.h). */
const TEXT = 1
const PATH = 2
const PICTURE = 3
const SHADING = 4
const FORM = 5

/** Text render modes that paint nothing (ISO 32000-1, 9.3.6). */
const UNPAINTED_MODES: readonly number[] = [3, 7]

/** Forms may nest, in a hostile file without end. */
const MAX_DEPTH = 12

/** Colours at least this light, of 255, may be those of the page; paint at most this opaque may not show. */
const LIGHT = 200
const FAINT = 60
const OPAQUE = 255
const PATTERN_GREY = 0xbf

/** A shape over text covers at least this share of it. */
const COVERED_SHARE = 0.6

/** More shapes over text than this are a drawing of something else, and are not compared with it. */
const MAX_COVERS = 500

/** Pieces of text on a page beyond these are shown without a look, which bounds time and memory. */
const MAX_TEXTS = 50_000

/** Clips and marks of a piece of text beyond these are not looked at. */
const MAX_CLIP_POINTS = 32
const MAX_MARKS = 8

const combine = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
]

/** The box around a box after a transformation that may rotate it. */
const placeBox = (box: Box, [a, b, c, d, e, f]: Matrix): Box =>
  moveBox(box, ({ x, y }) => ({ x: a * x + c * y + e, y: b * x + d * y + f }))

/** Places for four numbers at the answer. */
const listPlaces = ({ answer }: Engine): readonly number[] =>
  [0, 1, 2, 3].map((index) => answer + index * FLOAT_BYTES)

const readBox = (engine: Engine, object: number): Box | null => {
  const { call, float } = engine
  if (call.FPDFPageObj_GetBounds(object, ...listPlaces(engine)) !== 1) return null
  return { x0: float(0), y0: float(1), x1: float(2), y1: float(3) }
}

/** Bytes of a picture by its width, height and bits a pixel, which PDFium answers with two resolutions between them. */
const countPictureBytes = ({ call, answer, integer }: Engine, page: number, picture: number): number => {
  if (call.FPDFImageObj_GetImageMetadata(picture, page, answer) !== 1) return 0
  return ((integer(0) >>> 0) * (integer(1) >>> 0) * Math.max(1, integer(4) >>> 0)) / 8
}

const readMatrix = ({ call, answer, float }: Engine, object: number): Matrix | null => {
  if (call.FPDFPageObj_GetMatrix(object, answer) !== 1) return null
  return [float(0), float(1), float(2), float(3), float(4), float(5)]
}

/** Red, green, blue and opacity with which an object is filled, from 0 to 255. */
const readFillColour = (engine: Engine, object: number): readonly [number, number, number, number] => {
  const { call, integer } = engine
  const isFilled = call.FPDFPageObj_GetFillColor(object, ...listPlaces(engine)) === 1
  return isFilled ? [integer(0), integer(1), integer(2), integer(3)] : [0, 0, 0, OPAQUE]
}

const isLight = (engine: Engine, text: number): boolean => {
  const [red, green, blue, opacity] = readFillColour(engine, text)
  return Math.min(red, green, blue) >= LIGHT || opacity <= FAINT
}

/** Whether a shape is filled with a pattern, for which PDFium reports a single grey. */
const isPatterned = (engine: Engine, path: number): boolean => {
  const [red, green, blue] = readFillColour(engine, path)
  return red === PATTERN_GREY && green === PATTERN_GREY && blue === PATTERN_GREY
}

const NAME_BYTES = 64

/** Whether an object belongs to a layer, and whether the visibility of that is an expression, which PDFium may never end. */
const readLayer = (engine: Engine, object: number): { isLayered: boolean; isCostly: boolean } => {
  const { call, answer } = engine
  const name = answer + INTEGER_BYTES
  const isNamed = (wanted: string): boolean => readUtf16(engine, name, 2 * wanted.length) === wanted
  const marks = Math.min(call.FPDFPageObj_CountMarks(object), MAX_MARKS)
  for (let index = 0; index < marks; index++) {
    const mark = call.FPDFPageObj_GetMark(object, index)
    call.FPDFPageObjMark_GetName(mark, name, NAME_BYTES, answer)
    if (!isNamed('OC')) continue
    const keys = Math.min(call.FPDFPageObjMark_CountParams(mark), MAX_MARKS)
    for (let key = 0; key < keys; key++) {
      call.FPDFPageObjMark_GetParamKey(mark, key, name, NAME_BYTES, answer)
      if (isNamed('VE')) return { isLayered: true, isCostly: true }
    }
    return { isLayered: true, isCostly: false }
  }
  return { isLayered: false, isCostly: false }
}

/** Whether a clip leaves out the middle of a piece of text. */
const isClipped = ({ call, answer, float }: Engine, text: number, box: Box): boolean => {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
  const clip = call.FPDFPageObj_GetClipPath(text)
  const paths = clip === 0 ? 0 : Math.min(call.FPDFClipPath_CountPaths(clip), MAX_MARKS)
  for (let path = 0; path < paths; path++) {
    const count = call.FPDFClipPath_CountPathSegments(clip, path)
    if (count <= 0 || count > MAX_CLIP_POINTS) continue
    const points: Point[] = []
    for (let point = 0; point < count; point++) {
      const segment = call.FPDFClipPath_GetPathSegment(clip, path, point)
      const isPlace = call.FPDFPathSegment_GetPoint(segment, answer, answer + FLOAT_BYTES) === 1
      if (isPlace) points.push({ x: float(0), y: float(1) })
    }
    const { x0, y0, x1, y1 } = boxAround(points)
    if (x < x0 || x > x1 || y < y0 || y > y1) return true
  }
  return false
}

const isFilled = ({ call, answer, integer }: Engine, path: number): boolean =>
  call.FPDFPath_GetDrawMode(path, answer, answer + INTEGER_BYTES) === 1 && integer(0) !== 0

const isCovering = (cover: Box, { x0, y0, x1, y1 }: Box): boolean => {
  const width = Math.min(cover.x1, x1) - Math.max(cover.x0, x0)
  const height = Math.min(cover.y1, y1) - Math.max(cover.y0, y0)
  return width > 0 && height > 0 && width * height >= (x1 - x0) * (y1 - y0) * COVERED_SHARE
}

function* listObjects({ call }: Engine, holder: number, kind: 'page' | 'form'): Generator<number> {
  const count = kind === 'page' ? call.FPDFPage_CountObjects(holder) : call.FPDFFormObj_CountObjects(holder)
  for (let index = 0; index < count; index++) {
    yield kind === 'page' ? call.FPDFPage_GetObject(holder, index) : call.FPDFFormObj_GetObject(holder, index)
  }
}

/** What an open page paints besides text, also in forms, and the text that this may hide. */
export const readDrawing = (engine: Engine, page: number): PageDrawing => {
  const pictures: Box[] = []
  const shapes: Box[] = []
  const texts: (Suspect & { readonly isSuspect: boolean; readonly coversBefore: number })[] = []
  const covers: Box[] = []
  let pictureBytes = 0
  // a page that can take hours to draw is not drawn to judge its text
  let isCostly = false
  const collect = (objects: Iterable<number>, matrix: Matrix, depth: number): void => {
    for (const object of objects) {
      const kind = engine.call.FPDFPageObj_GetType(object)
      if (kind === FORM && depth < MAX_DEPTH) {
        const own = readMatrix(engine, object)
        if (own) collect(listObjects(engine, object, 'form'), combine(matrix, own), depth + 1)
        continue
      }
      const layer = readLayer(engine, object)
      isCostly ||= layer.isCostly || kind === SHADING || (kind === PATH && isPatterned(engine, object))
      if (kind !== PATH && kind !== PICTURE && kind !== TEXT) continue
      if (kind === TEXT && texts.length >= MAX_TEXTS) continue
      const ownBox = readBox(engine, object)
      if (!ownBox) continue
      const box = matrix === UNIT ? ownBox : placeBox(ownBox, matrix)
      if (kind === TEXT) {
        const isSuspect =
          depth > 0 ||
          UNPAINTED_MODES.includes(engine.call.FPDFTextObj_GetTextRenderMode(object)) ||
          isLight(engine, object) ||
          layer.isLayered ||
          isClipped(engine, object, ownBox)
        texts.push({ object, box, isSuspect, coversBefore: covers.length })
        continue
      }
      if (kind === PICTURE) pictureBytes = Math.max(pictureBytes, countPictureBytes(engine, page, object))
      const painted = kind === PATH ? shapes : pictures
      painted.push(box)
      const isCover = texts.length > 0 && (kind === PICTURE || isFilled(engine, object))
      if (isCover && covers.length < MAX_COVERS) covers.push(box)
    }
  }
  collect(listObjects(engine, page, 'page'), UNIT, 0)
  const suspects = texts.filter(
    ({ isSuspect, box, coversBefore }) =>
      isSuspect || covers.slice(coversBefore).some((cover) => isCovering(cover, box)),
  )
  return { pictures, shapes, pictureBytes, suspects: isCostly ? [] : suspects }
}

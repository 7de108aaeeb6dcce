import type { Engine } from './engine.ts'

/** A rectangle in points of user space, y upwards. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A piece of text that may not show: by its colour or mode, a clip, a layer, or what is painted over it. */
export interface Suspect {
  readonly object: number
  readonly box: Box
}

/** What a page paints beside text: the boxes of its pictures and of its shapes, in the order of painting. */
export interface PageDrawing {
  readonly pictures: readonly Box[]
  readonly shapes: readonly Box[]
  /** Bytes that the largest of its pictures takes when it is unpacked, by its own word; 0 where there is none. */
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

/** Forms may hold forms, in a hostile file without end. */
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
const placeBox = ({ x0, y0, x1, y1 }: Box, [a, b, c, d, e, f]: Matrix): Box => {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => a * x + c * y + e))
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => b * x + d * y + f))
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

const readBox = ({ call, answer, float }: Engine, object: number): Box | null => {
  const places = [0, 1, 2, 3].map((index) => answer + index * FLOAT_BYTES)
  if (call.FPDFPageObj_GetBounds(object, ...places) !== 1) return null
  return { x0: float(0), y0: float(1), x1: float(2), y1: float(3) }
}

const readUnsigned = ({ answer, bytes }: Engine, index: number): number =>
  new DataView(bytes().buffer, answer, 64).getUint32(index * UNSIGNED_BYTES, true)

/** What FPDFImageObj_GetImageMetadata answers: width, height, two resolutions, bits a pixel, and more. */
const countPictureBytes = (engine: Engine, page: number, picture: number): number => {
  if (engine.call.FPDFImageObj_GetImageMetadata(picture, page, engine.answer) !== 1) return 0
  const [width, height, bits] = [0, 1, 4].map((index) => readUnsigned(engine, index))
  return ((width ?? 0) * (height ?? 0) * Math.max(1, bits ?? 0)) / 8
}

const readMatrix = ({ call, answer, float }: Engine, object: number): Matrix | null => {
  if (call.FPDFPageObj_GetMatrix(object, answer) !== 1) return null
  return [float(0), float(1), float(2), float(3), float(4), float(5)]
}

const readFillColour = (engine: Engine, object: number): readonly number[] | null => {
  const places = [0, 1, 2, 3].map((index) => engine.answer + index * UNSIGNED_BYTES)
  if (engine.call.FPDFPageObj_GetFillColor(object, ...places) !== 1) return null
  return [0, 1, 2, 3].map((index) => readUnsigned(engine, index))
}

const isLight = (engine: Engine, text: number): boolean => {
  const [red = 0, green = 0, blue = 0, alpha = OPAQUE] = readFillColour(engine, text) ?? []
  return Math.min(red, green, blue) >= LIGHT || alpha <= FAINT
}

/** Whether a shape is filled with a pattern, for which PDFium answers this grey. */
const isPatterned = (engine: Engine, path: number): boolean =>
  readFillColour(engine, path)
    ?.slice(0, 3)
    .every((part) => part === PATTERN_GREY) === true

const utf16 = new TextDecoder('utf-16le')

/** The layer that an object belongs to, as a content mark; null where it is in none. */
const findLayer = ({ call, answer, bytes }: Engine, object: number): number | null => {
  const count = Math.min(call.FPDFPageObj_CountMarks(object), MAX_MARKS)
  for (let index = 0; index < count; index++) {
    const mark = call.FPDFPageObj_GetMark(object, index)
    call.FPDFPageObjMark_GetName(mark, answer + 16, 64, answer)
    if (utf16.decode(bytes().slice(answer + 16, answer + 20)) === 'OC') return mark
  }
  return null
}

/** Whether the visibility of a layer is an expression, which takes PDFium for ever where it refers to itself. */
const hasVisibilityExpression = ({ call, answer, bytes }: Engine, layer: number): boolean => {
  const count = Math.min(call.FPDFPageObjMark_CountParams(layer), MAX_MARKS)
  for (let index = 0; index < count; index++) {
    call.FPDFPageObjMark_GetParamKey(layer, index, answer + 16, 64, answer)
    if (utf16.decode(bytes().slice(answer + 16, answer + 20)) === 'VE') return true
  }
  return false
}

/** Whether a clip leaves out the middle of a piece of text. */
const isClipped = ({ call, answer, float }: Engine, text: number, { x0, y0, x1, y1 }: Box): boolean => {
  const clip = call.FPDFPageObj_GetClipPath(text)
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const paths = clip === 0 ? 0 : call.FPDFClipPath_CountPaths(clip)
  for (let path = 0; path < Math.min(paths, MAX_MARKS); path++) {
    const points = call.FPDFClipPath_CountPathSegments(clip, path)
    const box = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: -Infinity, y1: -Infinity }
    for (let point = 0; point < Math.min(points, MAX_CLIP_POINTS); point++) {
      const segment = call.FPDFClipPath_GetPathSegment(clip, path, point)
      if (call.FPDFPathSegment_GetPoint(segment, answer, answer + FLOAT_BYTES) !== 1) continue
      box.x0 = Math.min(box.x0, float(0))
      box.x1 = Math.max(box.x1, float(0))
      box.y0 = Math.min(box.y0, float(1))
      box.y1 = Math.max(box.y1, float(1))
    }
    if (points > 0 && points <= MAX_CLIP_POINTS && (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1))
      return true
  }
  return false
}

const isFilled = ({ call, answer, bytes }: Engine, path: number): boolean =>
  call.FPDFPath_GetDrawMode(path, answer, answer + UNSIGNED_BYTES) === 1 && (bytes()[answer] ?? 0) !== 0

const isCovering = (cover: Box, { x0, y0, x1, y1 }: Box): boolean => {
  const [width, height] = [
    Math.min(cover.x1, x1) - Math.max(cover.x0, x0),
    Math.min(cover.y1, y1) - Math.max(cover.y0, y0),
  ]
  return width > 0 && height > 0 && width * height >= (x1 - x0) * (y1 - y0) * COVERED_SHARE
}

function* listObjects({ call }: Engine, holder: number, kind: 'page' | 'form'): Generator<number> {
  const count = kind === 'page' ? call.FPDFPage_CountObjects(holder) : call.FPDFFormObj_CountObjects(holder)
  for (let index = 0; index < count; index++) {
    yield kind === 'page' ? call.FPDFPage_GetObject(holder, index) : call.FPDFFormObj_GetObject(holder, index)
  }
}

/** What an open page paints beside text, in forms as well, and the text that this may hide. */
export const pageDrawing = (engine: Engine, page: number): PageDrawing => {
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
      const layer = findLayer(engine, object)
      isCostly ||=
        kind === SHADING ||
        (kind === PATH && isPatterned(engine, object)) ||
        (layer !== null && hasVisibilityExpression(engine, layer))
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
          layer !== null ||
          isClipped(engine, object, ownBox)
        texts.push({ object, box, isSuspect, coversBefore: covers.length })
        continue
      }
      if (kind === PICTURE) pictureBytes = Math.max(pictureBytes, countPictureBytes(engine, page, object))
      ;(kind === PATH ? shapes : pictures).push(box)
      if (texts.length > 0 && covers.length < MAX_COVERS && (kind === PICTURE || isFilled(engine, object))) {
        covers.push(box)
      }
    }
  }
  collect(listObjects(engine, page, 'page'), UNIT, 0)
  const suspects = texts.filter(
    ({ isSuspect, box, coversBefore }) =>
      isSuspect || covers.slice(coversBefore).some((cover) => isCovering(cover, box)),
  )
  return { pictures, shapes, pictureBytes, suspects: isCostly ? [] : suspects }
}

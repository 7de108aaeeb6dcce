import { type Box, moveBox } from '../../io/geometry.ts'
import { type Engine, INTEGER_BYTES } from './engine.ts'
import type { Suspect } from './page-drawing.ts'
import { drawPage, type GreyPicture, POINTS_PER_INCH } from './render.ts'

/** Differences in shade, of 255, that nobody sees. */
const UNSEEN = 12

/** A page with more pieces of suspect text than this shows them. */
const MAX_SUSPECTS = 5_000

/** The pixels of a box in user space. */
const findPixels = (
  { call, answer, integer }: Engine,
  page: number,
  { width, height }: GreyPicture,
  box: Box,
): Box => {
  const { x0, y0, x1, y1 } = moveBox(box, ({ x, y }) => {
    call.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, answer, answer + INTEGER_BYTES)
    return { x: integer(0), y: integer(1) }
  })
  return {
    x0: Math.max(0, x0),
    y0: Math.max(0, y0),
    x1: Math.min(width - 1, x1),
    y1: Math.min(height - 1, y1),
  }
}

/** Whether a test holds for the place of any pixel of a box. */
const somePixel = ({ x0, y0, x1, y1 }: Box, width: number, test: (place: number) => boolean): boolean => {
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) if (test(y * width + x)) return true
  }
  return false
}

/**
 * Those of some pieces of text that leave no trace in the picture of their page: it is the same without them.
 * @param isScan whether the page is a picture of text, whose text layer lies under it or unseen over it, and counts
 */
export const findHiddenText = (
  engine: Engine,
  page: number,
  suspects: readonly Suspect[],
  isScan: boolean,
): ReadonlySet<number> => {
  if (suspects.length === 0 || suspects.length > MAX_SUSPECTS) return new Set()
  const shown = drawPage(engine, page, POINTS_PER_INCH)
  for (const { object } of suspects) engine.call.FPDFPageObj_SetIsActive(object, 0)
  const without = drawPage(engine, page, POINTS_PER_INCH)
  for (const { object } of suspects) engine.call.FPDFPageObj_SetIsActive(object, 1)
  const differs = (one: number | undefined, other: number | undefined): boolean =>
    Math.abs((one ?? 0) - (other ?? 0)) > UNSEEN
  const hidden = suspects.filter(({ box }) => {
    const pixels = findPixels(engine, page, shown, box)
    const first = shown.pixels[pixels.y0 * shown.width + pixels.x0]
    const isInk = (place: number): boolean => differs(shown.pixels[place], first)
    const isTrace = (place: number): boolean => differs(shown.pixels[place], without.pixels[place])
    return !somePixel(pixels, shown.width, (place) => isTrace(place) || (isScan && isInk(place)))
  })
  return new Set(hidden.map(({ object }) => object))
}

import type { TextRun } from './page.ts'
import type { Box, PageDrawing } from './pdfium/index.ts'

/** Sizes of bullets, in em of the text that they stand before. */
const SMALLEST_EM = 0.12
const LARGEST_EM = 0.8

/** How much longer than the other side one side of a bullet may be. */
const SQUARE = 1.6

/** The middle of a bullet stands so high above the baseline, in em. */
const LOWEST_EM = 0.05
const HIGHEST_EM = 0.65

/** The room between a bullet and the text behind it, in em. */
const FURTHEST_EM = 3

/** Text or another small shape so close by, in em, makes a shape a part of something else: a flag, a diagram. */
const ALONE_EM = 0.4

/** Shapes up to this size, in em, may make up a drawing; larger ones are what it stands on. */
const DRAWING_EM = 3

const widthOf = (box: Box): number => box.x1 - box.x0
const heightOf = (box: Box): number => box.y1 - box.y0

const isBulletSized = (box: Box, em: number): boolean => {
  const [width, height] = [widthOf(box), heightOf(box)]
  return (
    Math.min(width, height) >= SMALLEST_EM * em &&
    Math.max(width, height) <= LARGEST_EM * em &&
    Math.max(width, height) <= SQUARE * Math.min(width, height)
  )
}

const standsBefore = (box: Box, run: TextRun): boolean => {
  const middle = ((box.y0 + box.y1) / 2 - run.y) / run.size
  return (
    run.angle === undefined &&
    isBulletSized(box, run.size) &&
    middle >= LOWEST_EM &&
    middle <= HIGHEST_EM &&
    run.x >= box.x1 &&
    run.x - box.x1 <= FURTHEST_EM * run.size
  )
}

/** Whether the left of a box is free of the text of a line that goes on behind it. */
const opensLine = (box: Box, { y, size }: TextRun, runs: readonly TextRun[]): boolean =>
  runs.every(
    (other) =>
      Math.abs(other.y - y) > size / 2 ||
      other.x >= box.x1 ||
      other.x + other.width <= box.x0 - ALONE_EM * size,
  )

const sameBox = (box: Box, other: Box, tolerance: number): boolean =>
  Math.abs(box.x0 + box.x1 - other.x0 - other.x1) <= 2 * tolerance &&
  Math.abs(box.y0 + box.y1 - other.y0 - other.y1) <= 2 * tolerance

const isAlone = (box: Box, em: number, shapes: readonly Box[]): boolean => {
  const room = ALONE_EM * em
  return shapes.every(
    (other) =>
      sameBox(box, other, em * SMALLEST_EM) ||
      Math.max(widthOf(other), heightOf(other)) > DRAWING_EM * em ||
      other.x1 < box.x0 - room ||
      other.x0 > box.x1 + room ||
      other.y1 < box.y0 - room ||
      other.y0 > box.y1 + room,
  )
}

/** The bullets that a page draws as shapes or pictures before its lines, each as a run on the baseline of its line. */
export const drawnBullets = (drawing: PageDrawing, runs: readonly TextRun[]): TextRun[] => {
  const painted = [...drawing.shapes, ...drawing.pictures]
  const bullets: { readonly box: Box; readonly run: TextRun }[] = []
  for (const box of painted) {
    const [first] = runs.filter((run) => standsBefore(box, run)).toSorted((left, right) => left.x - right.x)
    if (!first || !opensLine(box, first, runs) || !isAlone(box, first.size, painted)) continue
    if (bullets.some((other) => sameBox(box, other.box, first.size * SMALLEST_EM))) continue
    const run = { text: '•', x: box.x0, y: first.y, width: widthOf(box), size: first.size }
    bullets.push({ box, run: { ...run, font: null, bold: false } })
  }
  return bullets.map(({ run }) => run)
}

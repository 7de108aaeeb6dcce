import type { Box } from '../io/geometry.ts'
import type { TextRun } from './page.ts'
import type { PageDrawing } from './pdfium/index.ts'

/** Smallest and largest side of a bullet, in em of the text behind it, and how much longer one side may be. */
const MIN_SIDE_EM = 0.12
const MAX_SIDE_EM = 0.8
const MAX_SIDE_RATIO = 1.6

/** Height of the middle of a bullet above the baseline, in em. */
const MIN_RISE_EM = 0.05
const MAX_RISE_EM = 0.65

/** The room between a bullet and the text behind it, in em. */
const MAX_ROOM_EM = 3

/** Text or another small shape this close, in em, makes a shape a part of something else: a flag, a diagram. */
const ALONE_EM = 0.4

/** Shapes up to this size, in em, may make up a drawing; larger ones are its background. */
const MAX_DRAWING_EM = 3

const measureSides = ({ x0, y0, x1, y1 }: Box): readonly [short: number, long: number] => {
  const [width, height] = [x1 - x0, y1 - y0]
  return [Math.min(width, height), Math.max(width, height)]
}

const standsBefore = (box: Box, { x, y, size, angle }: TextRun): boolean => {
  const [short, long] = measureSides(box)
  const rise = ((box.y0 + box.y1) / 2 - y) / size
  return (
    angle === undefined &&
    short >= MIN_SIDE_EM * size &&
    long <= Math.min(MAX_SIDE_EM * size, MAX_SIDE_RATIO * short) &&
    rise >= MIN_RISE_EM &&
    rise <= MAX_RISE_EM &&
    x >= box.x1 &&
    x - box.x1 <= MAX_ROOM_EM * size
  )
}

/** Whether no text of its line is before a box. */
const opensLine = (box: Box, { y, size }: TextRun, runs: readonly TextRun[]): boolean =>
  runs.every(
    (other) =>
      Math.abs(other.y - y) > size / 2 ||
      other.x >= box.x1 ||
      other.x + other.width <= box.x0 - ALONE_EM * size,
  )

const isSameBox = (box: Box, other: Box, tolerance: number): boolean =>
  Math.abs(box.x0 + box.x1 - other.x0 - other.x1) <= 2 * tolerance &&
  Math.abs(box.y0 + box.y1 - other.y0 - other.y1) <= 2 * tolerance

const isAlone = (box: Box, em: number, shapes: readonly Box[]): boolean => {
  const room = ALONE_EM * em
  return shapes.every(
    (other) =>
      isSameBox(box, other, em * MIN_SIDE_EM) ||
      measureSides(other)[1] > MAX_DRAWING_EM * em ||
      other.x1 < box.x0 - room ||
      other.x0 > box.x1 + room ||
      other.y1 < box.y0 - room ||
      other.y0 > box.y1 + room,
  )
}

/** The bullets that a page draws as shapes or pictures before its lines, each as a run on the baseline of its line. */
export const findDrawnBullets = (
  { shapes, pictures }: Pick<PageDrawing, 'shapes' | 'pictures'>,
  runs: readonly TextRun[],
): readonly TextRun[] => {
  const painted = [...shapes, ...pictures]
  const bullets: { readonly box: Box; readonly run: TextRun }[] = []
  for (const box of painted) {
    const [first] = runs.filter((run) => standsBefore(box, run)).toSorted((left, right) => left.x - right.x)
    if (!first || !opensLine(box, first, runs) || !isAlone(box, first.size, painted)) continue
    if (bullets.some((other) => isSameBox(box, other.box, first.size * MIN_SIDE_EM))) continue
    const { y, size } = first
    bullets.push({
      box,
      run: { text: '•', x: box.x0, y, width: box.x1 - box.x0, size, font: null, bold: false },
    })
  }
  return bullets.map(({ run }) => run)
}

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

/** Text this close before a shape, in em, makes it a mark within a line. */
const ALONE_EM = 0.4

const isBullet = (box: Box, { x, size }: TextRun): boolean => {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const room = x - box.x1
  return (
    short >= MIN_SIDE_EM * size &&
    long <= Math.min(MAX_SIDE_EM * size, MAX_SIDE_RATIO * short) &&
    room >= 0 &&
    room <= MAX_ROOM_EM * size
  )
}

/** The first text of the line of a box, without text that is far before it. */
const findLineStart = (box: Box, runs: readonly TextRun[]): TextRun | undefined => {
  const middle = (box.y0 + box.y1) / 2
  const [first] = runs
    .filter(({ x, y, width, size, angle }) => {
      const rise = (middle - y) / size
      const isLevel = angle === undefined && rise >= MIN_RISE_EM && rise <= MAX_RISE_EM
      return isLevel && x + width > box.x0 - ALONE_EM * size
    })
    .toSorted((left, right) => left.x - right.x)
  return first
}

/** The bullets that a page draws as shapes or pictures before its lines, each as a run on the baseline of its line. */
export const findDrawnBullets = (
  { shapes, pictures }: Pick<PageDrawing, 'shapes' | 'pictures'>,
  runs: readonly TextRun[],
): readonly TextRun[] => {
  const boxesByRun = Map.groupBy([...shapes, ...pictures], (box) => {
    const start = findLineStart(box, runs)
    return start && isBullet(box, start) ? start : null
  })
  const bullets: TextRun[] = []
  for (const [run, [box, ...others]] of boxesByRun) {
    if (!run || !box) continue
    const { y, size } = run
    // shapes beside each other are a drawing; one over the other is a bullet that is drawn twice
    if (others.some((other) => Math.abs(other.x0 - box.x0) > MIN_SIDE_EM * size)) continue
    bullets.push({ text: '•', x: box.x0, y, width: box.x1 - box.x0, size, font: null, bold: false })
  }
  return bullets
}

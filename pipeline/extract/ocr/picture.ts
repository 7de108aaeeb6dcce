import { at } from '../../io/at.ts'
import type { GreyPicture } from '../pdfium/index.ts'
import type { PixelBox } from './recognised-runs.ts'

const RADIANS = Math.PI / 180
const WHITE = 255

/** Shades darker than this, of 255, are ink. */
const INK = 140

/** Degrees: skew is searched up to this, in coarse steps, then in fine steps round the best. */
const MAX_SKEW = 6
const COARSE_STEP = 0.5
const FINE_STEP = 0.1

/** Less skew, in degrees, does OCR no harm. */
const MIN_SKEW = 0.2

/** Ink is sampled every few pixels, up to a number of points. */
const SAMPLE_PIXELS = 3
const MAX_POINTS = 60_000

/** A skew is believed where it improves the score of rows by this factor. */
const MIN_GAIN = 1.05

interface Point {
  readonly x: number
  readonly y: number
}

const sampleInk = ({ width, height, pixels }: GreyPicture): readonly Point[] => {
  const points: Point[] = []
  for (let y = 0; y < height; y += SAMPLE_PIXELS) {
    for (let x = 0; x < width; x += SAMPLE_PIXELS) if (at(pixels, y * width + x) < INK) points.push({ x, y })
  }
  const every = Math.ceil(points.length / MAX_POINTS)
  return points.filter((_, index) => index % every === 0)
}

/** Higher where fewer rows hold the ink. */
const scoreRows = (heights: readonly number[]): number => {
  const rows = new Map<number, number>()
  for (const height of heights) {
    const row = Math.round(height / SAMPLE_PIXELS)
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  return [...rows.values()].reduce((sum, count) => sum + count * count, 0)
}

/** Degrees by which the lines of a picture fall to the right; 0 where they are level. */
export const measureSkew = (picture: GreyPicture): number => {
  const points = sampleInk(picture)
  const score = (degrees: number): number => {
    const slope = Math.tan(degrees * RADIANS)
    return scoreRows(points.map(({ x, y }) => y - slope * x))
  }
  const search = (from: number, to: number, step: number): number => {
    const steps = Array.from(
      { length: Math.round((to - from) / step) + 1 },
      (_, index) => from + index * step,
    )
    return steps
      .map((degrees) => ({ degrees, score: score(degrees) }))
      .reduce((best, own) => (own.score > best.score ? own : best)).degrees
  }
  const coarse = search(-MAX_SKEW, MAX_SKEW, COARSE_STEP)
  const fine = search(coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP)
  return Math.abs(fine) >= MIN_SKEW && score(fine) > score(0) * MIN_GAIN ? fine : 0
}

/** Lines run along the direction whose score of rows is higher by this factor. */
const MIN_DIRECTION = 1.1

/** The numbers of quarters to try, judged by the direction in which the ink forms rows. */
export const listQuarters = (picture: GreyPicture): readonly number[] => {
  const points = sampleInk(picture)
  const [along, across] = [scoreRows(points.map(({ y }) => y)), scoreRows(points.map(({ x }) => x))]
  if (along > across * MIN_DIRECTION) return [2]
  return across > along * MIN_DIRECTION ? [1, 3] : []
}

/** A picture rotated about its middle, white where nothing was. */
export const levelPicture = (picture: GreyPicture, degrees: number): GreyPicture => {
  if (degrees === 0) return picture
  const { width, height, pixels } = picture
  const [cosine, sine] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
  const level = new Uint8Array(width * height).fill(WHITE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [right, down] = [x - width / 2, y - height / 2]
      const fromX = Math.round(width / 2 + right * cosine - down * sine)
      const fromY = Math.round(height / 2 + right * sine + down * cosine)
      if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) continue
      level[y * width + x] = at(pixels, fromY * width + fromX)
    }
  }
  return { ...picture, pixels: level }
}

/** A picture rotated clockwise by a quarter. */
export const rotateQuarter = ({ width, height, pixels, scale }: GreyPicture): GreyPicture => {
  const rotated = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rotated[x * height + (height - 1 - y)] = at(pixels, y * width + x)
  }
  return { width: height, height: width, pixels: rotated, scale }
}

/** Ink of a line of text: the share of its cells, a third of an em wide and high, that is dark. */
const MIN_DENSITY = 0.08
const MAX_DENSITY = 0.7

/** A line that no word covers is at least this many cells long. */
const MIN_CELLS = 24

/**
 * How many lines of something like text no word covers: rows of cells with ink, white above and below.
 * @param em the size of the text that was read, in pixels
 */
export const countUnreadLines = (picture: GreyPicture, words: readonly PixelBox[], em: number): number => {
  const { width, height, pixels } = picture
  const side = Math.max(4, Math.round(em / 3))
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)]
  const density = new Float32Array(columns * rows)
  for (let y = 0; y < rows * side; y++) {
    for (let x = 0; x < columns * side; x++) {
      if (at(pixels, y * width + x) < INK) {
        const cell = Math.floor(y / side) * columns + Math.floor(x / side)
        density[cell] = at(density, cell) + 1 / (side * side)
      }
    }
  }
  const read = new Uint8Array(columns * rows)
  for (const { x0, y0, x1, y1 } of words) {
    for (
      let row = Math.max(0, Math.floor(y0 / side) - 1);
      row <= Math.min(rows - 1, Math.ceil(y1 / side));
      row++
    ) {
      read.fill(
        1,
        row * columns + Math.max(0, Math.floor(x0 / side) - 1),
        row * columns + Math.min(columns, Math.ceil(x1 / side) + 1),
      )
    }
  }
  const countInRow = (row: number, test: (cell: number) => boolean): number => {
    if (row < 0 || row >= rows) return 0
    let count = 0
    for (let column = 0; column < columns; column++) if (test(row * columns + column)) count++
    return count
  }
  const isText = (cell: number): boolean => {
    const own = at(density, cell)
    return own >= MIN_DENSITY && own <= MAX_DENSITY && at(read, cell) === 0
  }
  const counts = Array.from({ length: rows }, (_, row) => countInRow(row, isText))
  let lines = 0
  for (let row = 0; row < rows; row++) {
    let end = row
    while (end < rows && (counts[end] ?? 0) >= MIN_CELLS) end++
    // letters of one line are two to five cells high; what is higher is a picture
    if (end - row >= 2 && end - row <= 5) lines++
    row = Math.max(row, end)
  }
  return lines
}

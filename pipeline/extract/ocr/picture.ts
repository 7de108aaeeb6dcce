import { at } from '../../io/at.ts'
import { type Box, type Point, rotate } from '../../io/geometry.ts'
import type { GreyPicture } from '../pdfium/index.ts'
import { findSkew, scoreRows } from '../skew.ts'

const WHITE = 255

/** Shades darker than this, of 255, are ink. */
const INK = 140

/** A skew of fewer degrees does OCR no harm; above it, rows of ink must line up this many times better. */
const MIN_SKEW = 0.2
const MIN_GAIN = 1.05

/** Ink is sampled every few pixels, up to a number of points. */
const SAMPLE_PIXELS = 3
const MAX_POINTS = 60_000

const sampleInk = ({ width, height, pixels }: GreyPicture): readonly Point[] => {
  const points: Point[] = []
  for (let y = 0; y < height; y += SAMPLE_PIXELS) {
    for (let x = 0; x < width; x += SAMPLE_PIXELS) if (at(pixels, y * width + x) < INK) points.push({ x, y })
  }
  const every = Math.ceil(points.length / MAX_POINTS)
  return points.filter((_, index) => index % every === 0)
}

/** Degrees by which the lines of a picture fall to the right; 0 if they are level. */
export const measureSkew = (picture: GreyPicture): number => {
  const skew = findSkew(sampleInk(picture), { rowHeight: SAMPLE_PIXELS, minGain: MIN_GAIN })
  return Math.abs(skew) >= MIN_SKEW ? skew : 0
}

/** How many times better ink lines up in rows along the lines than across them. */
const MIN_DIRECTION = 1.1

/** How many quarters a picture may have to be rotated by, when its lines run as its ink says. */
export const listQuarters = (picture: GreyPicture): readonly number[] => {
  const points = sampleInk(picture)
  const score = (axis: 'x' | 'y'): number => {
    const places = points.map((point) => point[axis])
    return scoreRows(places, SAMPLE_PIXELS)
  }
  const [along, across] = [score('y'), score('x')]
  if (along > across * MIN_DIRECTION) return [2]
  return across > along * MIN_DIRECTION ? [1, 3] : []
}

/** A picture rotated anticlockwise about its centre, with white corners; a quarter turn swaps its sides. */
export const rotatePicture = (picture: GreyPicture, degrees: number): GreyPicture => {
  if (degrees === 0) return picture
  const { pixels, scale } = picture
  const right = rotate({ x: 1, y: 0 }, degrees)
  const isOnSide = Math.abs(right.y) > Math.abs(right.x)
  const [width, height] = isOnSide ? [picture.height, picture.width] : [picture.width, picture.height]
  const rotated = new Uint8Array(width * height).fill(WHITE)
  for (let y = 0; y < height; y++) {
    const row = rotate({ x: -(width - 1) / 2, y: y - (height - 1) / 2 }, degrees)
    for (let x = 0; x < width; x++) {
      const fromX = Math.round((picture.width - 1) / 2 + row.x + x * right.x)
      const fromY = Math.round((picture.height - 1) / 2 + row.y + x * right.y)
      if (fromX < 0 || fromX >= picture.width || fromY < 0 || fromY >= picture.height) continue
      rotated[y * width + x] = at(pixels, fromY * picture.width + fromX)
    }
  }
  return { width, height, pixels: rotated, scale }
}

/** Ink of a line of text: the share of its cells, a third of an em wide and high, that is dark. */
const MIN_DENSITY = 0.08
const MAX_DENSITY = 0.7

/** A line that no word covers is at least this many cells long. */
const MIN_LINE_CELLS = 24

/** Letters of one line are this many cells high; what is higher is a picture. */
const MIN_LINE_ROWS = 2
const MAX_LINE_ROWS = 5

/**
 * Number of text-like lines that no word covers: rows of cells with ink, white above and below.
 * @param em the size of the text that was read, in pixels
 */
export const countUnreadLines = (picture: GreyPicture, words: readonly Box[], em: number): number => {
  const { width, height, pixels } = picture
  const side = Math.max(4, Math.round(em / 3))
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)]
  const density = new Float32Array(columns * rows)
  for (let y = 0; y < rows * side; y++) {
    for (let x = 0; x < columns * side; x++) {
      if (at(pixels, y * width + x) >= INK) continue
      const cell = Math.floor(y / side) * columns + Math.floor(x / side)
      density[cell] = at(density, cell) + 1 / (side * side)
    }
  }
  for (const { x0, y0, x1, y1 } of words) {
    const left = Math.max(0, Math.floor(x0 / side) - 1)
    const right = Math.min(columns, Math.ceil(x1 / side) + 1)
    for (let row = Math.max(0, Math.floor(y0 / side) - 1); row <= Math.ceil(y1 / side); row++) {
      density.fill(0, row * columns + left, row * columns + right)
    }
  }
  let [lines, filled] = [0, 0]
  // the row behind the last is empty and ends what is above it
  for (let row = 0; row <= rows; row++) {
    const cells = density.subarray(row * columns, (row + 1) * columns)
    const inked = cells.filter((ink) => ink >= MIN_DENSITY && ink <= MAX_DENSITY)
    if (inked.length >= MIN_LINE_CELLS) filled++
    else {
      if (filled >= MIN_LINE_ROWS && filled <= MAX_LINE_ROWS) lines++
      filled = 0
    }
  }
  return lines
}

import type { GreyPicture } from '../pdfium/index.ts'
import {
  measureEm,
  measureHeight,
  measureSlope,
  type RecognisedLine,
  type RecognisedWord,
} from './recognised-runs.ts'

/** A word that rises above its baseline by more than this share of the em ends in a raised mark. */
const RAISED = 0.9

/** Words of which OCR is surer than this are taken as they are. */
const SURE = 80

/** By so much OCR may be less sure of an ordinary word on second sight. */
const TOLERANCE = 15

/** How much of the line, in em above and below the baseline, is looked at again: all but the raised marks. */
const ABOVE = 0.76
const BELOW = 0.25

/** White round the line, in em. */
const MARGIN = 0.7

const WHITE = 255

/** A part of a page cut out for a second reading, and where it stood. */
export interface Cutting {
  readonly picture: GreyPicture
  readonly left: number
  /** The row of the page at which the cutting begins at its left edge. */
  readonly top: number
  readonly slope: number
}

/** Whether OCR may have stumbled over a mark raised behind a word, as over the ordinals of dates and footnote marks. */
const isDoubtful = (word: RecognisedWord, line: RecognisedLine, em: number): boolean =>
  word.confidence < SURE && measureHeight(word, line) > em * RAISED

/** Whether a line is worth a second look. */
export const hasDoubtfulRaisedMark = (line: RecognisedLine): boolean => {
  const em = measureEm(line)
  return line.words.some((word) => isDoubtful(word, line, em))
}

/** Cuts a line out of a page, without what rises above its letters and set level, on white. */
export const cutLine = (page: GreyPicture, line: RecognisedLine): Cutting => {
  const em = measureEm(line)
  const margin = Math.round(em * MARGIN)
  const slope = measureSlope(line.baseline)
  const x0 = Math.min(...line.words.map(({ bbox }) => bbox.x0))
  const x1 = Math.max(...line.words.map(({ bbox }) => bbox.x1))
  const baseline = line.baseline.y0 + slope * (x0 - line.baseline.x0)
  const top = Math.round(baseline - em * ABOVE)
  const height = Math.round(em * (ABOVE + BELOW))
  const width = x1 - x0 + 2 * margin
  const pixels = new Uint8Array(width * (height + 2 * margin)).fill(WHITE)
  for (let x = x0; x < x1; x++) {
    const fall = Math.round(slope * (x - x0))
    for (let y = 0; y < height; y++) {
      const row = top + y + fall
      if (row < 0 || row >= page.height || x < 0 || x >= page.width) continue
      pixels[(y + margin) * width + x - x0 + margin] = page.pixels[row * page.width + x] ?? WHITE
    }
  }
  const picture = { width, height: height + 2 * margin, pixels, scale: page.scale }
  return { picture, left: x0 - margin, top: top - margin, slope }
}

/** The words of a cutting at their places on the page, on the baseline of the first reading. */
const placedAgain = (words: RecognisedLine['words'], cutting: Cutting): RecognisedLine['words'] =>
  words.map((word) => {
    const { x0, y0, x1, y1 } = word.bbox
    const down = cutting.top + Math.round(cutting.slope * x0)
    const bbox = { x0: x0 + cutting.left, y0: y0 + down, x1: x1 + cutting.left, y1: y1 + down }
    return { text: word.text, confidence: word.confidence, bbox }
  })

/**
 * The second reading of a line, where it is no worse than the first in the words without raised marks; else the first.
 * On the others it counts though it be less sure: what misled the first is gone.
 */
export const betterReading = (
  first: RecognisedLine,
  second: readonly RecognisedLine[],
  cutting: Cutting,
): RecognisedLine => {
  const words = placedAgain(
    second.flatMap((line) => line.words),
    cutting,
  )
  const em = measureEm(first)
  const asGood = first.words.every((word, index) => {
    const again = words[index]
    return isDoubtful(word, first, em) || (again && again.confidence >= word.confidence - TOLERANCE)
  })
  return asGood && words.length === first.words.length ? { baseline: first.baseline, words } : first
}

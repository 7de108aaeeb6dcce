/** A rectangle or a baseline in pixels, y downwards. */
export interface PixelBox {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A word as OCR found it. */
export interface RecognisedWord {
  readonly text: string
  /** How sure the engine is, from 0 to 100. */
  readonly confidence: number
  readonly bbox: PixelBox
}

/** A line as OCR found it: in columns, the part of it that lies in one column. */
export interface RecognisedLine {
  readonly words: readonly RecognisedWord[]
  readonly baseline: PixelBox
}

/** Heights of letters above the baseline as shares of the em, as text fonts commonly have them. */
const TALL_LETTER = 0.72
const LOW_LETTER = 0.52

const HAS_TALL = /[\p{Lu}\p{Nd}bdfhklß(){}[\]|/]/u
const HAS_LOW = /[acemnorsuvwxz]/u

/** The middle one of some values, the upper of two; undefined of none. */
export const median = (values: readonly number[]): number | undefined =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]

/** By how much a baseline falls to the right, in pixels a pixel. */
export const slopeOf = ({ x0, y0, x1, y1 }: PixelBox): number => (x1 > x0 ? (y1 - y0) / (x1 - x0) : 0)

/** How far a word rises above its baseline, in pixels. */
export const heightOf = ({ bbox }: RecognisedWord, { baseline }: RecognisedLine): number =>
  baseline.y0 + slopeOf(baseline) * ((bbox.x0 + bbox.x1) / 2 - baseline.x0) - bbox.y0

/** The em of a line, in pixels, by the heights of its words above the baseline. */
export const emOf = (line: RecognisedLine): number => {
  const ems = line.words.flatMap((word) => {
    const height = heightOf(word, line)
    if (height <= 0) return []
    if (HAS_TALL.test(word.text)) return [height / TALL_LETTER]
    return HAS_LOW.test(word.text) ? [height / LOW_LETTER] : []
  })
  return median(ems) ?? Math.max(1, ...line.words.map(({ bbox }) => bbox.y1 - bbox.y0))
}

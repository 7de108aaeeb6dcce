import type { TextRun } from '../page.ts'
import type { GreyPicture } from '../pdfium/index.ts'

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
export const findMedian = (values: readonly number[]): number | undefined =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]

/** By how much a baseline falls to the right, in pixels a pixel. */
const measureSlope = ({ x0, y0, x1, y1 }: PixelBox): number => (x1 > x0 ? (y1 - y0) / (x1 - x0) : 0)

/** The em of a line, in pixels, by the heights of its words above the baseline. */
export const measureEm = ({ words, baseline }: RecognisedLine): number => {
  const ems = words.flatMap(({ text, bbox }) => {
    const middle = (bbox.x0 + bbox.x1) / 2
    const height = baseline.y0 + measureSlope(baseline) * (middle - baseline.x0) - bbox.y0
    if (height <= 0) return []
    if (HAS_TALL.test(text)) return [height / TALL_LETTER]
    return HAS_LOW.test(text) ? [height / LOW_LETTER] : []
  })
  return findMedian(ems) ?? Math.max(1, ...words.map(({ bbox }) => bbox.y1 - bbox.y0))
}

/** OCR is less sure than this of marks that it takes from pictures, rules and dirt, but also of rare words. */
const MIN_CONFIDENCE = 30

/** Words of dirt are short. */
const DIRT_LENGTH = 3

const isDoubtful = ({ text, confidence }: RecognisedWord): boolean =>
  confidence < MIN_CONFIDENCE && (text.length <= DIRT_LENGTH || !/[\p{L}\p{N}]/u.test(text))

/** What OCR makes of a dash at the head of a list entry. */
const DASH_LIKE = /^[=~_¬]$/

/** The words of a line without dirt: a line of it, or a mark within a line; the mark of a list entry is a dash. */
const cleanWords = ({ words }: RecognisedLine): RecognisedWord[] => {
  const visible = words.filter((word) => word.text.trim() !== '')
  if (visible.every(isDoubtful)) return []
  return visible.flatMap((word, index) => {
    if (index === 0 && visible.length > 1 && DASH_LIKE.test(word.text)) return [{ ...word, text: '-' }]
    return isDoubtful(word) && !/[\p{L}\p{N}]/u.test(word.text) ? [] : [word]
  })
}

/** Lines shorter than this share of the page say little about its slant. */
const LONG_LINE = 0.2

/** How much the lines of a page fall to the right: the tangent of the angle of its scan. */
const measureSlant = (lines: readonly RecognisedLine[], width: number): number => {
  const long = lines.filter(({ baseline }) => baseline.x1 - baseline.x0 >= width * LONG_LINE)
  return findMedian(long.map(({ baseline }) => measureSlope(baseline))) ?? 0
}

/**
 * The words of a page as text runs in points from its bottom left, set upright: all words of a line stand on one
 * baseline, however tilted the page was scanned. A run ends in a space, since OCR has found where words end.
 */
export const recognisedRuns = (
  lines: readonly RecognisedLine[],
  picture: Pick<GreyPicture, 'width' | 'height' | 'scale'>,
): TextRun[] => {
  const { width, height, scale } = picture
  const tangent = measureSlant(lines, width)
  const cosine = 1 / Math.hypot(1, tangent)
  const sine = tangent * cosine
  const upright = (x: number, y: number): { x: number; y: number } => ({
    x: width / 2 + (x - width / 2) * cosine + (y - height / 2) * sine,
    y: height / 2 - (x - width / 2) * sine + (y - height / 2) * cosine,
  })
  return lines.flatMap((line) => {
    const { x0, y0, x1, y1 } = line.baseline
    const baseline = upright((x0 + x1) / 2, (y0 + y1) / 2).y
    const size = measureEm(line)
    return cleanWords(line).map(({ text, bbox }) => {
      const printed = text.trim()
      const left = upright(bbox.x0, (bbox.y0 + bbox.y1) / 2).x
      const wordWidth = (bbox.x1 - bbox.x0) * cosine
      return {
        text: `${printed} `,
        x: left / scale,
        y: (height - baseline) / scale,
        width: (wordWidth * (printed.length + 1)) / printed.length / scale,
        size: size / scale,
        font: null,
        bold: false,
      }
    })
  })
}

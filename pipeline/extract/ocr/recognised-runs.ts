import type { Box } from '../../io/geometry.ts'
import { findMedian } from '../../io/numbers.ts'
import type { TextRun } from '../page.ts'

/** A word as OCR found it, with its confidence from 0 to 100, and its place in pixels, y downwards. */
interface RecognisedWord {
  readonly text: string
  readonly confidence: number
  readonly bbox: Box
}

/** A line as OCR found it; in columns, the part that lies in one column. */
export interface RecognisedLine {
  readonly words: readonly RecognisedWord[]
  readonly baseline: Box
}

/** Heights of letters above the baseline as shares of the em, in common text fonts. */
const TALL_LETTER_EM = 0.72
const LOW_LETTER_EM = 0.52
const HAS_TALL = /[\p{Lu}\p{Nd}bdfhklß(){}[\]|/]/u
const HAS_LOW = /[acemnorsuvwxz]/u

/** Dirt and rules are read as short words with less confidence; rare words are longer. */
const MIN_CONFIDENCE = 30
const MAX_DIRT_LENGTH = 3

/** Characters that OCR reads in place of the dash of a list entry. */
const DASH_LIKE = /^[=~_¬]$/

/** The em of a line in pixels, from the heights of its words above the baseline. */
export const measureEm = ({ words, baseline: { x0, y0, x1, y1 } }: RecognisedLine): number => {
  const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0
  const ems = words.flatMap(({ text, bbox }) => {
    const height = y0 + slope * ((bbox.x0 + bbox.x1) / 2 - x0) - bbox.y0
    if (height <= 0) return []
    if (HAS_TALL.test(text)) return [height / TALL_LETTER_EM]
    return HAS_LOW.test(text) ? [height / LOW_LETTER_EM] : []
  })
  return findMedian(ems) ?? Math.max(1, ...words.map(({ bbox }) => bbox.y1 - bbox.y0))
}

const isDirt = ({ text, confidence }: RecognisedWord): boolean =>
  confidence < MIN_CONFIDENCE && (text.length <= MAX_DIRT_LENGTH || !/[\p{L}\p{N}]/u.test(text))

/** The words of a line without dirt; the mark of a list entry becomes a dash. */
const cleanWords = ({ words }: RecognisedLine): RecognisedWord[] => {
  const visible = words.filter((word) => word.text.trim() !== '')
  if (visible.every(isDirt)) return []
  return visible.flatMap((word, index) => {
    if (index === 0 && visible.length > 1 && DASH_LIKE.test(word.text)) return [{ ...word, text: '-' }]
    return isDirt(word) && !/[\p{L}\p{N}]/u.test(word.text) ? [] : [word]
  })
}

/**
 * The words of a level picture as text runs in points from its bottom left; all words of a line share a baseline.
 * A run ends in a space, since OCR has found where words end.
 *
 * @param height the height of the picture in pixels
 * @param scale pixels per point
 */
export const makeRuns = (lines: readonly RecognisedLine[], height: number, scale: number): TextRun[] =>
  lines.flatMap((line) => {
    const baseline = (line.baseline.y0 + line.baseline.y1) / 2
    const size = measureEm(line)
    return cleanWords(line).map(({ text, bbox }) => {
      const printed = text.trim()
      return {
        text: `${printed} `,
        x: bbox.x0 / scale,
        y: (height - baseline) / scale,
        width: ((bbox.x1 - bbox.x0) * (printed.length + 1)) / printed.length / scale,
        size: size / scale,
        font: null,
        bold: false,
      }
    })
  })

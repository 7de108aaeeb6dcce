import type { Line } from '../layout/index.ts'
import { findSimilar } from './similarity.ts'

/** How the closing lines of the template begin: a rule, the disclaimer, the pointer to the ITU, the date. */
const CLOSING_START =
  /^(?:[-–—_=]{8,}|DISCLAIMER\b|More information is available|Last\s+updated?\s*(?:on\b|:))/i

const UPDATED = /last\s+updated?\s*(?:on\b)?\s*:?\s*(.*)$/i

const UPDATED_WORDS = 'Last updated on'

/** The same beginnings, which OCR may misread by this share of their characters. */
const CLOSING_WORDS = ['DISCLAIMER:', 'More information is available', UPDATED_WORDS] as const
const MISREAD_SHARE = 0.15

/** Where a phrase ends with which a text begins, though some of its characters be misread; null where it does not. */
const behindPhrase = (text: string, phrase: string): number | null => {
  const mostEdits = Math.floor(phrase.length * MISREAD_SHARE)
  const place = findSimilar(text.slice(0, phrase.length + mostEdits), phrase, mostEdits)
  return place?.start === 0 ? place.end : null
}

const startsClosing = (text: string): boolean =>
  CLOSING_START.test(text) || CLOSING_WORDS.some((phrase) => behindPhrase(text, phrase) !== null)

/** What stands behind the words of the update, or null. */
const behindUpdated = (text: string): string | null => {
  const printed = UPDATED.exec(text)?.[1]
  if (printed !== undefined) return printed.trim()
  const end = behindPhrase(text, UPDATED_WORDS)
  return end === null ? null : text.slice(end).trim()
}

/** Where the closing lines begin, searched from a line on and before another; -1 where there are none. */
export const closingStart = (lines: readonly Line[], from: number, to: number = lines.length): number => {
  for (let index = from; index < to; index++) if (startsClosing(lines[index]?.text ?? '')) return index
  return -1
}

/** The last line of the closing block: the date, or the last line that looks like part of the block. */
export const closingEnd = (lines: readonly Line[], start: number): number => {
  const tail = lines.slice(start)
  const dated = tail.findLastIndex((line) => behindUpdated(line.text) !== null)
  return start + (dated === -1 ? tail.findLastIndex((line) => startsClosing(line.text)) : dated)
}

/** What stands behind “Last updated on”, as printed, for each time that the lines say it. */
export const updateDates = (lines: readonly Line[]): string[] =>
  lines
    .map((line) => behindUpdated(line.text))
    .filter((printed) => printed !== null && printed !== '')
    .map(String)

import type { Line } from '../layout/index.ts'
import { editDistance, findSimilar } from './similarity.ts'

/** How the closing lines of the template begin: a rule or the disclaimer, the pointer to the ITU, the date. */
const DISCLAIMER = /^(?:[-–—_=]{8,}|DISCLAIMER\b)/i
const POINTER = /^More information is available/i
const LAST_UPDATED = /^Last\s+updated?\s*(?:on\b|:)/i

const UPDATED = /last\s+updated?\s*(?:on\b)?\s*:?\s*(.*)$/i

const DISCLAIMER_WORDS = 'DISCLAIMER:'
const POINTER_WORDS = 'More information is available'
const UPDATED_WORDS = 'Last updated on'

/** The share of the characters of these words that OCR may misread. */
const MISREAD_SHARE = 0.15
/** `More`, of which OCR misreads a letter at most: `No` and `Some information is available` are notes. */
const MORE = 'More'

/** Where a phrase ends with which a line of OCR begins, though some of its characters be misread; null where it does not. */
const behindPhrase = ({ text, derivation }: Line, phrase: string): number | null => {
  if (derivation !== 'ocr') return null
  const mostEdits = Math.floor(phrase.length * MISREAD_SHARE)
  const place = findSimilar(text.slice(0, phrase.length + mostEdits), phrase, mostEdits)
  return place?.start === 0 ? place.end : null
}

const startsDisclaimer = (line: Line): boolean =>
  DISCLAIMER.test(line.text) || behindPhrase(line, DISCLAIMER_WORDS) !== null

const startsPointer = (line: Line): boolean =>
  POINTER.test(line.text) ||
  (behindPhrase(line, POINTER_WORDS) !== null && editDistance(line.text.split(/\s/, 1).join(''), MORE) <= 1)

const startsUpdate = (line: Line): boolean =>
  LAST_UPDATED.test(line.text) || behindPhrase(line, UPDATED_WORDS) !== null

const startsClosing = (line: Line): boolean =>
  startsDisclaimer(line) || startsPointer(line) || startsUpdate(line)

/** What stands behind the words of the update, or null. */
const behindUpdated = (line: Line): string | null => {
  const printed = UPDATED.exec(line.text)?.[1]
  if (printed !== undefined) return printed.trim()
  const end = behindPhrase(line, UPDATED_WORDS)
  return end === null ? null : line.text.slice(end).trim()
}

/** Lines of a note that may follow a pointer in it; the disclaimer of a next profile stands further off. */
const MAX_NOTE_REST = 12

/** Whether a pointer belongs to a note: the disclaimer, which the template prints first, comes behind it. */
const pointsFromNote = (lines: readonly Line[]): boolean => {
  const disclaimer = lines.findIndex(startsDisclaimer)
  const update = lines.findIndex(startsUpdate)
  return disclaimer !== -1 && (update === -1 || disclaimer < update)
}

/** Where the closing lines begin, searched from a line on and before another; -1 where there are none. */
export const closingStart = (lines: readonly Line[], from: number, to: number = lines.length): number => {
  for (let index = from; index < to; index++) {
    const line = lines[index]
    if (!line || !startsClosing(line)) continue
    if (!startsPointer(line) || !pointsFromNote(lines.slice(index + 1, Math.min(to, index + MAX_NOTE_REST))))
      return index
  }
  return -1
}

/** The last line of the closing block: the date, or the last line that looks like part of the block. */
export const closingEnd = (lines: readonly Line[], start: number): number => {
  const tail = lines.slice(start)
  const dated = tail.findLastIndex((line) => behindUpdated(line) !== null)
  return start + (dated === -1 ? tail.findLastIndex((line) => startsClosing(line)) : dated)
}

/** What stands behind “Last updated on”, as printed, for each time that the lines say it. */
export const updateDates = (lines: readonly Line[]): string[] =>
  lines
    .map((line) => behindUpdated(line))
    .filter((printed) => printed !== null && printed !== '')
    .map(String)

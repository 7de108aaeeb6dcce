import type { Line } from '../layout/index.ts'
import { editDistance, findSimilar } from './similarity.ts'

/** The closing lines of the template: how they begin in print, and the words by which OCR's reading of them is known. */
const CLOSING = {
  disclaimer: { printed: /^(?:[-–—_=]{8,}|DISCLAIMER\b)/i, words: 'DISCLAIMER:' },
  pointer: { printed: /^More information is available/i, words: 'More information is available' },
  update: { printed: /^Last\s+updated?\s*(?:on\b|:)/i, words: 'Last updated on' },
} as const

type ClosingKind = keyof typeof CLOSING

const UPDATED = /last\s+updated?\s*(?:on\b)?\s*:?\s*(.*)$/i

/** The share of the characters of these words that OCR may misread. */
const MAX_MISREAD_SHARE = 0.15

/** OCR misreads at most one letter of this word: `No` and `Some information is available` are notes. */
const MORE = 'More'

/** Where a phrase ends with which a line of OCR begins, though some of its characters be misread; null if it does not. */
const findPhraseEnd = ({ text, derivation }: Line, phrase: string): number | null => {
  if (derivation !== 'ocr') return null
  const maxEdits = Math.floor(phrase.length * MAX_MISREAD_SHARE)
  const place = findSimilar(text.slice(0, phrase.length + maxEdits), phrase, maxEdits)
  return place?.start === 0 ? place.end : null
}

const isClosing = (line: Line, kind: ClosingKind): boolean => {
  const { printed, words } = CLOSING[kind]
  if (printed.test(line.text)) return true
  if (findPhraseEnd(line, words) === null) return false
  return kind !== 'pointer' || editDistance(line.text.split(/\s/, 1).join(''), MORE) <= 1
}

const startsClosing = (line: Line): boolean =>
  isClosing(line, 'disclaimer') || isClosing(line, 'pointer') || isClosing(line, 'update')

/** The text after the words “Last updated on”, or null. */
const readUpdate = (line: Line): string | null => {
  const printed = UPDATED.exec(line.text)?.[1]
  const end = printed === undefined ? findPhraseEnd(line, CLOSING.update.words) : null
  return (printed ?? (end === null ? null : line.text.slice(end)))?.trim() ?? null
}

/** Lines of a note that may follow a pointer in it; the disclaimer of a next profile is further off. */
const MAX_NOTE_REST = 12

/** Whether a pointer belongs to a note: the disclaimer, which the template prints first, comes behind it. */
const pointsFromNote = (behind: readonly Line[]): boolean => {
  const next = behind.find((line) => isClosing(line, 'disclaimer') || isClosing(line, 'update'))
  return next !== undefined && isClosing(next, 'disclaimer')
}

/** Where the closing lines begin, searched from a line on and before another; -1 where they are missing. */
export const findClosingStart = (lines: readonly Line[], from: number, to: number = lines.length): number => {
  for (let index = from; index < to; index++) {
    const line = lines[index]
    if (!line || !startsClosing(line)) continue
    const behind = lines.slice(index + 1, Math.min(to, index + MAX_NOTE_REST))
    if (!isClosing(line, 'pointer') || !pointsFromNote(behind)) return index
  }
  return -1
}

/** The last line of the closing block: the date, or the last line that looks like part of the block. */
export const findClosingEnd = (lines: readonly Line[], start: number): number => {
  const dated = lines.findLastIndex((line, index) => index >= start && readUpdate(line) !== null)
  return dated === -1 ? lines.findLastIndex((line, index) => index >= start && startsClosing(line)) : dated
}

/** The text after each “Last updated on” in the lines, as printed. */
export const findUpdateDates = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap((line) => readUpdate(line) || [])

import type { Line } from '../layout/index.ts'

/** How the closing lines of the template begin: a rule, the disclaimer, the pointer to the ITU, the date. */
const CLOSING_START = /^(?:[-–—_=]{8,}|DISCLAIMER\b|More information is available|Last\s+updated?\s*(?:on\b|:))/i

const UPDATED = /last\s+updated?\s*(?:on\b)?\s*:?\s*(.*)$/i

/** Where the closing lines begin, searched from a line on; -1 where there are none. */
export const closingStart = (lines: readonly Line[], from: number): number => {
  const found = lines.slice(from).findIndex((line) => CLOSING_START.test(line.text))
  return found === -1 ? -1 : from + found
}

/** The last line of the closing block: the date, or the last line that looks like part of the block. */
export const closingEnd = (lines: readonly Line[], start: number): number => {
  const tail = lines.slice(start)
  const dated = tail.findLastIndex((line) => UPDATED.test(line.text))
  return start + (dated === -1 ? tail.findLastIndex((line) => CLOSING_START.test(line.text)) : dated)
}

/** What stands behind “Last updated on”, as printed, for each time that the lines say it. */
export const updateDates = (lines: readonly Line[]): string[] =>
  lines
    .map((line) => UPDATED.exec(line.text)?.[1]?.trim())
    .filter((printed) => printed !== undefined && printed !== '')
    .map(String)

import { type Issue, makeIssue } from '../../schemas/index.ts'
import type { Line } from '../layout/index.ts'
import { updateDates } from '../parse/index.ts'
import { isPlausibleDate, parsePrintedDate } from './date.ts'

/** The date of the last update, as printed and as ISO text. */
export interface SourceDate {
  readonly printed: string | null
  readonly date: string | null
  readonly issues: readonly Issue[]
}

/** Reads the date behind “Last updated on”; where several are printed, the last one that is a date counts. */
export const readSourceDate = (lines: readonly Line[], document: string): SourceDate => {
  const all = updateDates(lines)
  const readable = all.filter((printed) => parsePrintedDate(printed) !== null)
  const printed = readable.at(-1) ?? all.at(-1) ?? null
  if (printed === null) return { printed, date: null, issues: [makeIssue('date_missing', { document })] }
  const date = parsePrintedDate(printed)
  const place = { document, page: lines.at(-1)?.page ?? null }
  if (date === null)
    return { printed, date, issues: [makeIssue('date_unreadable', { ...place, value: printed })] }
  if (!isPlausibleDate(date)) {
    return { printed, date: null, issues: [makeIssue('date_out_of_range', { ...place, value: printed })] }
  }
  const different = new Set(readable.map(parsePrintedDate)).size > 1
  return {
    printed,
    date,
    issues: different ? [makeIssue('date_differs', { ...place, value: readable.join('; ') })] : [],
  }
}

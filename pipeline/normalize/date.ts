const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/** A day, an ordinal in any spelling (`12th`, `23th`, `12"`, `07th`, `8 th`), a month in English and a year. */
const PRINTED_DATE =
  /(?<!\d)(\d{1,2})\s*(?:st|nd|rd|th|[“”"'’*°])?\s*(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)/

const pad = (value: number): string => String(value).padStart(2, '0')

const monthOf = (word: string): number => {
  const name = word.toLowerCase()
  return 1 + MONTHS.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name)))
}

/** A date as profiles print it, as ISO text; null where it is no date of the calendar. */
export const parsePrintedDate = (printed: string): string | null => {
  const match = PRINTED_DATE.exec(printed)
  if (!match) return null
  const [, day = '', word = '', year = ''] = match
  const month = monthOf(word)
  if (month === 0) return null
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(day)) return null
  return `${year}-${pad(month)}-${pad(Number(day))}`
}

/** The years in which the profiles were written; a date outside of them is a misprint or another date. */
export const DATE_RANGE = { first: '2012-01-01', last: '2016-12-31' } as const

/** Whether a date lies in the years of the profiles. */
export const isPlausibleDate = (date: string): boolean => date >= DATE_RANGE.first && date <= DATE_RANGE.last

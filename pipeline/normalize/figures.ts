import type { StatusRule } from './status/index.ts'

/** A background figure: its value, and whether the profile says that it is not available. */
export interface Figure {
  readonly value: number | null
  readonly unavailable: boolean
}

const UNAVAILABLE = /^(?:n\/?a|unknown|not available|none|-)\s*%?\.?$/i

/** Words around a figure that do not change it. */
const WORDS_BEFORE = /^(?:approximately|approx\.?|about|circa|ca\.|estimated at|~|≈)\s*/i
const WORDS_BEHIND = /\s*(?:persons|people|inhabitants)?\.?$/i

/** Digits in groups of three separated by spaces, commas, dots or apostrophes; the first group may be shorter. */
const GROUPED = /^\d{1,3}(?:(?:\s*[,.'’]\s*|\s+)\d{3})*$/
/** Lakhs and crores, as in `12,34,567`. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/
/** Groups of three of which one was split by a stray space, as in `2 44 769 000`. */
const SPLIT_GROUP = /^(?:\d{1,3}\s)?(?:\d{3}\s)*(?:\d\s\d{2}|\d{2}\s\d)(?:\s\d{3})+$/

const SCALED = /^(\d{1,4}(?:[.,]\d{1,6})?)\s*(?:(thousand)|(million|mln)|(?:billion|bn))s?$/i

/** Three digits behind a comma are a group of thousands to one reader and decimals to another. */
const AMBIGUOUS_COMMA = /,\d{3}(?!\d)/

const parseScaled = (text: string): number | null => {
  const [, number, thousand, million] = SCALED.exec(text) ?? []
  if (number === undefined || AMBIGUOUS_COMMA.test(number)) return null
  const scale = thousand ? 1e3 : million ? 1e6 : 1e9
  const value = Math.round(Number(number.replace(',', '.')) * scale * 1e3) / 1e3
  return Number.isInteger(value) ? value : null
}

/** A number of people such as `9 421 000` or `29.82 million`; other groups of digits are typing errors. */
export const parsePopulation = (printed: string): Figure => {
  const whole = printed.trim()
  if (UNAVAILABLE.test(whole)) return { value: null, unavailable: true }
  const text = whole.replace(WORDS_BEFORE, '').replace(WORDS_BEHIND, '')
  const isNumber = [/^\d+$/, GROUPED, INDIAN, SPLIT_GROUP].some((pattern) => pattern.test(text))
  return { value: isNumber ? Number(text.replace(/\D/g, '')) : parseScaled(text), unavailable: false }
}

const PERCENT_SIGN = String.raw`\s*(?:%|per\s?cent|percent|pct\.?)?\.?`
const PERCENT = new RegExp(String.raw`^(\d{1,3}(?:\s?[.,]\s?\d+)?)${PERCENT_SIGN}$`, 'i')

/** A colon typed for the decimal point, before the template's two decimals. */
const COLON_PERCENT = /^(\d{1,3}[:;]\d{2})\s*%?$/

/** A per cent with the template's two decimals whose sign OCR took for digits or letters (`58.7096`, `58.70°/o`). */
const MISREAD_PERCENT = /^(\d{1,3}[.,]\d{2})\s*(?:96|9%|[°º*’']{0,2}\s?[%/]\s?[oO0]?)$/

/** A per cent such as `75.2344%` or `8%`, between 0 and 100; `12,345` may be a number of people. */
export const parsePercent = (printed: string): Figure => {
  const whole = printed.trim()
  if (UNAVAILABLE.test(whole)) return { value: null, unavailable: true }
  const text = whole.replace(WORDS_BEFORE, '')
  const digits = [MISREAD_PERCENT, PERCENT, COLON_PERCENT].map((pattern) => pattern.exec(text)?.[1])
  const number = digits.find((found) => found !== undefined)?.replaceAll(' ', '')
  if (number === undefined || AMBIGUOUS_COMMA.test(number)) return { value: null, unavailable: false }
  const value = Number(number.replace(/[,:;]/, '.'))
  return { value: value <= 100 ? value : null, unavailable: false }
}

const SOURCE_LABEL = /^[([{]?\s*data\s+source\s*:\s*|\s*[)\]}]$/gi
const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
/** The date at the end of a source, as in `ITU Statistics, December 2013`. */
const SOURCE_DATE = new RegExp(String.raw`[\s,;]*(?:${MONTH}\s*)?\b((?:19|20)\d{2})$`, 'i')

/** The source that is printed behind a figure, and the year that it names: `(data source: ITU Statistics, 2013)`. */
export const parseFigureSource = (printed: string | null) => {
  const text = (printed ?? '').replace(SOURCE_LABEL, '').replace(/\s+/g, ' ').trim()
  const date = SOURCE_DATE.exec(text)
  const name = (date ? text.slice(0, date.index) : text).trim()
  return { name: name === '' ? null : name, year: date ? Number(date[1]) : null }
}

/** The rules that decide the status of a background figure. */
export const FIGURE_RULES = {
  missing: {
    name: 'no_figure',
    status: 'not_reported',
    explanation: 'Background figures only: none is printed.',
  },
  unavailable: {
    name: 'figure_unavailable',
    status: 'unknown',
    explanation: 'Background figures only: the profile says that it is not available, for example `N/A`.',
  },
  given: {
    name: 'figure_given',
    status: 'reported',
    explanation: 'Background figures only: a figure is printed.',
  },
  unreadable: {
    name: 'figure_unreadable',
    status: 'reported',
    weak: true,
    explanation: 'Background figures only: what is printed cannot be read as a number, as a typing error.',
  },
} as const satisfies Readonly<Record<string, StatusRule>>

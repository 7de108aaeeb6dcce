import type { Status } from '../../schemas/index.ts'

/** A background figure: its value, and whether the profile says that there is none. */
export interface Figure {
  readonly value: number | null
  readonly unavailable: boolean
}

const UNAVAILABLE = /^(?:n\/?a|unknown|not available|none|-)\s*%?\.?$/i

/** Digits in groups of three parted by spaces, commas, dots or apostrophes; the first group may be shorter. */
const GROUPED = /^\d{1,3}(?:(?:\s*[,.'’]\s*|\s+)\d{3})*$/

/** A number of persons such as `9 421 000` or `90, 800`; groups that are not of three digits are a misprint. */
export const parsePopulation = (printed: string): Figure => {
  const text = printed.trim()
  if (UNAVAILABLE.test(text)) return { value: null, unavailable: true }
  const plain = /^\d+$/.test(text) || GROUPED.test(text)
  return { value: plain ? Number(text.replace(/\D/g, '')) : null, unavailable: false }
}

const PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/

/** A per cent with the template's two decimals whose sign OCR took for digits or letters (`58.7096`, `58.70°/o`). */
const MISREAD_PERCENT = /^(\d{1,3}[.,]\d{2})\s*(?:96|9%|[°º*’']{0,2}\s?[%/]\s?[oO0]?)$/

/** A per cent such as `75.2344%` or `8%`, between 0 and 100. */
export const parsePercent = (printed: string): Figure => {
  const text = printed.trim()
  if (UNAVAILABLE.test(text)) return { value: null, unavailable: true }
  const digits = (MISREAD_PERCENT.exec(text) ?? PERCENT.exec(text))?.[1]
  const value = digits === undefined ? null : Number(digits.replace(',', '.'))
  return { value: value !== null && value <= 100 ? value : null, unavailable: false }
}

/** A rule of the background figures, which are read by their labels and not by wordings. */
export interface FigureRule {
  readonly name: string
  readonly status: Status
  readonly weak: boolean
  /** When it applies, for the codebook. */
  readonly explanation: string
}

/** The rules that decide the status of a background figure. */
export const FIGURE_RULES = {
  missing: {
    name: 'no_figure',
    status: 'not_reported',
    weak: false,
    explanation: 'Background figures only: none is printed.',
  },
  unavailable: {
    name: 'figure_unavailable',
    status: 'unknown',
    weak: false,
    explanation: 'Background figures only: the profile says that there is none, as by `N/A`.',
  },
  given: {
    name: 'figure_given',
    status: 'reported',
    weak: false,
    explanation: 'Background figures only: a figure is printed, be it one that cannot be read as a number.',
  },
} as const satisfies Readonly<Record<string, FigureRule>>

const MARKS = /\p{M}+/gu

/** A text for comparison: without case, accents and differences of white space. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/g, ' ').trim()

let collator: Intl.Collator | undefined

/** Orders texts as English readers look them up; the rules are read once, when the first two are compared. */
export const compareTexts = (left: string, right: string): number => {
  collator ??= new Intl.Collator('en')
  return collator.compare(left, right)
}

const DATE = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** An ISO date in words; “no date” for none. */
export const formatDate = (date: string | null): string =>
  date === null ? 'no date' : new Date(date).toLocaleDateString('en-GB', DATE)

export const formatNumber = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 10 })

/** A figure with its unit, if it is given. */
export const formatFigure = (value: number | null, unit: string | null): string =>
  value === null ? 'not given' : unit === 'percent' ? `${formatNumber(value)}\u00a0%` : formatNumber(value)

/** A size in the unit that fits, in steps of a thousand. */
export const formatBytes = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`

/** A coded word as people write it: `partner_country` becomes “partner country”. */
export const plainWord = (code: string): string => code.replaceAll('_', ' ')

/** A count with its noun. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

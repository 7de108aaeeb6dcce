import type { Status } from '../../../schemas/index.ts'
import type { DocumentRows } from '../../normalize/index.ts'
import type { Gold, GoldSection } from './gold.ts'

/** One thing that was compared: what it is, whether it is right, and both values for the list of differences. */
export interface Comparison {
  readonly measure: 'country' | 'section' | 'note' | 'status' | 'partners' | 'figure' | 'date'
  readonly document: string
  readonly section: string | null
  readonly right: boolean
  readonly ours: string
  readonly gold: string
}

/** A compared status, for the confusion table. */
export interface StatusPair {
  readonly ours: Status
  readonly accepted: readonly Status[]
  /** The rule that decided; null where there is no row. */
  readonly rule: string | null
}

/** Everything that was compared in one document. */
export interface DocumentComparison {
  readonly comparisons: readonly Comparison[]
  readonly statuses: readonly StatusPair[]
}

/** Words alone: white space as one space, a list mark set off from its entry, none at the beginning. */
const wordsOf = (text: string | null): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)[-–—•]\s*(?=\S)/g, '$1- ')
    .replace(/^[-–—•\s]+/, '')
    .trim()

const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length &&
  left.every((entry, index) => wordsOf(entry) === wordsOf(right[index] ?? null))

/** Compares the rows of a document with what readers took from it; `rows` is null where it was set aside. */
export const compareDocument = (
  document: string,
  rows: DocumentRows | null,
  gold: Gold,
): DocumentComparison => {
  const comparisons: Comparison[] = []
  const statuses: StatusPair[] = []
  const note = (
    measure: Comparison['measure'],
    section: string | null,
    right: boolean,
    ours: unknown,
    expected: unknown,
  ): void => {
    comparisons.push({ measure, document, section, right, ours: String(ours), gold: String(expected) })
  }
  const figure = (code: string, expected: number | null): void => {
    if (expected === null) return
    const value = rows?.indicators.find((row) => row.section_code === code)?.value ?? null
    note('figure', code, value === expected, value, expected)
  }
  const section = (code: string, expected: GoldSection): void => {
    const row = rows?.indicators.find((candidate) => candidate.section_code === code)
    const items = rows?.items.filter((item) => item.section_code === code) ?? []
    note('section', code, row?.section_printed != null, row?.section_printed, code)
    note('note', code, wordsOf(row?.note ?? null) === wordsOf(expected.note), row?.note, expected.note)
    const status = row?.status ?? 'not_reported'
    statuses.push({ ours: status, accepted: expected.status, rule: row?.status_rule ?? null })
    note(
      'status',
      code,
      expected.status.includes(status),
      `${status} (${row?.status_rule})`,
      expected.status.join(' or '),
    )
    if (expected.partner_countries) {
      const ours = items.filter((item) => item.kind === 'partner_country').map((item) => item.code ?? '')
      note(
        'partners',
        code,
        sameList(ours, expected.partner_countries),
        ours.join(' '),
        expected.partner_countries.join(' '),
      )
    }
  }
  note(
    'country',
    null,
    rows?.document.country_code === gold.country_code,
    rows?.document.country_code,
    gold.country_code,
  )
  figure('0.1', gold.population)
  figure('0.2', gold.internet_users_percent)
  if (gold.source_date !== null) {
    const date = rows?.document.source_date ?? null
    note('date', null, date === gold.source_date, date, gold.source_date)
  }
  for (const [code, expected] of Object.entries(gold.sections)) {
    if (expected) section(code, expected)
  }
  return { comparisons, statuses }
}

import { readFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { SECTION_CODES, STATUSES, type Status } from '../../schemas/index.ts'
import type { DocumentResult } from '../build/index.ts'
import { errorCode } from '../io/errors.ts'
import type { DocumentRows } from '../normalize/index.ts'

const goldSection = z.object({
  /** The statuses that careful readers accept; more than one where they may differ. */
  status: z.array(z.enum(STATUSES)).min(1),
  note: z.string().nullable(),
  /** ISO codes of the partner countries, in order of mention. */
  partner_countries: z.array(z.string()).optional(),
})

/** What careful readers take from one profile. A figure or date that is null is not scored. */
export const gold = z.object({
  country_code: z.string(),
  population: z.number().nullable(),
  internet_users_percent: z.number().nullable(),
  source_date: z.iso.date().nullable(),
  source_date_printed: z.string().nullable(),
  sections: z.partialRecord(z.enum(SECTION_CODES as [string, ...string[]]), goldSection),
})

type Gold = z.infer<typeof gold>

const MEASURES = ['country', 'section', 'note', 'status', 'partners', 'figure', 'date'] as const
type Measure = (typeof MEASURES)[number]

/** One thing that was compared: what it is, whether it is right, and both values for the list of differences. */
export interface Comparison {
  readonly measure: Measure
  readonly document: string
  readonly section: string | null
  readonly right: boolean
  readonly ours: string
  readonly gold: string
}

export interface StatusPair {
  readonly ours: Status
  readonly accepted: readonly Status[]
  /** The rule that decided; null if there is no row. */
  readonly rule: string | null
}

/** Only words: white space as one space, a space after list marks, no mark at the beginning. */
const plainWords = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)[-–—•]\s*(?=\S)/g, '$1- ')
    .replace(/^[-–—•\s]+/, '')
    .trim()

/** Compares the rows of a document with what readers took from it; `rows` is null if it was rejected. */
export const compareDocument = (document: string, rows: DocumentRows | null, expected: Gold) => {
  const comparisons: Comparison[] = []
  const statuses: StatusPair[] = []
  const findRow = (code: string) => rows?.indicators.find((row) => row.section_code === code)
  const compare = (
    [measure, section]: readonly [Measure, string | null],
    ours: unknown,
    theirs: unknown,
    right = ours === theirs,
  ): void => {
    comparisons.push({ measure, document, section, right, ours: String(ours), gold: String(theirs) })
  }
  compare(['country', null], rows?.document.country_code, expected.country_code)
  const figures = { '0.1': expected.population, '0.2': expected.internet_users_percent }
  for (const [code, figure] of Object.entries(figures)) {
    if (figure !== null) compare(['figure', code], findRow(code)?.value, figure)
  }
  if (expected.source_date !== null) compare(['date', null], rows?.document.source_date, expected.source_date)
  for (const [code, section] of Object.entries(expected.sections)) {
    if (!section) continue
    const { status: accepted, note, partner_countries } = section
    const row = findRow(code)
    const [ours, rule] = [row?.status ?? 'not_reported', row?.status_rule ?? null]
    compare(['section', code], row?.section_printed, code, row?.section_printed != null)
    compare(['note', code], row?.note, note, plainWords(row?.note) === plainWords(note))
    compare(['status', code], `${ours} (${rule})`, accepted.join(' or '), accepted.includes(ours))
    statuses.push({ ours, accepted, rule })
    if (partner_countries) {
      const partners = rows?.items.filter(
        (item) => item.section_code === code && item.kind === 'partner_country',
      )
      compare(['partners', code], partners?.map((item) => item.code).join(' '), partner_countries.join(' '))
    }
  }
  return { comparisons, statuses }
}

type DocumentComparison = ReturnType<typeof compareDocument>

const countRight = (all: readonly boolean[]) => ({ right: all.filter(Boolean).length, of: all.length })

export type Score = ReturnType<typeof countRight>

const SCORED: readonly Status[] = ['present', 'partial', 'planned', 'absent', 'unknown']

/** The status that a row should have: ours if readers accept it, else the first that they name. */
const chooseExpected = ({ accepted, ours }: StatusPair): Status =>
  accepted.includes(ours) ? ours : (accepted[0] ?? 'unclassified')

const computeF1 = (status: Status, pairs: readonly StatusPair[]): number | null => {
  const count = (holds: (pair: StatusPair) => boolean): number => pairs.filter(holds).length
  const hits = count((pair) => pair.ours === status && chooseExpected(pair) === status)
  const all = count((pair) => pair.ours === status) + count((pair) => chooseExpected(pair) === status)
  return all === 0 ? null : (2 * hits) / all
}

export const score = (documents: readonly DocumentComparison[]) => {
  const comparisons = documents.flatMap((document) => document.comparisons)
  const pairs = documents.flatMap(({ statuses }) => statuses)
  const byMeasure = Map.groupBy(comparisons, ({ measure }) => measure)
  const byRule = [...Map.groupBy(pairs, ({ rule }) => rule ?? 'no_row')]
  const f1 = Object.fromEntries(STATUSES.map((status) => [status, computeF1(status, pairs)]))
  const scored = SCORED.flatMap((status) => f1[status] ?? [])
  const confused = pairs
    .filter(({ accepted, ours }) => !accepted.includes(ours))
    .map((pair) => `${chooseExpected(pair)} read as ${pair.ours}`)
  return {
    documents: documents.length,
    measures: Object.fromEntries(
      MEASURES.map((name) => [name, countRight((byMeasure.get(name) ?? []).map(({ right }) => right))]),
    ) as Record<Measure, Score>,
    f1,
    /** Mean over the statuses present, partial, planned, absent, unknown. */
    meanF1: scored.reduce((sum, value) => sum + value, 0) / Math.max(1, scored.length),
    /** Rows that readers decide otherwise, by the accepted status and ours. */
    confusion: Object.fromEntries(
      [...Map.groupBy(confused, (pair) => pair)].map(([pair, { length }]) => [pair, length]),
    ),
    /** Statuses by the rule that gave them, by name. */
    rules: Object.fromEntries(
      byRule
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([rule, own]) => [rule, countRight(own.map(({ accepted, ours }) => accepted.includes(ours)))]),
    ),
    wrong: comparisons.filter(({ right }) => !right),
  }
}

export type Scores = ReturnType<typeof score>

/**
 * Scores documents against the gold files of the same name; documents without one are left out, and so are files that
 * bind several profiles, whose name is that of none.
 */
export const accuracy = async (results: readonly DocumentResult[], goldFolder: string): Promise<Scores> => {
  const compared: DocumentComparison[] = []
  for (const [file, [result, ...others]] of Map.groupBy(results, (one) => one.file)) {
    if (!result || others.length > 0) continue
    try {
      const text = await readFile(join(goldFolder, `${parse(file).name}.json`), 'utf8')
      compared.push(compareDocument(file, result.rows, gold.parse(JSON.parse(text))))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
    }
  }
  return score(compared)
}

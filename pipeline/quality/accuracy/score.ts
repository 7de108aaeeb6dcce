import { STATUSES, type Status } from '../../../schemas/index.ts'
import type { Comparison, DocumentComparison, StatusPair } from './compare-document.ts'

/** How many of the things compared are right. */
export interface Score {
  readonly right: number
  readonly of: number
}

/** How well a folder was read. */
export interface Scores {
  readonly documents: number
  readonly measures: Readonly<Record<Comparison['measure'], Score>>
  /** F1 of each status that gold or our rows hold; null where neither does. */
  readonly f1: Readonly<Record<Status, number | null>>
  /** Mean over the statuses present, partial, planned, absent, unknown. */
  readonly meanF1: number
  /** Rows by the accepted status (our own where it is accepted) and ours. */
  readonly confusion: Readonly<Record<string, number>>
  /** Statuses by the rule that gave them, by name. */
  readonly rules: Readonly<Record<string, Score>>
  readonly wrong: readonly Comparison[]
}

const MEASURES = ['country', 'section', 'note', 'status', 'partners', 'figure', 'date'] as const

/** The statuses over which F1 is averaged. */
const SCORED: readonly Status[] = ['present', 'partial', 'planned', 'absent', 'unknown']

/** The status that a row should have: ours where readers accept it, else the first that they name. */
const expected = (pair: StatusPair): Status =>
  pair.accepted.includes(pair.ours) ? pair.ours : (pair.accepted[0] ?? 'unclassified')

const f1Of = (status: Status, pairs: readonly StatusPair[]): number | null => {
  const hits = pairs.filter((pair) => pair.ours === status && expected(pair) === status).length
  const ours = pairs.filter((pair) => pair.ours === status).length
  const gold = pairs.filter((pair) => expected(pair) === status).length
  return ours + gold === 0 ? null : (2 * hits) / (ours + gold)
}

const scoreRules = (pairs: readonly StatusPair[]): Record<string, Score> => {
  const byRule = Map.groupBy(pairs, ({ rule }) => rule ?? 'no_row')
  return Object.fromEntries(
    [...byRule]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([rule, own]) => [
        rule,
        { right: own.filter(({ accepted, ours }) => accepted.includes(ours)).length, of: own.length },
      ]),
  )
}

/** Adds up the comparisons of all documents. */
export const score = (documents: readonly DocumentComparison[]): Scores => {
  const comparisons = documents.flatMap((document) => document.comparisons)
  const pairs = documents.flatMap((document) => document.statuses)
  const measure = (name: Comparison['measure']): Score => {
    const all = comparisons.filter((comparison) => comparison.measure === name)
    return { right: all.filter((comparison) => comparison.right).length, of: all.length }
  }
  const f1 = Object.fromEntries(STATUSES.map((status) => [status, f1Of(status, pairs)])) as Record<
    Status,
    number | null
  >
  const scored = SCORED.map((status) => f1[status]).filter((value) => value !== null)
  const confusion: Record<string, number> = {}
  for (const pair of pairs) {
    const key = `${expected(pair)} read as ${pair.ours}`
    confusion[key] = (confusion[key] ?? 0) + 1
  }
  return {
    documents: documents.length,
    measures: Object.fromEntries(MEASURES.map((name) => [name, measure(name)])) as Scores['measures'],
    f1,
    meanF1: scored.reduce((sum, value) => sum + value, 0) / Math.max(1, scored.length),
    confusion,
    rules: scoreRules(pairs),
    wrong: comparisons.filter((comparison) => !comparison.right),
  }
}

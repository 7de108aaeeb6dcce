import type { Status } from '../../../schemas/index.ts'
import type { ReadClause } from './reading.ts'

/** A status rule: its name in `status_rule`, what it gives, and when it applies. */
export interface StatusRule {
  readonly name: string
  readonly status: Status
  /** Whether its rows always go to the review list. */
  readonly weak?: boolean
  /** When it applies, for the codebook. */
  readonly explanation: string
}

interface SignalRule extends StatusRule {
  /** The clauses that decide, or null if the rule does not apply. */
  readonly applies: (clauses: readonly ReadClause[]) => readonly ReadClause[] | null
  /** The condition on the deciding clauses under which the rule is strong. */
  readonly strongIf?: (deciding: readonly ReadClause[]) => boolean
}

type ClauseSignal = ReadClause['signal']

const SUBSTANCE: readonly ClauseSignal[] = ['affirmed', 'in_force', 'joined', 'prose']
const DENIALS: readonly ClauseSignal[] = ['denial', 'refusal', 'ended']
const PLANS: readonly ClauseSignal[] = ['plan', 'unfinished', 'draft']

/** The clauses with one of the signals; a sentence that only announces a list affirms nothing by itself. */
const having = (clauses: readonly ReadClause[], ...signals: ClauseSignal[]): ReadClause[] =>
  clauses.filter(
    ({ signal, introduces }) => signals.includes(signal) && !(introduces && SUBSTANCE.includes(signal)),
  )

const has = (clauses: readonly ReadClause[], ...signals: ClauseSignal[]): boolean =>
  having(clauses, ...signals).length > 0

const orNull = (clauses: readonly ReadClause[]): readonly ReadClause[] | null =>
  clauses.length > 0 ? clauses : null

const findList = (clauses: readonly ReadClause[]) => {
  const intro = clauses.find((clause) => clause.introduces)
  const entries = clauses.filter((clause) => clause.listed)
  return intro && entries.length > 0 ? { intro, entries } : null
}

/** The rules in the order in which they are tried; the first that applies decides. */
export const SIGNAL_RULES: readonly SignalRule[] = [
  {
    name: 'no_text',
    status: 'not_reported',
    explanation: 'The section is missing or has no text.',
    applies: (clauses) => (clauses.length === 0 ? [] : null),
  },
  {
    name: 'list_announced_as_planned',
    status: 'planned',
    explanation: 'The sentence that announces the list says that its entries are still to come.',
    applies: (clauses) => {
      const list = findList(clauses)
      return list && PLANS.includes(list.intro.signal) && !has(clauses, ...SUBSTANCE) ? [list.intro] : null
    },
  },
  {
    name: 'list_of_drafts',
    status: 'planned',
    explanation: 'A list that holds nothing but bills, drafts and proposals, whatever its opening words.',
    applies: (clauses) => {
      const entries = clauses.filter((clause) => clause.listed)
      const drafts = entries.filter(({ signal }) => signal === 'draft')
      return !has(clauses, 'denial') && drafts.length === entries.length ? orNull(drafts) : null
    },
  },
  {
    name: 'list_in_force',
    status: 'present',
    explanation: 'A list, announced without a denial, that names at least one thing which is not a draft.',
    applies: (clauses) => {
      const list = findList(clauses)
      if (!list || [...DENIALS, ...PLANS, 'no_information'].includes(list.intro.signal)) return null
      const denied = having(clauses, 'denial').some(
        ({ listed, start }) => !listed && start < list.intro.start,
      )
      return denied ? null : orNull(having(list.entries, 'named').slice(0, 1))
    },
  },
  {
    name: 'not_counted',
    status: 'present',
    explanation: 'The thing exists; only its exact number is not known.',
    applies: (clauses) =>
      has(clauses, 'no_number') && !has(clauses, 'denial') ? orNull(having(clauses, ...SUBSTANCE)) : null,
  },
  {
    name: 'number_unknown',
    status: 'unknown',
    explanation: 'No exact number or statistic is known, and nothing else is said.',
    applies: (clauses) => (has(clauses, 'denial') ? null : orNull(having(clauses, 'no_number'))),
  },
  {
    name: 'no_information',
    status: 'unknown',
    explanation: 'The profile says that no information or record is available.',
    applies: (clauses) =>
      has(clauses, 'denial', 'affirmed', 'in_force', 'joined')
        ? null
        : orNull(having(clauses, 'no_information')),
  },
  {
    name: 'joined',
    status: 'present',
    explanation:
      'Accession to, ratification or signature of the treaty that the section asks for, whatever protocol is missing, or membership of a body or part taken in its work.',
    applies: (clauses) => orNull(having(clauses, 'joined')),
  },
  {
    name: 'names_who_does_not_help',
    status: 'absent',
    explanation: 'A body that is named only to say that it does not help.',
    applies: (clauses) => {
      const refused = having(clauses, 'refusal')
      const last = refused.at(-1)
      const helped = clauses.some(
        ({ signal, sentence }) => SUBSTANCE.includes(signal) && sentence !== last?.sentence,
      )
      return helped ? null : orNull(refused)
    },
  },
  {
    name: 'succeeded',
    status: 'present',
    weak: true,
    explanation: 'Something that has ended, and what has taken its place.',
    applies: (clauses) => {
      const end = having(clauses, 'ended')[0]
      return end ? orNull(having(clauses, 'in_force').filter(({ start }) => start > end.start)) : null
    },
  },
  {
    name: 'ended',
    status: 'absent',
    weak: true,
    explanation: 'Something that has ended, and nothing in its place.',
    applies: (clauses) => (has(clauses, ...PLANS) ? null : orNull(having(clauses, 'ended'))),
  },
  {
    name: 'limited',
    status: 'present',
    weak: true,
    explanation: 'A thing in force, and in a later clause a remark about something that it lacks.',
    applies: (clauses) => {
      const first = clauses.find((clause) => clause.signal !== 'neutral' && !clause.introduces)
      const affirms = first?.signal === 'affirmed' || first?.signal === 'in_force'
      const denials = having(clauses, 'denial', 'refusal')
      const remarks =
        denials.length > 0 &&
        denials.every((denial) => denial.sentence !== first?.sentence || !denial.mentionsThing())
      return affirms && remarks ? [first] : null
    },
  },
  {
    name: 'denied_with_substitute',
    status: 'partial',
    explanation: 'A denial, and something in force that does part of the job.',
    applies: (clauses) =>
      has(clauses, ...DENIALS) ? orNull(having(clauses, ...SUBSTANCE, 'in_part', 'named')) : null,
    strongIf: (deciding) => deciding.some(({ turns }) => turns),
  },
  {
    name: 'denied_with_plan',
    status: 'planned',
    explanation: 'A denial, with a plan and nothing in force.',
    applies: (clauses) => (has(clauses, ...DENIALS) ? orNull(having(clauses, ...PLANS, 'change')) : null),
  },
  {
    name: 'denied',
    status: 'absent',
    explanation: 'A denial, and nothing else.',
    applies: (clauses) => orNull(having(clauses, ...DENIALS)),
  },
  {
    name: 'in_part',
    status: 'partial',
    weak: true,
    explanation: 'Something informal, or for one sector only, and nothing else in force.',
    applies: (clauses) => (has(clauses, ...SUBSTANCE) ? null : orNull(having(clauses, 'in_part'))),
  },
  {
    name: 'in_force_beside_plan',
    status: 'present',
    explanation: 'Something in force, and a plan for more.',
    applies: (clauses) =>
      has(clauses, ...PLANS, 'change') ? orNull(having(clauses, ...SUBSTANCE, 'named')) : null,
    strongIf: (deciding) => deciding[0]?.turns === false,
  },
  {
    name: 'being_changed',
    status: 'present',
    weak: true,
    explanation: 'Something that is being revised, and nothing else.',
    applies: (clauses) => (has(clauses, ...PLANS) ? null : orNull(having(clauses, 'change'))),
  },
  {
    name: 'plan',
    status: 'planned',
    explanation: 'A plan, and nothing in force.',
    applies: (clauses) => orNull(having(clauses, ...PLANS)),
  },
  {
    name: 'stated',
    status: 'present',
    explanation: 'A pattern for a measure that exists.',
    applies: (clauses) => orNull(having(clauses, 'affirmed', 'in_force')),
  },
  {
    name: 'named',
    status: 'present',
    explanation: 'Something is named or described in words that no pattern knows.',
    applies: (clauses) => orNull(having(clauses, 'prose', 'named')),
  },
  {
    name: 'assessment_only',
    status: 'absent',
    weak: true,
    explanation: 'Nothing but an assessment by others.',
    applies: (clauses) => (clauses.every((clause) => clause.signal === 'neutral') ? clauses : null),
  },
  {
    name: 'not_understood',
    status: 'unclassified',
    weak: true,
    explanation: 'Words that no rule accounts for.',
    applies: (clauses) => clauses,
  },
]

/** The name of a rule whose clauses hold words that its patterns do not account for. */
export const nameUnsure = (name: string): string => `${name}_unsure`

/** Every rule that `status_rule` can name, each strong one followed by its weak twin. */
export const STATUS_RULES: readonly StatusRule[] = SIGNAL_RULES.flatMap((rule) => {
  const twin = {
    ...rule,
    name: nameUnsure(rule.name),
    weak: true,
    explanation: `As \`${rule.name}\`, but the note holds words that its patterns do not account for.`,
  }
  return rule.weak || rule.name === 'no_text' ? [rule] : [rule, twin]
})

import type { Status } from '../../../schemas/index.ts'
import type { ReadClause, Signal } from './reading.ts'

/** A status rule: its name in `status_rule`, what it gives, and when it applies. */
export interface StatusRule {
  readonly name: string
  readonly status: Status
  /** Whether its rows stand in the review list, for a person to look at. */
  readonly weak: boolean
  /** When it applies, for the codebook. */
  readonly explanation: string
  /** The clauses that decide, or null where the rule does not apply. */
  readonly applies: (clauses: readonly ReadClause[]) => readonly ReadClause[] | null
}

/** The clauses with one of the signals; a sentence that only announces a list affirms nothing by itself. */
const having = (clauses: readonly ReadClause[], ...signals: Signal[]): ReadClause[] =>
  clauses.filter(
    (clause) =>
      signals.includes(clause.signal) &&
      !(clause.introduces && (clause.signal === 'formula' || clause.signal === 'affirmation')),
  )

const substance = (clauses: readonly ReadClause[]): ReadClause[] => having(clauses, 'formula', 'affirmation')

/** Substance, or some part of the thing. */
const something = (clauses: readonly ReadClause[]): ReadClause[] =>
  having(clauses, 'formula', 'affirmation', 'in_part')

const orNull = (clauses: readonly ReadClause[]): readonly ReadClause[] | null =>
  clauses.length > 0 ? clauses : null

const announced = (clauses: readonly ReadClause[]): { intro: ReadClause; entries: ReadClause[] } | null => {
  const intro = clauses.find((clause) => clause.introduces)
  const entries = clauses.filter((clause) => clause.listed)
  return intro && entries.length > 0 ? { intro, entries } : null
}

const TEAM = /\b[A-Za-z]*(?:CERT|CIRT|CSIRT)\b|\bresponse\s+team\b/i

/** A service that is not rendered to those whom the sections on children ask for. */
const DOES_NOT_HELP =
  /\bnot\s+(?:\w+ly\s+)?provide\b|\bnot\s+(?:\w+ly\s+)?(?:accept|receive|handle|take|treat|deal|offer|cover|process|support|concern|extend)\b.*\b(?:child\w*|minors?|such|this)\b/i

/** A response team as the subject of a sentence, of which the sections on children would have something to tell. */
const TEAM_SAYS_NOTHING =
  /^(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:[A-Za-z-]*(?:CERT|CIRT|CSIRT)\b|response\s+team\b).*\bnot\b.*\b(?:child\w*|minors?)\b/i

/** A text that is there, and one that is not in force. */
const WRITTEN =
  /\b(?:is|are)\s+(?:now\s+|already\s+)?(?:complete|completed|ready|finished|written)\b|\b(?:has|have)\s+(?:already\s+)?been\s+(?:written|drafted|prepared|drawn\s+up|formulated|elaborated|developed|completed|finished|finali[sz]ed|compiled)\b/i
const STILL_TO_PASS =
  /\b(?:adopted|approved|endorsed|enacted|passed|signed|published|submitted|presented|promulgated|voted|adoption|approval|enactment|signature|promulgation|publication|vote)\b/i
const NOT_ADOPTED =
  /^(?:but|though|although|yet)\s+(?:(?:it|they|this|that|has|have|is|are|was|were)\s+){0,2}(?:still\s+)?not\s+(?:(?:yet|been|formally|officially)\s+){0,3}(?:adopted|approved|enacted|endorsed|passed|ratified|promulgated|signed|published|in\s+force|implemented|entered)\b/i

/** What a denial denies where it is the thing itself that the section asks for, rather than some detail of it. */
const DENIES_THE_THING =
  /\b(?:no|not|never)\b.*\b(?:official\w*|national\w*|any|agency|framework|programs?|programmes?|strategy|current)\b/i

/** An opening that names what there is apart from nothing. */
const EXCEPTION = /^(?:save|apart|aside|except|other\s+than|besides|in\s+the\s+absence|without|instead)\b/i
/** A concession before the main clause, of something that is wanting. */
const CONCESSION = /^(?:although|though|while|whilst|even\s+(?:though|if))\b/i

/** Whether a denial only limits what the first affirmation says. */
const isRemark = (denial: ReadClause, first: ReadClause): boolean => {
  if (denial.introduces || denial.listed) return false
  if (denial.start < first.end) {
    return CONCESSION.test(denial.text) && denial.ofSubject === false && denial.sentence === first.sentence
  }
  if (first.signal === 'formula') return !/^there\b/i.test(denial.text)
  if (denial.ofSubject === false) return true
  return denial.sentence !== first.sentence && !DENIES_THE_THING.test(denial.text)
}

/** The rules in the order in which they are tried; the first that applies decides. */
export const STATUS_RULES: readonly StatusRule[] = [
  {
    name: 'no_text',
    status: 'not_reported',
    weak: false,
    explanation: 'The section is missing or has no text.',
    applies: (clauses) => (clauses.length === 0 ? [] : null),
  },
  {
    name: 'list_announced_as_planned',
    status: 'planned',
    weak: false,
    explanation: 'The sentence that announces the list says that its entries are still to come.',
    applies: (clauses) => {
      const list = announced(clauses)
      return list?.intro.signal === 'plan' && substance(clauses).every((clause) => clause.listed)
        ? [list.intro]
        : null
    },
  },
  {
    name: 'list_of_drafts',
    status: 'planned',
    weak: false,
    explanation: 'A list that holds nothing but bills, drafts and proposals, whatever its opening words.',
    applies: (clauses) => {
      const entries = clauses.filter((clause) => clause.listed)
      const denied = having(clauses, 'denial').length > 0
      return !denied && entries.length > 0 && entries.every((entry) => entry.signal === 'plan')
        ? entries
        : null
    },
  },
  {
    name: 'list_in_force',
    status: 'present',
    weak: false,
    explanation: 'A list, announced without a denial, that names at least one thing which is not a draft.',
    applies: (clauses) => {
      const list = announced(clauses)
      if (!list || ['denial', 'no_information', 'plan'].includes(list.intro.signal)) return null
      const prose = clauses.filter((clause) => !clause.listed && !clause.introduces)
      if (having(prose, 'denial').some((clause) => clause.start < list.intro.start)) return null
      return orNull(list.entries.filter((entry) => entry.signal === 'affirmation').slice(0, 1))
    },
  },
  {
    name: 'not_counted',
    status: 'present',
    weak: false,
    explanation: 'The thing exists; only its exact number is not known.',
    applies: (clauses) =>
      having(clauses, 'no_number').length > 0 && having(clauses, 'denial').length === 0
        ? orNull(substance(clauses))
        : null,
  },
  {
    name: 'number_unknown',
    status: 'unknown',
    weak: false,
    explanation: 'No exact number or statistic is known, and nothing else is said.',
    applies: (clauses) =>
      having(clauses, 'denial').length === 0 ? orNull(having(clauses, 'no_number')) : null,
  },
  {
    name: 'team_that_does_not_inform',
    status: 'absent',
    weak: true,
    explanation:
      'A response team is said to give no information on the safety of children, and nothing else is said.',
    applies: (clauses) =>
      clauses.every(({ signal, text }) => signal === 'no_information' && TEAM_SAYS_NOTHING.test(text))
        ? orNull(clauses)
        : null,
  },
  {
    name: 'no_information',
    status: 'unknown',
    weak: false,
    explanation: 'The profile says that no information or record is available.',
    applies: (clauses) => {
      const doubts = having(clauses, 'no_information')
      return having(clauses, 'denial', 'formula').length === 0 ? orNull(doubts) : null
    },
  },
  {
    name: 'joined_treaty',
    status: 'present',
    weak: false,
    explanation: 'Accession to, ratification or signature of a treaty, whatever protocol is missing.',
    applies: (clauses) => orNull(clauses.filter((clause) => clause.wording === 'joined_treaty')),
  },
  {
    name: 'part_taken',
    status: 'present',
    weak: false,
    explanation: 'Membership of a body or part taken in its work, where the section asks for cooperation.',
    applies: (clauses) => orNull(clauses.filter((clause) => clause.wording === 'takes_part')),
  },
  {
    name: 'team_that_does_not_help',
    status: 'absent',
    weak: true,
    explanation: 'A response team that is named only to say, in the same sentence, that it does not do this.',
    applies: (clauses) => {
      const [team, denial, ...rest] = clauses
      const only = team?.signal === 'affirmation' && denial?.signal === 'denial'
      const same =
        only &&
        rest.every(({ signal }) => signal === 'denial') &&
        denial.sentence === team.sentence &&
        TEAM.test(team.text) &&
        DOES_NOT_HELP.test(denial.text)
      return same ? [denial] : null
    },
  },
  {
    name: 'written_not_adopted',
    status: 'planned',
    weak: false,
    explanation: 'A text that is said to be written or ready, and then not to be adopted, or still to be.',
    applies: (clauses) => {
      const [text, next, ...rest] = clauses
      if (!text || !next || rest.length > 0 || !WRITTEN.test(text.text)) return null
      const open =
        (next.signal === 'denial' && NOT_ADOPTED.test(next.text)) ||
        (next.signal === 'plan' && STILL_TO_PASS.test(next.text))
      return open ? [text] : null
    },
  },
  {
    name: 'limited',
    status: 'present',
    weak: true,
    explanation:
      'A thing in force, with a remark about something that it does not cover: in a later sentence, or in words that do not speak of the thing that the section asks for.',
    applies: (clauses) => {
      const first = clauses.find(
        (clause) =>
          clause.signal !== 'neutral' &&
          !clause.introduces &&
          !(clause.signal === 'denial' && CONCESSION.test(clause.text) && clause.ofSubject === false),
      )
      const denials = having(clauses, 'denial')
      if (first?.signal !== 'formula' && first?.signal !== 'affirmation') return null
      if (EXCEPTION.test(first.text) || CONCESSION.test(first.text)) return null
      const remarks = denials.length > 0 && denials.every((denial) => isRemark(denial, first))
      return remarks ? [first] : null
    },
  },
  {
    name: 'denied_with_substitute',
    status: 'partial',
    weak: true,
    explanation: 'A denial, with something in force that does part of the job.',
    applies: (clauses) => {
      const denials = having(clauses, 'denial')
      const found = [
        ...something(clauses),
        ...clauses.filter((clause) => clause.listed && clause.signal === 'affirmation'),
      ]
      return denials.length > 0 ? orNull(found) : null
    },
  },
  {
    name: 'denied_with_plan',
    status: 'planned',
    weak: false,
    explanation: 'A denial, with a plan and nothing in force.',
    applies: (clauses) => (having(clauses, 'denial').length > 0 ? orNull(having(clauses, 'plan')) : null),
  },
  {
    name: 'denied',
    status: 'absent',
    weak: false,
    explanation: 'A denial, and nothing else.',
    applies: (clauses) =>
      having(clauses, 'unaccounted').length === 0 ? orNull(having(clauses, 'denial')) : null,
  },
  {
    name: 'stated',
    status: 'present',
    weak: false,
    explanation: 'The words that profiles use for a measure that exists.',
    applies: (clauses) => orNull(having(clauses, 'formula')),
  },
  {
    name: 'in_part',
    status: 'partial',
    weak: true,
    explanation: 'Something informal, or for one sector only, and nothing else in force.',
    applies: (clauses) => (substance(clauses).length === 0 ? orNull(having(clauses, 'in_part')) : null),
  },
  {
    name: 'in_force_beside_plan',
    status: 'present',
    weak: true,
    explanation: 'Something in force, with a plan for more.',
    applies: (clauses) => (having(clauses, 'plan').length > 0 ? orNull(substance(clauses)) : null),
  },
  {
    name: 'plan',
    status: 'planned',
    weak: false,
    explanation: 'A plan, and nothing in force.',
    applies: (clauses) =>
      orNull([
        ...having(clauses, 'plan'),
        ...clauses.filter((clause) => clause.introduces && clause.signal === 'plan'),
      ]),
  },
  {
    name: 'prose_with_open_words',
    status: 'present',
    weak: true,
    explanation: 'Affirmative prose with words of lack, end, plan, part or doubt that no rule accounts for.',
    applies: (clauses) => {
      if (having(clauses, 'unaccounted').length > 0) return null
      return orNull(substance(clauses).filter(({ open }) => open))
    },
  },
  {
    name: 'plain_prose',
    status: 'present',
    weak: false,
    explanation:
      'Plain affirmative prose without any word of denial, plan or doubt, but for a doubt in a later sentence.',
    applies: (clauses) => {
      const found = substance(clauses)
      const first = found[0]
      const later = having(clauses, 'unaccounted').every(({ sentence }) => first && sentence > first.sentence)
      return later ? orNull(found) : null
    },
  },
  {
    name: 'assessment_only',
    status: 'absent',
    weak: true,
    explanation: 'Nothing but an assessment by others.',
    applies: (clauses) => (clauses.every((clause) => clause.signal === 'neutral') ? clauses : null),
  },
  {
    name: 'unaccounted_words',
    status: 'unclassified',
    weak: true,
    explanation: 'Words of denial, plan or doubt that no rule accounts for.',
    applies: (clauses) => {
      const open = having(clauses, 'unaccounted')
      return open.length > 0 ? open : clauses
    },
  },
]

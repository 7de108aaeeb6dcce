import { makeMatcher } from '../screen/index.ts'
import type { Clause } from './clauses.ts'
import { spelledOut } from './headline.ts'
import { mainWords } from './main-words.ts'
import { phrases } from './template.ts'
import { type Meaning, OPEN_WORDS, UNACCOUNTED, WORDINGS, type Wording } from './wordings/index.ts'

/** What a clause says: a known wording's meaning, plain affirmation, or words that no wording accounts for. */
export type Signal = Meaning | 'affirmation' | 'unaccounted'

/** What a clause says by itself, and the wording that decided (null for plain prose). */
export interface Finding {
  readonly signal: Signal
  readonly wording: Wording['name'] | null
  /** Whether it affirms in words of lack, plan or doubt that no wording accounts for. */
  readonly open: boolean
}

/** An entry that is not law yet. */
const DRAFT_ENTRY =
  /\b(?:drafts?|bills?|proposals?|proposed|projects?\s+(?:of|for)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:law|laws|decree|code|act|order|revision|amendment|reform|regulation|ordinance|norm)|pending|awaiting|forthcoming)\b|\b(?:in|under)\s+(?:preparation|development|drafting|discussion|consideration|review)\b|\bnot\s+yet\s+(?:adopted|enacted|passed|in\s+force|approved|promulgated)\b|\b(?:being|to\s+be)\s+(?:drafted|adopted|enacted|prepared|passed|approved|discussed)\b/i

/** An entry that only says that there is none. */
const EMPTY_ENTRY =
  /^\W*(?:(?:[Nn]one|NONE|[Nn]il|NIL|[Nn]othing|[Nn]éant|NÉANT|[Nn]\/[Aa]|N\.A\.|[Aa]ucune?)\b|(?:[Nn]o|NO)(?:\W*$|\s+\p{Ll}))/u

/** An entry that names a thing only to say that it is gone. */
const GONE_ENTRY = /\b(?:revoked|repealed|abolished|withdrawn)\b/i

/** A question, which says nothing until it is answered. */
const QUESTION = /\?\s*$/

/** A relative clause by which a thing is still to be adopted. */
const NOT_READY = phrases(
  '(?:which|that) (?:is|are) ~(?:being|to be|expected to be|due to be|yet to be|still to be) {draft.ed}',
  '(?:which|that) (?:(?:is|are) ~(?:awaiting|pending|before|under (?:review|discussion|consideration)|in draft|at the draft|still a draft)|awaits?)',
  '(?:which|that) (?:should|will|shall|is expected to|is to|are to|has yet to|is yet to|have yet to|is due to) ~be ~(?:adopted|approved|enacted|passed|launched|established|created|set up|published|completed|finalised|finalized|signed|operational|ready)',
  '(?:which|that) (?:has|have) (?:not|yet to|not yet|still not) ~(?:begin|begun|start|started|commenced?|opened|taken (?:place|shape)|been ~(?:launched|adopted|opened|started|held|set up|established))',
  '(?:which|that|who) (?:should|will|shall|(?:is|are) (?:expected|due|set) to) ~(?:see the light|come into (?:force|effect|being)|enter into force|take (?:effect|shape|up)|open|start|begin)',
)

const firstWording = makeMatcher(WORDINGS.map(({ pattern }) => pattern))
const saysNotReady = makeMatcher([NOT_READY])
const openWords = makeMatcher([OPEN_WORDS])

const isLookedFor = (wording: Wording | undefined, section: string | null): boolean =>
  section === null || wording?.sections === undefined || wording.sections.includes(section)

const wordingIn = (words: string, section: string | null): Wording | undefined => {
  const place = firstWording(words, (candidate) => isLookedFor(WORDINGS[candidate], section))
  return place === null ? undefined : WORDINGS[place]
}

const found = (signal: Signal, wording: Wording['name'] | null = null, open = false): Finding => ({
  signal,
  wording,
  open,
})

const findingOfEntry = (text: string): Finding => {
  if (EMPTY_ENTRY.test(text) || GONE_ENTRY.test(text)) return found('denial', 'none')
  return DRAFT_ENTRY.test(text) ? found('plan', 'draft') : found('affirmation')
}

/** What a clause of a section’s note says by itself. */
export const findingOf = (clause: Clause, section: string | null): Finding => {
  if (clause.listed) return findingOfEntry(clause.text)
  const words = QUESTION.test(clause.text) ? '' : mainWords(clause.text, section)
  if (words === '') return found('neutral')
  const spelled = spelledOut(words)
  const wording = wordingIn(words, section) ?? (spelled === null ? undefined : wordingIn(spelled, section))
  if (wording) return found(wording.meaning, wording.name)
  if (saysNotReady(clause.text) !== null) return found('plan', 'will')
  if (UNACCOUNTED.test(words)) return found('unaccounted')
  return found('affirmation', null, openWords(words) !== null)
}

/** A relative clause that tells of a plan, or of what is in force. */
const IN_PASSING = /,\s+(?:which|who)\b[^,;.:]*/gi
const IN_FORCE_IN_PASSING =
  /,\s+(?:which|that)\s+(?:is|are|remains?|has\s+been)\s+(?:(?:still|currently|now|presently)\s+)?(?:in\s+(?:force|operation|effect|use)|operating|operational|applied|valid|binding)\b/i

const planInPassing = (text: string, section: string | null): Finding | null => {
  const plan = [...text.matchAll(IN_PASSING)]
    .map(([words]) => wordingIn(words, section))
    .find((wording) => wording?.meaning === 'plan')
  return plan ? found(plan.meaning, plan.name) : null
}

/** What a clause says besides in passing: `the strategy, which a committee is drafting, is not there yet`. */
export const findingInPassing = (text: string, signal: Signal, section: string | null): Finding | null => {
  if (signal === 'denial') return planInPassing(text, section)
  return signal === 'plan' && IN_FORCE_IN_PASSING.test(text) ? found('affirmation') : null
}

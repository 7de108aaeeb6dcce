import type { Note } from '../note.ts'
import { makeMatcher, possibleAmong } from '../screen/index.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { spelledOut } from './headline.ts'
import { speaksOfSubject } from './section-subjects.ts'
import { phrases } from './template.ts'
import { HARMLESS, type Meaning, OPEN_WORDS, UNACCOUNTED, WORDINGS, type Wording } from './wordings/index.ts'

/** What a clause says: a known wording's meaning, plain affirmation, or words that no wording accounts for. */
export type Signal = Meaning | 'affirmation' | 'unaccounted'

/** A clause with what it says, and the wording that decided (null for plain prose). */
export interface ReadClause extends Clause {
  readonly signal: Signal
  readonly wording: Wording['name'] | null
  /** Whether it affirms in words of lack, plan or doubt that no wording accounts for. */
  readonly open: boolean
  /** Whether it speaks of the thing that the section asks for; null where the section is not known. */
  readonly ofSubject: boolean | null
}

/** A sentence that only goes on about the thing named before it. */
const ELABORATION =
  /^and\s+(?:is|are|was|were)\b|^(?:(?:also|in\s+addition|furthermore|moreover),?\s+)?(?:this|these|those|it|its|they|their|such|the\s+(?:plan|policy|strategy|draft|bill|law|document|programme|program|project|framework|team|centre|center|agency))\b|\bof\s+this\s+(?:document|plan|policy|strategy|law)\b/i

/** An opening that says on what the plan behind it waits: `Once the council agrees, a team will be formed`. */
const CONDITION = /^(?:once|when|if|as\s+soon\s+as)\b/i

/** An entry that is not law yet. */
const DRAFT_ENTRY =
  /\b(?:drafts?|bills?|proposals?|proposed|projects?\s+(?:of|for)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:law|laws|decree|code|act|order|revision|amendment|reform|regulation|ordinance|norm)|pending|awaiting|forthcoming)\b|\b(?:in|under)\s+(?:preparation|development|drafting|discussion|consideration|review)\b|\bnot\s+yet\s+(?:adopted|enacted|passed|in\s+force|approved|promulgated)\b|\b(?:being|to\s+be)\s+(?:drafted|adopted|enacted|prepared|passed|approved|discussed)\b/i

/** An entry that only says that there is none. */
const EMPTY_ENTRY =
  /^\W*(?:(?:[Nn]one|NONE|[Nn]il|NIL|[Nn]othing|[Nn]éant|NÉANT|[Nn]\/[Aa]|N\.A\.|[Aa]ucune?)\b|(?:[Nn]o|NO)(?:\W*$|\s+\p{Ll}))/u

/** An entry that names a thing only to say that it is gone. */
const GONE_ENTRY = /\b(?:revoked|repealed|abolished|withdrawn)\b/i

const ADDRESS = /\b\S+@\S+|\b(?:https?:\/\/|www\.)\S+/gi
/** Words in quotation marks, but for those that somebody is told to have spoken. */
const QUOTED =
  /(?:“[^”]*”|"[^"]*"|‘[^’]*’(?!\p{L}))(?![^.]{0,60}\b(?:said|says|told|tells|added|announced|promised|declared|explained|stated|admitted|confirmed|wrote|writes|concede[sd])\b)/gu
/** A remark behind a comma, or a relative clause behind a main verb; `X which is being formed will ...` keeps its verb. */
const SIDE_REMARK =
  /,\s+(?:(?:\p{L}+\s+){0,3}(?:of|to|in|for|from|by|with|under|on|at|through)\s+)?(?:which|whom|who|whose|without)\b[^,;.:]*|(?<=\b(?:has|have|had|is|are|was|were|provides?|offers?|[a-z]{3,}ed)\b.*)\b(?<!(?:after|upon|until)\s+)(?:which|who|whose)\b[^,;.:]*|\bthat\s+(?:do|does|did|is|are|was|were|has|have|can)\b(?:[^,;.:]*?\b(?:not|no|never)\b|n['’]t\b)[^,;.:]*/giu

const IN_FORCE_IN_PASSING =
  /,\s+(?:which|that)\s+(?:is|are|remains?|has\s+been)\s+(?:(?:still|currently|now|presently)\s+)?(?:in\s+(?:force|operation|effect|use)|operating|operational|applied|valid|binding)\b/i

const IN_PASSING = /,\s+(?:which|who)\b[^,;.:]*/gi

/** A relative clause by which a thing is still to be adopted. */
const NOT_READY = phrases(
  '(?:which|that) (?:is|are) ~(?:being|to be|expected to be|due to be|yet to be|still to be) {draft.ed}',
  '(?:which|that) (?:(?:is|are) ~(?:awaiting|pending|before|under (?:review|discussion|consideration)|in draft|at the draft|still a draft)|awaits?)',
  '(?:which|that) (?:should|will|shall|is expected to|is to|are to|has yet to|is yet to|have yet to|is due to) ~be ~(?:adopted|approved|enacted|passed|launched|established|created|set up|published|completed|finalised|finalized|signed|operational|ready)',
  '(?:which|that) (?:has|have) (?:not|yet to|not yet|still not) ~(?:begin|begun|start|started|commenced?|opened|taken (?:place|shape)|been ~(?:launched|adopted|opened|started|held|set up|established))',
  '(?:which|that|who) (?:should|will|shall|(?:is|are) (?:expected|due|set) to) ~(?:see the light|come into (?:force|effect|being)|enter into force|take (?:effect|shape|up)|open|start|begin)',
)

/** Sections that ask for a body: what it has been told to do there is no plan. */
const ASK_FOR_BODY: ReadonlySet<string> = new Set(['1.3.3', '2.3'])
const DUTY =
  /\b(?:responsib\w+|mandated?|tasked|task|charged|entrusted|authori[sz]ed|empowered|assigned)\b[^.;,]*?\b(?:to|for|with|of)\s+(?:\w+ly\s+)?(?:coordinat|defin|develop|draft|draw|elaborat|ensur|establish|formulat|implement|monitor|oversee|prepar|promot|provid|set|support)\w*(?:(?!\b(?:is|are|was|were|has|have|had|not|no|never)\b)[^.;,])*/gi

/** What is taken out of a clause, in this order. To take one out makes no words that were not there. */
const possibleAsides = possibleAmong([...HARMLESS, SIDE_REMARK], (pattern) => pattern)

/** The main words of a clause, without phrases, names and side remarks whose words decide nothing. */
const mainWords = (text: string, section: string | null): string => {
  const named = text.replace(ADDRESS, '').replace(QUOTED, '')
  const bare = section !== null && ASK_FOR_BODY.has(section) ? named.replace(DUTY, 'responsible') : named
  const main = possibleAsides(bare).reduce((words, aside) => words.replace(aside, ''), bare)
  return /\p{L}/u.test(main) || !/\p{L}/u.test(named) ? main.trim() || text : ''
}

const firstWording = makeMatcher(WORDINGS.map(({ pattern }) => pattern))
const saysNotReady = makeMatcher([NOT_READY])
const openWords = makeMatcher([OPEN_WORDS])

const isLookedFor = (wording: Wording | undefined, section: string | null): boolean =>
  section === null || wording?.sections === undefined || wording.sections.includes(section)

const wordingIn = (words: string, section: string | null): Wording | undefined => {
  const place = firstWording(words, (candidate) => isLookedFor(WORDINGS[candidate], section))
  return place === null ? undefined : WORDINGS[place]
}

const signalOf = (clause: Clause, section: string | null): Pick<ReadClause, 'signal' | 'wording'> => {
  if (clause.listed) {
    if (EMPTY_ENTRY.test(clause.text) || GONE_ENTRY.test(clause.text))
      return { signal: 'denial', wording: 'none' }
    return DRAFT_ENTRY.test(clause.text)
      ? { signal: 'plan', wording: 'draft' }
      : { signal: 'affirmation', wording: null }
  }
  if (QUESTION.test(clause.text)) return { signal: 'neutral', wording: null }
  const words = mainWords(clause.text, section)
  if (words === '') return { signal: 'neutral', wording: null }
  const spelled = spelledOut(words)
  const wording = wordingIn(words, section) ?? (spelled === null ? undefined : wordingIn(spelled, section))
  if (wording) return { signal: wording.meaning, wording: wording.name }
  if (saysNotReady(clause.text) !== null) return { signal: 'plan', wording: 'will' }
  return { signal: UNACCOUNTED.test(words) ? 'unaccounted' : 'affirmation', wording: null }
}

/** A question, which says nothing until it is answered. */
const QUESTION = /\?\s*$/

/** An opening that gives the reason for what stands before it. */
const REASON = /^(?:as|because|since|for|given\s+that|due\s+to|owing\s+to)\b/i
const NEGATIVE: ReadonlySet<Signal> = new Set(['denial', 'no_information', 'no_number'])

/** A source that was not to be had: why something is not known. */
const NOT_TO_HAND =
  /\b(?:not|never|no)\b[^.;]*\b(?:available|accessible|kept|recorded|published|provided|supplied|received|answered|returned|at\s+hand|maintained|consulted)\b/i

/** Sections that ask for help to children, and a response team that has none to give. */
const ASK_FOR_HELP: ReadonlySet<string> = new Set(['2.3', '2.4'])
const TEAM = /\b[A-Za-z-]*(?:CERT|CIRT|CSIRT)\b|\bresponse\s+team\b/i
const OFFERS_NOTHING =
  /\b(?:nothing|no(?:ne)?|not)\b[^.;]*\b(?:child\w*|minors?|subject|topic|matter|this|such|area|field|pages?|parents|kind)\b/i

/** An opening that gives the background of the main clause behind it. */
const BACKGROUND =
  /^(?:and\s+)?(?:when(?:ever)?|if|because|since|as(?!\s+(?:long|soon)\s+as)|given|considering|in\s+view\s+of|owing\s+to|due\s+to|despite|in\s+spite\s+of|notwithstanding)\b/i
/** Background by which something is there all the same. */
const NAMES_THING = /\b(?:existence|presence|efforts?\s+of|provisions?|acts?|laws?|code|decree)\b/i

/** Whether a clause before the main one yields to what that says. */
const givesWay = (before: ReadClause, main: Signal): boolean => {
  if (!BACKGROUND.test(before.text)) return false
  if (before.signal === 'plan') return true
  if (before.signal === 'affirmation') return main === 'denial' && !NAMES_THING.test(before.text)
  return NEGATIVE.has(before.signal) && (main === 'no_information' || main === 'no_number')
}

/** A thing spoken of again, in a clause of its own. */
const SAME_THING =
  /^(?:however,?\s+|but\s+|yet\s+)?(?:and\s+(?=(?:is|are|will|shall|should|awaits?)\b)|(?:and\s+)?(?:it|they|this|these|which|(?:the|this|that|its)\s+(?:text|document|instrument|bill|draft|decree|agreement|law|act|order|final\s+version|adoption|signature|launch|opening))\s+(?=(?:is|are|will|shall|should|has|have|awaits?|remains?)\b))/i

/** Words by which a thing named before is still to come into being, rather than to be changed. */
const COMES_INTO_BEING = phrases(
  '(?:will|shall|should|{be} (?:expected|due|set|scheduled|about|supposed|bound)? ?to) ~(?:(?:come|enter|go) ~into (?:force|effect|operation|being|service)|take (?:effect|shape|up its)|see the light|become (?:operational|law|effective|binding|functional|active)|(?:open|start|begin|commence)(?: (?:its |their )?(?:work|operations?|activities))?(?=\\W*$| (?:in|on|next|soon|this|by|from|before|after|at|as|once|upon|when|later|within)\\b)|be ~(?:{pass.ed}|launched|opened|published|operational|functional|in (?:force|place|operation)|ready|inaugurated|set up|established|started|finished|completed|finali[sz]ed|put (?:into|before)|submitted|presented|tabled))',
  '{be} ~(?:under (?:preparation|drafting|elaboration|discussion|consideration|examination|review|construction)|in (?:preparation|draft|the making)|being (?:drafted|prepared|written|finali[sz]ed|drawn up|discussed|examined|negotiated|elaborated|developed|set up)|awaiting (?:adoption|approval|signature|ratification|promulgation|enactment|launch))',
  'awaits? (?:adoption|approval|signature|ratification|promulgation|enactment|launch|its)',
)

/** What may come to nothing. */
const UNDONE: ReadonlySet<Signal> = new Set(['affirmation', 'plan'])
const ENDINGS: ReadonlySet<string> = new Set(['ended', 'failed', 'gap', 'left_free'])
const NEVER_DONE =
  /\b(?:never|not)\s+(?:took\s+place|take\s+place|happen\w*|materiali[sz]\w*|came\b|come\b|held|implemented|carried\s+out|set\s+up|adopted|built|realised|realized|started|followed)|\b(?:rejected|annulled|refused|voted\s+down|led\s+nowhere|came\s+to\s+nothing)\b/i

/** An opening that goes on about the thing named before. */
const OF_IT =
  /^(?:(?:but|and|yet|however|though|although),?\s+)?(?:(?:it|they|this|both)\s+|(?:has|have|was|were|fell|ceased|stopped|came|went|ran|closed)\b)/i

/** Whether a clause says that the thing named before has come to an end, or never came about. */
const undoes = (text: string, wording: string | null): boolean =>
  (OF_IT.test(text) && (ENDINGS.has(wording ?? '') || (wording !== null && NEVER_DONE.test(text)))) ||
  (/^(?:the|these|those)\s/i.test(text) && NEVER_DONE.test(text) && wording !== null)

/** A plan that is written, and not carried out. */
const TO_BE_CARRIED_OUT =
  /^and\s+(?:will|shall|is\s+to|are\s+to)\s+be\s+(?:implemented|carried\s+out|executed|applied)\b/i

/** A plan that a clause tells in passing: `the strategy, which a committee is drafting, is not there yet`. */
const planInPassing = (text: string, section: string | null): Wording | undefined =>
  [...text.matchAll(IN_PASSING)]
    .map(([words]) => wordingIn(words, section))
    .find((wording) => wording?.meaning === 'plan')

/** Reads the clauses of a note (of a section, where it is known); plain prose that only elaborates a plan or an assessment is part of it. */
export const readNote = (note: Note, section: string | null = null): ReadClause[] => {
  const read: ReadClause[] = []
  for (const clause of clausesOf(note)) {
    const found = signalOf(clause, section)
    const above = read.at(-1)
    const elaborates =
      !clause.listed &&
      !clause.introduces &&
      (found.signal === 'affirmation' || found.signal === 'unaccounted') &&
      ELABORATION.test(clause.text) &&
      (above?.signal === 'plan' ||
        (above?.signal === 'neutral' &&
          above.wording !== 'after_the_end' &&
          above.wording !== 'before_a_date'))
    const { signal, wording } = elaborates ? above : found
    if (
      above?.signal === 'affirmation' &&
      signal === 'plan' &&
      above.sentence === clause.sentence &&
      CONDITION.test(above.text)
    ) {
      read.splice(-1, 1, { ...above, signal, wording })
    }
    if (
      above?.signal === 'affirmation' &&
      !above.listed &&
      signal === 'plan' &&
      SAME_THING.test(clause.text) &&
      (COMES_INTO_BEING.test(clause.text) || TO_BE_CARRIED_OUT.test(clause.text))
    ) {
      read.splice(-1, 1, { ...above, signal, wording })
    }
    if (above && !above.listed && UNDONE.has(above.signal) && undoes(clause.text, wording)) {
      read.splice(-1, 1, { ...above, signal: 'neutral' })
    }
    const background = above && above.sentence === clause.sentence && givesWay(above, signal)
    if (background) read.splice(-1, 1, { ...above, signal: 'neutral' })
    const reason =
      above && NEGATIVE.has(above.signal) && NEGATIVE.has(signal)
        ? (above.sentence === clause.sentence && REASON.test(clause.text)) ||
          (above.signal !== 'denial' && signal === 'denial' && NOT_TO_HAND.test(clause.text))
        : false
    if (
      above?.signal === 'affirmation' &&
      signal === 'denial' &&
      above.sentence === clause.sentence &&
      ASK_FOR_HELP.has(section ?? '') &&
      TEAM.test(above.text) &&
      OFFERS_NOTHING.test(clause.text)
    ) {
      read.splice(-1, 1, { ...above, signal: 'neutral' })
    }
    const ofSubject = speaksOfSubject(clause.text, section)
    const open =
      signal === 'affirmation' && !clause.listed && openWords(mainWords(clause.text, section)) !== null
    read.push({ ...clause, signal: reason ? 'neutral' : signal, wording, open, ofSubject })
    if (signal === 'plan' && IN_FORCE_IN_PASSING.test(clause.text)) {
      read.push({ ...clause, signal: 'affirmation', wording: null, open: false, ofSubject })
    }
    const plan = signal === 'denial' ? planInPassing(clause.text, section) : undefined
    if (plan) read.push({ ...clause, signal: plan.meaning, wording: plan.name, open: false, ofSubject })
  }
  return read
}

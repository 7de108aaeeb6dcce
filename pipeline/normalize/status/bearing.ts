import type { ReadClause } from './reading.ts'
import type { Signal } from './signal.ts'
import { phrases } from './template.ts'

/** A sentence that only goes on about the thing named before it. */
const ELABORATION =
  /^and\s+(?:is|are|was|were)\b|^(?:(?:also|in\s+addition|furthermore|moreover),?\s+)?(?:this|these|those|it|its|they|their|such|the\s+(?:plan|policy|strategy|draft|bill|law|document|programme|program|project|framework|team|centre|center|agency))\b|\bof\s+this\s+(?:document|plan|policy|strategy|law)\b/i

/** An opening that says on what the plan behind it waits: `Once the council agrees, a team will be formed`. */
const CONDITION = /^(?:once|when|if|as\s+soon\s+as)\b/i

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
  /^(?:and\s+)?(?:when(?:ever)?|if|because|since(?!\s+(?:then|that|\d))|as(?!\s+(?:long|soon)\s+as)|given|considering|in\s+view\s+of|owing\s+to|due\s+to|despite|in\s+spite\s+of|notwithstanding)\b/i
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
  /\bnever\s+(?:got|saw|entered|left|took|take[ns]?|happened|materiali[sz]ed|came|come|held|been|was|were|implemented|carried\s+out|set\s+up|adopted|built|reali[sz]ed|started|followed)\b|\b(?:was|were|been)\s+never\s+\w+|\bdid\s*(?:not|n['’]t)\s+(?:take\s+place|happen|materiali[sz]e|come)\b|\b(?:rejected|annulled|refused|voted\s+down|led\s+nowhere|came\s+to\s+nothing)\b/i

/** An opening that goes on about the thing named before. */
const OF_IT =
  /^(?:(?:but|and|yet|however|though|although),?\s+)?(?:(?:it|they|this|both|funds?|money|(?:the|its)\s+(?:plan|project|idea|work|scheme|donor|funds?|money|funding|effort|attempt))\s+|(?:never|has|have|was|were|fell|ceased|stopped|came|went|ran|closed)\b)/i

/** Whether a clause says that the thing named before has come to an end, or never came about. */
const undoes = (text: string, wording: string | null): boolean =>
  (OF_IT.test(text) && (ENDINGS.has(wording ?? '') || (wording !== null && NEVER_DONE.test(text)))) ||
  (wording !== null && /^but\s+(?:none|nothing)\b(?!\s+of\b)/i.test(text)) ||
  (/^(?:the|these|those)\s/i.test(text) && NEVER_DONE.test(text) && wording !== null)

/** A plan that is written, and not carried out. */
const TO_BE_CARRIED_OUT =
  /^and\s+(?:will|shall|is\s+to|are\s+to)\s+be\s+(?:implemented|carried\s+out|executed|applied)\b/i

/** Whether a plan is what a condition or an affirmation before it still waits for. */
const isStillToCome = (above: ReadClause, clause: ReadClause): boolean => {
  if (above.signal !== 'affirmation' || clause.signal !== 'plan') return false
  if (above.sentence === clause.sentence && CONDITION.test(above.text)) return true
  if (above.listed) return false
  if (clause.wording === 'bill_not_passed' && /\b(?:it|them)\b/i.test(clause.text)) return true
  if (!SAME_THING.test(clause.text)) return false
  return COMES_INTO_BEING.test(clause.text) || TO_BE_CARRIED_OUT.test(clause.text)
}

/** What has come in the place of a thing that came to an end. */
const SUCCEEDS =
  /^(?:its\s+(?:place|work|tasks?)\s+(?:was|were|is|are|has|have)|an?\s+(?:new|second|third)\b|another\b|the\s+(?:new|present|current|second)\b|one\s+was)|\b(?:replaced|succeeded|followed|revived|renewed|re-?opened|re-?established|re-?founded|returned|rejoined|second\s+attempt|filled\s+the\s+gap)\b/i

/** What was wanting once, and what has been since. */
const PAST_DENIAL =
  /\b(?:had\s+(?:no|not|never)|was\s+(?:no|not)|were\s+(?:no|not)|did\s*(?:not|n['’]t)|stood\s+outside)\b/i
const PRESENT_TENSE = /\b(?:is|are|has|have|does|do|remains?)\b/i
const SINCE_THEN =
  /\b(?:since|now|today|nowadays|meanwhile|thereafter|following\s+year|next\s+year|later|in\s+(?:19|20)\d\d|that\s+is\s+over|changed|filled\s+the\s+gap)\b/i

/** Whether a denial of what was yields to what is told of later. */
const isBygone = (above: ReadClause, clause: ReadClause): boolean => {
  if (above.signal !== 'denial' || above.listed || above.sentence === clause.sentence) return false
  if (clause.signal !== 'affirmation' && clause.signal !== 'formula') return false
  if (ENDINGS.has(above.wording ?? '') || above.wording === 'lacks') return SUCCEEDS.test(clause.text)
  return PAST_DENIAL.test(above.text) && !PRESENT_TENSE.test(above.text) && SINCE_THEN.test(clause.text)
}

const isTeamWithoutHelp = (above: ReadClause, clause: ReadClause, section: string | null): boolean =>
  above.signal === 'affirmation' &&
  clause.signal === 'denial' &&
  above.sentence === clause.sentence &&
  ASK_FOR_HELP.has(section ?? '') &&
  TEAM.test(above.text) &&
  OFFERS_NOTHING.test(clause.text)

const isTakenBack = (above: ReadClause, clause: ReadClause, section: string | null): boolean =>
  (!above.listed && UNDONE.has(above.signal) && undoes(clause.text, clause.wording)) ||
  (above.sentence === clause.sentence && givesWay(above, clause.signal)) ||
  isBygone(above, clause) ||
  isTeamWithoutHelp(above, clause, section)

/** A clause as the one behind it shows it: planned, or without weight. */
export const inTheLightOf = (above: ReadClause, clause: ReadClause, section: string | null): ReadClause => {
  if (isStillToCome(above, clause)) return { ...above, signal: 'plan', wording: clause.wording }
  return isTakenBack(above, clause, section) ? { ...above, signal: 'neutral' } : above
}

/** Wordings of what was once: what goes on about it may tell what is now. */
const BYGONE: ReadonlySet<string | null> = new Set(['after_the_end', 'before_a_date'])

/** Whether plain prose only goes on about a plan or an assessment before it. */
export const elaborates = (clause: ReadClause, above: ReadClause): boolean => {
  if (clause.listed || clause.introduces || !ELABORATION.test(clause.text)) return false
  if (clause.signal !== 'affirmation' && clause.signal !== 'unaccounted') return false
  return above.signal === 'plan' || (above.signal === 'neutral' && !BYGONE.has(above.wording))
}

/** Whether a clause only gives the reason for the denial or the doubt before it. */
export const isReason = (clause: ReadClause, above: ReadClause): boolean => {
  if (!NEGATIVE.has(above.signal) || !NEGATIVE.has(clause.signal)) return false
  if (above.sentence === clause.sentence && REASON.test(clause.text)) return true
  return above.signal !== 'denial' && clause.signal === 'denial' && NOT_TO_HAND.test(clause.text)
}

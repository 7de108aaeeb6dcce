import { type PartnerClause, partnerClauses } from '../partner-clauses.ts'
import { abbreviationAt } from './abbreviation.ts'
import { type Found, found, withoutOverlap } from './found.ts'
import { KNOWN_BODY } from './known-bodies.ts'

const BODY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(?:${KNOWN_BODY})(?![\p{L}\p{N}])(?!-\p{L}|\.\p{L})`,
  'gu',
)
/** What makes a body named behind it one that the country belongs to or takes part in. */
const BELONGS =
  /\b(?:members?(?:hips?)?|belongs?|affiliat\w+|joined|part\s+of|participat\w+|participants?|(?:take|takes|took|taken|taking)\s+part|admitted\s+(?:to|into)|accepted\s+(?:into|by)|acceded\s+to|active\s+in|represented\s+(?:in|at|on)|sits?\s+on|involved\s+in|engaged\s+in)\b/i
/** Working with a body counts too, but not with the union whose work the profiles report. */
const WORKS_WITH = /\b(?:partner(?:s|ed|ing|ships?)?|cooperat\w*|co-operat\w*|collaborat\w*)\b/i
const REPORTER = /^(?:ITU(?![-‐– ]*I)|International Telecommunication Union)/
const DENIED = /\b(?:not|no|never|neither|nor|none|without)\b|n['’]t\b/i
/** Not a member yet. */
const NOT_YET =
  /\b(?:appl(?:y|ied|ying|ication)\s+(?:for|to)|intends?|intention|plans?\s+to|planning|expect\w*|will|would\s+like|wish\w*|seek\w*|in\s+the\s+process|candidate|(?<!\b(?:has|have|had)\s+)become|becoming|to\s+join|joining)\b/i
/** A body whose name goes on into that of something else (`OAS Crisis Management Exercise`). */
const GOES_ON =
  /^(?:\s+(?:\p{Lu}\p{Ll}|\p{Lu}{3,}|co-?\s?funded|funded|supported|organi[sz]ed)|\/\p{Lu}|['’]s\s|-\s?(?:led|funded))/u
/** The body only held, ran or helped with something. */
const ONLY_HOST =
  /\b(?:organi[sz]ed|hosted|conducted|held|offered|provided|assist\w*|support|help|run|arranged|developed|funded|by)\s+(?:\w+\s+){0,3}(?:by|from|of|with)?\s*(?:the\s+)?$/i
/** Names behind “member of” that no list holds. */
const MEMBER_OF = /\bmembers?(?:hip)?\s+(?:in|of|to|from)\s+(?:the\s+)?/giu
const NAME =
  /^["“]?(?<name>\p{Lu}[\p{L}\p{N}&’'.-]*(?:\s+(?:(?:of|for|on|against|and|the|in|&)\s+){0,2}\p{Lu}[\p{L}\p{N}&’'-]*)*)["”]?/u
const NEXT =
  /^\s*(?:,(?=[^,]*(?:,|\band\b))|,?\s*and\b|,?\s*as\s+well\s+as\b)\s*(?:the\s+)?(?=\p{Lu}[\p{L}\p{N}-]*(?:\s+(?!d['’])[\p{L}&-]+){0,6}\s*(?:[,.;(]|$|and\b))/u
/** No membership is meant by being one of these. */
const NO_BODY = /^(?:Parliament|States?|Staff|Board|Cabinet|Government|Team|Public|Member States?)\b/

/** The clause of a note in which an offset stands. */
type ClauseAt = (offset: number) => PartnerClause

const clausesOf = (text: string): ClauseAt => {
  const clauses = partnerClauses(text)
  const whole = { start: 0, end: text.length, governedFrom: 0 }
  return (offset) => clauses.findLast(({ start }) => start <= offset) ?? whole
}

/** Words farther away than this many characters say nothing about a body. */
const FARTHEST = 1000

const wordsBefore = (text: string, clause: PartnerClause, offset: number): string =>
  text.slice(Math.max(clause.governedFrom, offset - FARTHEST), offset)

const isDenied = (before: string): boolean => DENIED.test(before) || NOT_YET.test(before)

const knownBodies = (text: string, clauseAt: ClauseAt): Found[] =>
  [...text.matchAll(BODY)].flatMap((match) => {
    const clause = clauseAt(match.index)
    const before = wordsBefore(text, clause, match.index)
    const end = match.index + match[0].length
    const behind = text.slice(end, clause.end)
    const isTiedBy = BELONGS.test(before) || (WORKS_WITH.test(before) && !REPORTER.test(match[0]))
    if (!isTiedBy || isDenied(before) || GOES_ON.test(behind) || ONLY_HOST.test(before)) return []
    return [found('membership', match.index, abbreviationAt(text, end)?.end ?? end)]
  })

const otherBodies = (text: string, clauseAt: ClauseAt): Found[] =>
  [...text.matchAll(MEMBER_OF)].flatMap((match) => {
    const clause = clauseAt(match.index)
    if (isDenied(wordsBefore(text, clause, match.index))) return []
    const findings: Found[] = []
    let from = match.index + match[0].length
    for (;;) {
      const name = NAME.exec(text.slice(from, clause.end))
      const printed = name?.groups?.['name']
      if (!name || printed === undefined || NO_BODY.test(printed)) return findings
      const start = from + name[0].indexOf(printed)
      const end = start + printed.replace(/[.’'-]+$/u, '').length
      findings.push(found('membership', start, abbreviationAt(text, end)?.end ?? end))
      from = Math.max(from + name[0].length, findings.at(-1)?.end ?? 0)
      const next = NEXT.exec(text.slice(from, clause.end))
      if (!next) return findings
      from += next[0].length
    }
  })

/**
 * International bodies and networks to which the country or one of its teams is said to belong, or in which it takes
 * part: those of a reviewed list, and whatever stands behind “member of”. A denied or intended membership is none.
 */
export const memberships = (text: string): Found[] => {
  const clauseAt = clausesOf(text)
  const known = knownBodies(text, clauseAt)
  const others = otherBodies(text, clauseAt).filter(
    (other) => !known.some((body) => body.start < other.end && other.start < body.end),
  )
  return withoutOverlap([...known, ...others])
}

import { COUNTRIES } from '../../schemas/countries.ts'
import { ENTITIES } from '../../schemas/index.ts'
import { type CountryMention, makeCountryFinder } from './country-mentions.ts'
import { TEAM } from './items/lexicon.ts'
import type { Note } from './note.ts'
import { splitClauses } from './status/clauses.ts'

const DENIAL =
  /\b(?:no(?!\.?\s*\d)|not(?!\s+(?:only|just|least|limited))|none|neither|nor|never|without|lacks?|cannot)\b|n['’]t\b/i
/** What follows is left out of a denial. */
const EXCEPTION = /\b(?:except(?:\s+for)?|apart\s+from|aside\s+from|besides|other\s+than|beyond)\b[^.;]*$/i
/** The verb behind a country denies what was said of it. */
const DENIED_BEHIND =
  /^(?:(?!\b(?:which|who|that|where)\b)[^.;:]){0,60}?\b(?:do|does|did|is|are|was|were|has|have|had)\s+(?:not|never)\b/i

/** Any of the words, in either case. Not by an inline flag: V8 mixes those up now and then (nodejs/node#60030). */
const makeAny = (words: string): string => {
  const inEitherCase = words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
  return `(?:${inEitherCase.trim().split(/\s+/).join('|')})`
}
const EVENT =
  makeAny(`events? workshops? conferences? forums? fora meetings? drills? exercises? seminars? trainings?
  courses? summits? symposi(?:um|a) congress sessions? competitions?`)
const HELD_BY = 'held hosted organi(?:s|z)ed conducted convened'
const HELD_IN = makeAny(`${HELD_BY} host (?:took|taking|takes?).place launched signed adopted based located
  headquarter(?:s|ed) residing resident living`)
/** Names of towns between a preposition and the country (`in Doha, Qatar`). */
const TOWN = String.raw`(?:the\s+)?(?:\p{Lu}[\p{L}’'-]*(?:\s+(?=\p{Lu})|,\s*))*`

/** What stands before a country that is only the place or the host of something. */
const PLACE_BEFORE = [
  new RegExp(String.raw`\b${HELD_IN}\b[^,;:.]{0,50}?\b(?:in|at)\s+${TOWN}$`, 'u'),
  new RegExp(String.raw`\b${makeAny(HELD_BY)}\s+by\s+${TOWN}$`, 'u'),
  new RegExp(String.raw`\b${EVENT}\b[^,;:.]{0,60}?\s(?:in|at)\s+${TOWN}$`, 'u'),
]
/** The country goes on into a body or doing of its own (`Japan-led`, `Japan CERT`): it is no place. */
const OWNED_BEHIND = /^(?:['’]s\b|[-–]\p{L}|\s+\p{Lu}*(?:CERT|CIRT|CSIRT)\b)/u
/** An event and, behind a comma or bracket, its place. */
const EVENT_PLACE = new RegExp(String.raw`\b${EVENT}\b[^;:.]{0,40}[,(]\s*${TOWN}$`, 'u')
const PARTNERSHIP =
  /\b(?:with|between|partner\w*|agreements?|mou|memorand\w+|bilateral|joint\w*|cooperat\w*|co-operat\w*|collaborat\w*)\b/i
/** A country that was helped to set something up is no partner for that. */
const HELPED_TO_FOUND =
  /\b(?:help|assist|support)\w*\b[^,;]*?\b(?:establish\w*|set(?:ting)?[\s-]up|creat\w*|build\w*|found(?:ing|ation)|formation)\b(?:(?!\b(?:with|by|from)\b)[^,;]){0,40}$/i

/** Firms whose branches carry a country's name without being its body. */
const FIRMS = `Accenture Airtel Alcatel Lucent Check.?[Pp]oint Cisco Dell Deloitte Ericsson Facebook Google HP Huawei
  IBM Intel Kaspersky KPMG Ma?cAfee Microsoft MTN Nokia Oracle Orange PwC Siemens Symantec Telefonica Thales
  Trend.Micro Vodafone Yahoo ZTE`
const FIRM_BEFORE = new RegExp(String.raw`\b(?:${FIRMS.split(/\s+/).join('|')})[\s,-]+$`)
const FIRM_BEHIND =
  /^\s+(?:compan(?:y|ies)|firms?|vendors?|corporation|Ltd|Limited|Inc|LLC|GmbH|S\.?A\.?(?!\p{L}))\b/u
/** Behind an adjective: a language or people rather than the country. */
const LANGUAGE_BEHIND =
  /^[\s-]+(?:speaking|languages?|version|translation|citizens?|nationals|students?|dollars?)\b/i

/** Words farther from a country than this many characters say nothing about it. */
const FARTHEST = 1000

/** Countries by name, by adjective and by the name of their response team, in order of mention. */
const namedCountries = makeCountryFinder(() => [
  ...COUNTRIES.flatMap(({ code, adjectives }) => adjectives.map((form) => ({ form, value: code }))),
  ...ENTITIES.flatMap(({ country, name, aliases }) =>
    [name, ...aliases].flatMap((form) => (country && TEAM.test(form) ? [{ form, value: country }] : [])),
  ),
])

/** Whether two mentions are neighbours in an enumeration: what is said of one is said of the other. */
const enumerated = (between: string): boolean =>
  /^(?:\s*(?:,|&|\/|\band\b|\bor\b|\bthe\b|\bas\s+well\s+as\b))+\s*$/.test(between)

const isDenied = (before: string, behind: string): boolean =>
  !EXCEPTION.test(before) && (DENIAL.test(before) || DENIED_BEHIND.test(behind))

const isPlace = (before: string, behind: string): boolean =>
  (!OWNED_BEHIND.test(behind) && PLACE_BEFORE.some((pattern) => pattern.test(before))) ||
  (EVENT_PLACE.test(before) && !PARTNERSHIP.test(before) && /^\s*(?:$|[,.;)])/.test(behind))

const isFirmOrLanguage = (before: string, behind: string): boolean =>
  FIRM_BEFORE.test(before) || FIRM_BEHIND.test(behind) || LANGUAGE_BEHIND.test(behind)

/**
 * The countries that a note names as partners, each once, in order of first mention: by their names, or in
 * the name or adjective of a national body. Left out are the profile's own country, denied partnerships,
 * places and hosts of events, countries that were helped to set something up, and branches of firms.
 */
export const partnerCountries = (note: Note, ownCode: string): readonly CountryMention[] => {
  const { text } = note
  const clauses = splitClauses(note)
  const partners = new Map<string, CountryMention>()
  let lastEnd = -1
  let lastCounts = false
  for (const mention of namedCountries(text)) {
    const index = clauses.findLastIndex(({ start }) => start <= mention.start)
    const clause = clauses[index]
    if (!clause) continue
    // a denial before a list reaches into it
    const governor = clauses.findLast(({ listed }, place) => place <= index && !listed) ?? clause
    const inRow = lastEnd >= clause.start && enumerated(text.slice(lastEnd, mention.start))
    const earliest = mention.start - FARTHEST
    const before = text.slice(Math.max(clause.start, earliest), mention.start)
    const governing = text.slice(Math.max(governor.start, earliest), mention.start)
    const behind = text.slice(mention.end, Math.min(clause.end, mention.end + FARTHEST))
    const counts: boolean = inRow
      ? lastCounts
      : !isDenied(governing, behind) && !isPlace(before, behind) && !HELPED_TO_FOUND.test(before)
    lastEnd = mention.end
    lastCounts = counts
    if (!counts || mention.code === ownCode || partners.has(mention.code)) continue
    if (!isFirmOrLanguage(before, behind)) partners.set(mention.code, mention)
  }
  return [...partners.values()]
}

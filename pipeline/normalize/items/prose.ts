import { resolveCountry } from '../country-name.ts'
import { entityOf } from './known-entities.ts'
import { GENERIC, kindOfHead } from './lexicon.ts'
import { coverage, within } from './mentions.ts'
import { phrasesIn } from './phrases.ts'
import { type Candidate, namesCountries, type Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { lowerCaseNames, quotedNames } from './special-names.ts'
import { isAcronym, tokenize } from './tokens.ts'

/** Days, months and years alone. */
const DATE =
  /^(?:(?:\d{1,4}(?:st|nd|rd|th)?|of|on|and|[-–(),]|January|February|March|April|May|June|July|August|September|October|November|December)[\s,]*)+$/
const NO_NAME = /^(?:Civil Service|(?:Federal |Central )?Public Administration|Federal Executive Branch)$/
const PLURAL =
  /\b(?:Agencies|Authorities|Ministries|Institutions|Departments|Companies|Universities|Bodies|Teams|Organi[sz]ations|Operators|Centres|Centers)$/
/** A word that could be any, with a head in lower case. */
const BARE =
  /^(?:(?:ICT|IT|ICTs)(?:\s\p{Ll}+)+|\p{Lu}\p{Ll}+\s(?:framework|policy|strategy|plan|law|act|code|centre|police|agency|committee|commission|council|authority|institute|group|workshop|conference|bill|forum)|(?:[Nn]ational )?(?:CIRT|CERT|CSIRT)s?\s(?:of|for|in)\s.*)$/u
/** An event told by its kind, before what it is about. */
const EVENT_BEFORE =
  /\b((?:conference|workshop|seminar|symposium|meeting)\s+(?:on|about|called|named)\s+(?:the\s+)?)$/
const WEBSITE = /^\s+website\b/
const PREDICATE = /\b(?:is|as|are|was)\s+an?\s+$/
const WHAT_IT_IS =
  /^\s*(?:\(\*\)\s*|\*\s*)?(?:and\s+\p{Lu}\S+\s+)?(?:(?:is|are)\s+(?:the|an?)\s+[^.;]{0,70}?\b(programs?|programmes?|projects?|platforms?|initiative|campaign|website|portal)\b|,?\s*(?:an?\s+)?(initiative|projects?|platforms?|campaign|programme|program|website|portal|websites)\b)/u
const FOOTNOTE = /^\s*\(\s*\*\s*\)|^\*/
const SUBJECT =
  /^\s*(?:\([^()]*\)\s*)?(?:also\s+|currently\s+)?(?:is|are|was|were|has|have|provides?|offers?|conducts?|runs?|aims?|manages?|serves?|promotes?)\b/
/** One plain word is a name only where it is said to be or do something of its own. */
const PLAIN_SUBJECT = /^\s*(?:is\s+(?:the|an?|responsible)\b|provides|offers|runs|manages)\b/
const NAMED_BEFORE =
  /\b(?:known as|called|named|titled|entitled|referred to as|codenamed|through the|through|such as|e\.g\.)\s+(?:the\s+)?$/i
const PERSON = /^(?:President|Mr|Mrs|Ms|Dr|Prof|Sir|Prime Minister|Hon)\b/

/** Whether a name without a head word names something where it stands. */
const isTold = (reading: Reading, segment: Segment, start: number, end: number, plain: boolean): boolean => {
  const { text } = reading
  const words = text.slice(start, end)
  const before = text.slice(Math.max(segment.start, start - 30), start)
  if (PERSON.test(words) || namesCountries(words)) return false
  const lower = words.toLowerCase()
  if (GENERIC.has(lower)) return false
  const tokens = tokenize(text, start, end)
  if (tokens.every((token) => GENERIC.has(token.text.toLowerCase()) || /^\d/.test(token.text))) return false
  const coined = tokens.filter(
    (token) =>
      isAcronym(token.text) &&
      !GENERIC.has(token.text.toLowerCase()) &&
      token.text.length > 2 &&
      resolveCountry(token.text) === null,
  )
  if (coined.length > 0) return true
  if (NAMED_BEFORE.test(before) || FOOTNOTE.test(text.slice(end, end + 5))) return true
  const opens =
    before.replace(/^(?:.*[.:]\s)?(?:The\s|In \p{Lu}\p{L}+,? (?:the )?)?/u, '') === '' ||
    /\bthe\s$/.test(before)
  return (
    opens &&
    (plain ? PLAIN_SUBJECT : SUBJECT).test(text.slice(end, end + 40)) &&
    (!plain || before.trim() === '' || /^The\s$/.test(before))
  )
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const LAW_DATE = new RegExp(
  String.raw`^,?\s*(?:(?:of|from|dated)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTHS})(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+\d{4}|^,\s\d{4}(?!\d)`,
)
const BEFORE_TITLE = /^\s*(?:on|of|named|called|titled|entitled|[–:-])?\s*$/

/** A law with the date and the title in quotes that follow it. */
const withTitle = (
  text: string,
  phrase: Candidate,
  quotes: readonly { readonly start: number; readonly end: number }[],
): Candidate => {
  const dated = phrase.end + (LAW_DATE.exec(text.slice(phrase.end, phrase.end + 40))?.[0].length ?? 0)
  const title = within(quotes, { start: dated, end: dated + 12 })[0]
  return { ...phrase, end: title && BEFORE_TITLE.test(text.slice(dated, title.start)) ? title.end : dated }
}

/** The names in a stretch of prose, in order of mention. */
export const proseCandidates = (reading: Reading, segment: Segment): Candidate[] => {
  const { text, country, section } = reading
  const { start: from, end: to } = segment
  const quotes = quotedNames(text, from, to)
  const quoted = quotes.filter(({ kind }) => kind !== null)
  const lower = lowerCaseNames(text, from, to)
  const special = [...quoted, ...lower].toSorted(
    (left, right) => left.start - right.start || right.end - left.end,
  )
  const countries = coverage(reading.countries)
  const inCountry = (start: number, end: number): boolean => (countries(start) ?? 0) >= end
  const skip = coverage(special.map(({ start, end }) => ({ start, end, code: null })))
  const taken = (place: number): number | null => reading.taken(place) ?? skip(place)
  const phrases = phrasesIn(text, from, to, within(reading.entities, segment), taken).flatMap(
    (phrase): Candidate[] => {
      const { start, end, kind, entity, plain } = phrase
      const words = text.slice(start, end)
      if (
        entity === null &&
        (namesCountries(words.replace(/['’]s$/, '')) ||
          DATE.test(words) ||
          NO_NAME.test(words) ||
          inCountry(start, end))
      )
        return []
      const known = entity ?? entityOf(words, country)
      const eventBefore = EVENT_BEFORE.exec(text.slice(Math.max(from, start - 40), start))?.[1]
      if (eventBefore !== undefined && known === null && kind !== 'organisation') {
        return [{ start: start - eventBefore.length, end, kind: 'event', entity: null, listed: false }]
      }
      if (
        known === null &&
        words.includes('/') &&
        words.split('/').every((part) => entityOf(part, country) !== null)
      )
        return []
      const website =
        section.listItems === 'contact' && kind !== 'programme'
          ? WEBSITE.exec(text.slice(end, end + 10))?.[0].length
          : undefined
      if (website !== undefined && known === null && (kind === 'contact' || kind === null)) {
        return [{ start, end: end + website, kind: 'contact', entity: null, listed: false }]
      }
      const isBareHead =
        (plain && kindOfHead(words) !== null) ||
        BARE.test(words) ||
        namesCountries(words.replace(/^\d+\s/, ''))
      if (known === null && (isBareHead || (kind === null && !isTold(reading, segment, start, end, plain))))
        return []
      if (
        known === null &&
        kind === 'organisation' &&
        (PLURAL.test(words) || /^(?:National |national )?(?:CIRT|CERT|CSIRT)s?$/.test(words))
      )
        return []
      if (known === null && PREDICATE.test(text.slice(Math.max(from, start - 8), start))) return []
      const isCoined = kind === null && known === null
      const what =
        isCoined && !/^\p{Lu}+$/u.test(words) && section.code !== '1.4.1'
          ? WHAT_IT_IS.exec(text.slice(end, end + 100))
          : null
      const portal =
        isCoined &&
        /\b(?:portal|website|project|programme|program|platform|campaign|initiative)\s(?:(?:called|named|titled|referred to as|known as|on)\s)?$/.test(
          text.slice(Math.max(from, start - 40), start),
        )
      return [{ start, end, kind: what || portal ? 'programme' : kind, entity: known, listed: false }]
    },
  )
  const named = phrases.map((phrase) =>
    phrase.kind === 'instrument' ? withTitle(text, phrase, quotes) : phrase,
  )
  const titles = new Set(named.map(({ end }) => end))
  const others = special
    .filter(({ end }) => !titles.has(end))
    .map((name) => ({ ...name, entity: null, listed: false }))
  return [...named, ...others].toSorted((left, right) => left.start - right.start)
}

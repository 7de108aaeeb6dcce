import type { ItemKind } from '../../../schemas/index.ts'
import { findEntity } from './known-entities.ts'
import { findHeadKind, isGeneric, MONTHS } from './lexicon.ts'
import { byStart, coverage, within } from './mentions.ts'
import { type Phrase, phrasesIn } from './phrases.ts'
import type { Candidate, Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { lowerCaseNames, quotedNames } from './special-names.ts'
import { isAcronym, type Token } from './tokens.ts'

/** A word that could be any, with a head in lower case. */
const BARE =
  /^(?:(?:ICT|IT|ICTs)(?:\s\p{Ll}+)+|\p{Lu}\p{Ll}+\s(?:framework|policy|strategy|plan|law|act|code|centre|police|agency|committee|commission|council|authority|institute|group|workshop|conference|bill|forum)|(?:[Nn]ational )?(?:CIRT|CERT|CSIRT)s?(?:\s(?:of|for|in)\s.*)?)$/u
const ACTIVITY =
  'programs?|programmes?|projects?|platforms?|initiative|campaigns?|websites?|portal|competition|contest|newsletter|range'
const BODY = 'association|organi[sz]ation|foundation|cent(?:re|er)|agency|company|institute'
/** What the words behind a name call it (`the Lamp project`, `Lamp is an association of …`). */
const NOUN_BEHIND = new RegExp(
  String.raw`^\s*(?:\([^()]*\)\s*|\*\s*)*(?:and\s+\p{Lu}\S+\s+)?(?:,?\s*(?:(?:is|are)\s+)?(?:the|an?)\s+[^.;,]{0,70}?\b(?<noun>${ACTIVITY}|${BODY})\b|(?:\p{Ll}+\s)?(?<noun>${ACTIVITY})\b)`,
  'u',
)
/** What the word before a name, or before another name of the same enumeration, calls it. */
const NOUN_BEFORE =
  /\s(\p{Ll}+),?\s(?:(?:for instance|for example|such as|including|e\.g\.),?\s)?(?:(?:called|named|titled|referred to as|known as)\s)?(?:\p{Lu}\S+(?:,|\sand)\s)?$/u

const findKindBeside = (before: string, behind: string): ItemKind | null =>
  findHeadKind(NOUN_BEFORE.exec(before)?.[1] ?? '') ??
  findHeadKind(NOUN_BEHIND.exec(behind)?.groups?.['noun'] ?? '')

/** Whether a name without a head word names something: by an abbreviation. */
const isAbbreviated = ({ text }: Token): boolean =>
  isAcronym(text) && !isGeneric(text) && text.length > 2 && !/^\d/.test(text)

const LAW_DATE = new RegExp(
  String.raw`^,?\s*(?:(?:of|from|dated)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTHS})(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+\d{4}|^,\s\d{4}(?!\d)`,
)
const BEFORE_TITLE = /^\s*(?:on|of|named|called|titled|entitled|[–:-])?\s*$/

/** A law with the date and the title in quotes that follow it. */
const withTitle = (text: string, phrase: Candidate, quotes: readonly Candidate[]): Candidate => {
  const dated = phrase.end + (LAW_DATE.exec(text.slice(phrase.end, phrase.end + 40))?.[0].length ?? 0)
  const title = within(quotes, { start: dated, end: dated + 12 })[0]
  return { ...phrase, end: title && BEFORE_TITLE.test(text.slice(dated, title.start)) ? title.end : dated }
}

/** What a phrase names, where it names anything. */
const phraseCandidate = (reading: Reading, segment: Segment, phrase: Phrase): Candidate[] => {
  const { text, country, section } = reading
  const { start, end, kind, tokens } = phrase
  const words = text.slice(start, end)
  const known = phrase.entity ?? findEntity(words, country)
  const before = text.slice(Math.max(segment.start, start - 40), start)
  const named = { start, end, kind, entity: known }
  if (known !== null) return [named]
  if (reading.isCountry(start, end)) return []
  if (words.includes('/') && words.split('/').every((part) => findEntity(part, country) !== null)) return []
  // a word with a capital inside (`CyberSAFE`)
  const isCoined = section.pillar === 'capacity' && /^\p{Lu}\S*\p{Ll}\p{Lu}\S*$/u.test(words)
  const foundKind = kind ?? (isCoined ? 'programme' : findKindBeside(before, text.slice(end, end + 100)))
  const isMarked = /^\s?\(\*\)/.test(text.slice(end, end + 4))
  const namesNothing =
    (tokens.length === 1 && !isAcronym(words) && findHeadKind(words) !== null) ||
    BARE.test(words) ||
    isGeneric(/\(([^()]+)\)$/.exec(words)?.[1] ?? '') ||
    /\b(?:is|as|are|was)\s+an?\s+$/.test(before) ||
    (foundKind === null && !isMarked && !tokens.some(isAbbreviated))
  return namesNothing ? [] : [{ ...named, kind: foundKind }]
}

/** The names in a stretch of prose, in order of mention; none where they would be fewer than `minNames`. */
export const proseCandidates = (reading: Reading, segment: Segment, minNames = 1): Candidate[] => {
  const { text } = reading
  const { start: from, end: to } = segment
  const quotes = quotedNames(text, from, to)
  const special = [...quotes.filter(({ kind }) => kind !== null), ...lowerCaseNames(text, from, to)]
  const skip = coverage(special)
  const taken = (place: number): number | null => reading.taken(place) ?? skip(place)
  const phrases = phrasesIn(text, from, to, within(reading.entities, segment), taken)
  if (phrases.length + special.length < minNames) return []
  const named = phrases
    .flatMap((phrase) => phraseCandidate(reading, segment, phrase))
    .map((name) => (name.kind === 'instrument' ? withTitle(text, name, quotes) : name))
  if (special.length === 0) return named
  const titles = new Set(named.map(({ end }) => end))
  const others = special.filter(({ end }) => !titles.has(end))
  return [...named, ...others].toSorted(byStart)
}

import type { Entity, Indicator, Item, ItemKind, Section, Stage } from '../../../schemas/index.ts'
import { ENTITIES } from '../../../schemas/index.ts'
import { countryMentions } from '../country-mentions.ts'
import { resolveCountry } from '../country-name.ts'
import type { Note } from '../note.ts'
import { partnerCountries } from '../partner-countries.ts'
import { classify } from './classify.ts'
import { contacts } from './contacts.ts'
import { stageOfEntry, stagesIn } from './draft-stage.ts'
import { type Found, type Mention, withoutOverlap } from './found.ts'
import { framesIn } from './frames.ts'
import { placesIn } from './item-place.ts'
import { type EntityMention, entityMentions, entityOf } from './known-entities.ts'
import { GENERIC, kindOfHead } from './lexicon.ts'
import { nameText } from './name-text.ts'
import { headKind, phrasesIn } from './phrases.ts'
import { readsAsSentence, type Segment, segmentsOf } from './segments.ts'
import { lowerCaseNames, quotedNames } from './special-names.ts'
import { standardId, standards } from './standards.ts'
import { isAcronym, tokenize } from './tokens.ts'

/** What an item takes over from the row of its note. */
export type ItemSource = Pick<
  Indicator,
  'document_id' | 'country' | 'country_code' | 'source_date' | 'derivation'
>

/** A name as it was found: where it stands, and what its words say. */
interface Candidate {
  readonly start: number
  readonly end: number
  readonly kind: ItemKind | null
  readonly entity: Entity | null
  readonly listed: boolean
}

const NOTHING = /^(?:none|nil|n\/a|no)\W*$/i
const ANNOUNCES = /:\s*$/
const KNOWN_KINDS: readonly ItemKind[] = ['membership', 'treaty', 'standard']
const YEARS = /\b(?:19|20)\d\d\b/g
const entities: ReadonlyMap<string, Entity> = new Map(ENTITIES.map((entity) => [entity.id, entity]))

/** The end of the mention that covers a place; null where none does. */
const coverage = (mentions: readonly Mention[]): ((place: number) => number | null) => {
  const sorted = mentions.toSorted((left, right) => left.start - right.start)
  return (place) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? place) <= place) low = middle + 1
      else high = middle
    }
    const before = sorted[low - 1]
    return before && before.end > place ? before.end : null
  }
}

/** What every segment of a note is read with. */
interface Reading {
  readonly section: Section
  readonly text: string
  readonly country: string
  readonly standards: readonly Mention[]
  readonly contacts: readonly Mention[]
  readonly entities: readonly EntityMention[]
  readonly countries: readonly Mention[]
  readonly taken: (place: number) => number | null
  readonly stageOf: (start: number, end: number) => Stage
}

/** Mentions within a stretch; both in order. */
const within = <T extends { readonly start: number; readonly end: number }>(
  mentions: readonly T[],
  { start, end }: { readonly start: number; readonly end: number },
): T[] => {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? end) < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low; index < mentions.length; index++) {
    const mention = mentions[index]
    if (!mention || mention.start >= end) break
    found.push(mention)
  }
  return found
}

const AMENDED_BY = /,?\s(?:respectively\s)?(?:as\s)?(?:modified|added|amended)(?:\sand\s\w+)?\sby\s(?:the\s)?(?=\p{L})/gu
const CITES_AGAIN = /\s(?=(?:Articles?|Sections?|Chapters?|§)\s?\d)/gu
const isCitedOf = /\bof the\b|\bof Law\b/i

/** An entry that cites one law behind the other gives each. */
const citedParts = (text: string, segment: Segment): Segment[] => {
  const cuts = [segment.start]
  for (const match of text.slice(segment.start, segment.end).matchAll(CITES_AGAIN)) {
    const cut = segment.start + match.index + 1
    if (isCitedOf.test(text.slice(cuts.at(-1) ?? segment.start, cut)) && isCitedOf.test(text.slice(cut, segment.end)))
      cuts.push(cut)
  }
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1] ?? segment.end
    const amended = [...text.slice(start, end).matchAll(AMENDED_BY)]
    const starts = [start, ...amended.map((match) => start + match.index + match[0].length)]
    return starts.map((from, place) => ({ ...segment, start: from, end: start + (amended[place]?.index ?? end - start) }))
  })
}

const namesCountries = (words: string): boolean => {
  if (resolveCountry(words.trim()) !== null) return true
  const parts = words
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/^\W+|\W+$/gu, ''))
    .filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => resolveCountry(part) !== null)
}

const CITED = /((?:[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Dd]ivisions?|§)[^;:“”"]{1,120}?)\s*\*?\s+(?:of|to|under)\s+(?:the\s+)?(?:[“"]\s?)?(?:The\s+)?$/u
const CITED_BEHIND = /^\s*\(((?:[Aa]rticles?|[Aa]rts?\.?|[Ss]ections?|[Cc]hapters?|§)[^()]*(?:\([^()]*\)[^()]*)*)\)/u

const citedAround = (text: string, from: number, start: number, end: number): string | null => {
  const before = CITED.exec(text.slice(Math.max(from, start - 160), start))?.[1]
  const cited = before ?? CITED_BEHIND.exec(text.slice(end, end + 160))?.[1]
  return cited === undefined ? null : cited.replace(/\s*\(\*\)|\*/g, '').replace(/[\s,]+$/, '')
}

const codeOf = (kind: ItemKind, text: string, behind: string, entity: Entity | null): string | null => {
  if (kind === 'event') {
    const own = text.match(YEARS)
    return [...new Set(own ?? /^[^.;]{0,80}/.exec(behind)?.[0].match(YEARS) ?? [])].join(', ') || null
  }
  if (kind !== 'standard') return null
  return standards(text)[0]?.code ?? (entity?.id === 'common-criteria' ? 'ISO/IEC 15408' : null)
}

/** A country in the genitive is no part of a law’s name; the title of a strategy keeps it. */
const withoutCountry = (text: string): string => {
  const match = /^(\p{Lu}[\p{L} ]*?)['’]s\s+(?=\p{L})/u.exec(text)
  if (!match || /strateg|polic|plan/i.test(text) || resolveCountry(match[1] ?? '') === null) return text
  return text.slice(match[0].length)
}

/** An item of a candidate, or nothing where no name is left of it. */
const foundOf = (reading: Reading, segment: Segment, candidate: Candidate, frame: ReturnType<ReturnType<typeof framesIn>>): Found[] => {
  const { text, section, country } = reading
  const { start, end, listed } = candidate
  const legal = section.listItems === 'instrument' || candidate.kind === 'instrument' || candidate.kind === 'treaty'
  const cut = nameText(text.slice(start, end), legal)
  const name = { ...cut, text: withoutCountry(cut.text) }
  const own = listed && candidate.kind !== 'standard' ? headKind(tokenize(name.text, 0, name.text.length)) : candidate.kind
  if (!/\p{L}\p{L}/u.test(name.text) || GENERIC.has(name.text.toLowerCase())) return []
  const known = candidate.entity ?? entityOf(name.text, country)
  const kind = classify(name.text, { kind: own, entity: known, frame, listed, section })
  const code = codeOf(kind, name.text, text.slice(end, end + 80), known)
  const byCode = kind === 'standard' && code !== null ? entities.get(standardId(code) ?? '') : undefined
  const entity = byCode ?? known
  const cited = name.detail ?? (kind === 'instrument' || kind === 'treaty' ? citedAround(text, segment.start, start, end) : null)
  const stage = kind !== 'instrument' ? null : listed ? stageOfEntry(text.slice(start, end), segment.lead) : reading.stageOf(start, end)
  return [{ kind, text: name.text, start, end, stage, detail: cited, code, entity: entity?.id ?? null, unknown: entity === null && KNOWN_KINDS.includes(kind) }]
}

/** Days, months and years alone. */
const DATE = /^(?:(?:\d{1,4}(?:st|nd|rd|th)?|of|on|and|[-–(),]|January|February|March|April|May|June|July|August|September|October|November|December)[\s,]*)+$/
const PLURAL = /\b(?:Agencies|Authorities|Ministries|Institutions|Departments|Companies|Universities|Bodies|Teams|Organi[sz]ations|Operators|Centres|Centers)$/
/** A word that could be any, with a head in lower case. */
const BARE = /^(?:(?:ICT|IT|ICTs)(?:\s\p{Ll}+)+|\p{Lu}\p{Ll}+\s(?:framework|policy|strategy|plan|law|act|code|centre|police)|(?:[Nn]ational )?(?:CIRT|CERT|CSIRT)s?\s(?:of|for)\s.*)$/u
const PREDICATE = /\b(?:is|as|are|was)\s+an?\s+$/
const WHAT_IT_IS = /^\s*(?:\(\*\)\s*|\*\s*)?(?:and\s+\p{Lu}\S+\s+)?(?:(?:is|are)\s+(?:the|an?)\s+[^.;]{0,70}?\b(programs?|programmes?|projects?|platforms?|initiative|campaign|website|portal)\b|,?\s*(?:an?\s+)?(initiative|projects?|platforms?|campaign|programme|program|website|portal|websites)\b)/u
const FOOTNOTE = /^\s*\(\s*\*\s*\)|^\*/
const SUBJECT = /^\s*(?:\([^()]*\)\s*)?(?:also\s+|currently\s+)?(?:is|are|was|were|has|have|provides?|offers?|conducts?|runs?|aims?|manages?|serves?|promotes?)\b/
const NAMED_BEFORE = /\b(?:known as|called|named|titled|entitled|referred to as|codenamed|through the|through|such as|e\.g\.)\s+(?:the\s+)?$/i
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
  const coined = tokens.filter((token) => isAcronym(token.text) && !GENERIC.has(token.text.toLowerCase()) && token.text.length > 2 && resolveCountry(token.text) === null)
  if (coined.length > 0) return true
  if (NAMED_BEFORE.test(before) || FOOTNOTE.test(text.slice(end, end + 5))) return true
  const opens = before.replace(/^(?:.*[.:]\s)?(?:The\s|In \p{Lu}\p{L}+,? (?:the )?)?/u, '') === '' || /\bthe\s$/.test(before)
  return opens && SUBJECT.test(text.slice(end, end + 40)) && (!plain || before.trim() === '' || /^The\s$/.test(before))
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const LAW_DATE = new RegExp(String.raw`^,?\s*(?:(?:of|from|dated)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTHS})(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+\d{4}|^,\s\d{4}(?!\d)`)
const BEFORE_TITLE = /^\s*(?:on|of|named|called|titled|entitled|[–:-])?\s*$/

/** A law with the date and the title in quotes that follow it. */
const withTitle = (text: string, phrase: Candidate, quotes: readonly { readonly start: number; readonly end: number }[]): Candidate => {
  const dated = phrase.end + (LAW_DATE.exec(text.slice(phrase.end, phrase.end + 40))?.[0].length ?? 0)
  const title = within(quotes, { start: dated, end: dated + 12 })[0]
  return { ...phrase, end: title && BEFORE_TITLE.test(text.slice(dated, title.start)) ? title.end : dated }
}

const proseCandidates = (reading: Reading, segment: Segment): Candidate[] => {
  const { text, country, section } = reading
  const { start: from, end: to } = segment
  const quotes = quotedNames(text, from, to)
  const quoted = quotes.filter(({ kind }) => kind !== null)
  const lower = lowerCaseNames(text, from, to)
  const special = [...quoted, ...lower].toSorted((left, right) => left.start - right.start || right.end - left.end)
  const countries = coverage(reading.countries)
  const inCountry = (start: number, end: number): boolean => (countries(start) ?? 0) >= end
  const skip = coverage(special.map(({ start, end }) => ({ start, end, code: null })))
  const taken = (place: number): number | null => reading.taken(place) ?? skip(place)
  const phrases = phrasesIn(text, from, to, within(reading.entities, segment), taken).flatMap((phrase): Candidate[] => {
    const { start, end, kind, entity, plain } = phrase
    const words = text.slice(start, end)
    if (entity === null && (namesCountries(words) || DATE.test(words) || inCountry(start, end))) return []
    const known = entity ?? entityOf(words, country)
    const isBareHead = (plain && kindOfHead(words) !== null) || BARE.test(words) || namesCountries(words.replace(/^\d+\s/, ''))
    if (known === null && (isBareHead || (kind === null && !isTold(reading, segment, start, end, plain)))) return []
    if (known === null && kind === 'organisation' && (PLURAL.test(words) || /^(?:National |national )?(?:CIRT|CERT|CSIRT)s?$/.test(words))) return []
    if (known === null && PREDICATE.test(text.slice(Math.max(from, start - 8), start))) return []
    const isCoined = kind === null && known === null
    const what = isCoined && !/^\p{Lu}+$/u.test(words) && section.code !== '1.4.1' ? WHAT_IT_IS.exec(text.slice(end, end + 100)) : null
    const portal = isCoined && /\b(?:portal|website|project|programme|program|platform|campaign|initiative)\s(?:(?:called|named|titled|referred to as|known as|on)\s)?$/.test(text.slice(Math.max(from, start - 40), start))
    return [{ start, end, kind: what || portal ? 'programme' : kind, entity: known, listed: false }]
  })
  const named = phrases.map((phrase) => (phrase.kind === 'instrument' ? withTitle(text, phrase, quotes) : phrase))
  const titles = new Set(named.map(({ end }) => end))
  const others = special.filter(({ end }) => !titles.has(end)).map((name) => ({ ...name, entity: null, listed: false }))
  return [...named, ...others].toSorted((left, right) => left.start - right.start)
}

const entryCandidates = (reading: Reading, segment: Segment): Candidate[] => {
  const { text, section } = reading
  const words = text.slice(segment.start, segment.end)
  if (NOTHING.test(words.trim()) || ANNOUNCES.test(words) || namesCountries(words)) return []
  const ownContacts = within(reading.contacts, segment)
  const end = Math.min(segment.end, ...ownContacts.map((contact) => contact.start))
  const name = text.slice(segment.start, end)
  if (name.replace(/[^\p{L}]/gu, '').length < 2) return []
  const tokens = tokenize(text, segment.start, end)
  const [standard] = within(reading.standards, segment)
  const kind = headKind(tokens)
  if (standard && standard.start - segment.start < 25 && kind !== 'instrument') {
    return [{ start: segment.start, end, kind: 'standard', entity: null, listed: true }]
  }
  const isLong = tokens.length > 9 && section.listItems !== 'instrument' && /\s(?:through|under the|by the|with the|in collaboration|whose|which|that)\s/.test(name)
  const phrases = isLong ? proseCandidates(reading, { ...segment, end }) : []
  if (phrases.length > 0) return phrases
  return [{ start: segment.start, end, kind, entity: null, listed: true }]
}

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Each thing once: a second mention, or the abbreviation of the first, is no new thing. */
const firstMentions = (found: readonly Found[]): Found[] => {
  const seen = new Set<string>()
  return found.filter((item) => {
    if (item.kind === 'partner_country') return true
    const abbreviation = /\(([\p{L}\p{N}.&/ -]{2,20})\)/u.exec(item.text)?.[1]
    const names = [item.text, item.text.replace(/\s*\([^()]*\)/g, ''), ...(abbreviation === undefined ? [] : [abbreviation])]
    const keys = names.map(keyOf).filter((key) => key !== '')
    if (item.entity !== null) keys.push(`${item.entity} ${item.code ?? ''}`)
    const isNew = !keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}

const mentionItems = (mentions: readonly Mention[], kind: 'contact' | 'partner_country', text: string): Found[] =>
  mentions.map(({ start, end, code }) => ({ kind, text: nameText(text.slice(start, end), false).text, start, end, stage: null, detail: null, code, entity: null, unknown: false }))

/** A title in quotes behind the number of a standard. */
const TITLE = /^\s*[“"][^“”"]+[”"]/

/** What a note names, in order of mention. */
export const findItems = (section: Section, note: Note, country: string): Found[] => {
  const { text } = note
  const addresses = withoutOverlap(contacts(text))
  const numbers = standards(text).map((mention) => ({ ...mention, end: mention.end + (TITLE.exec(text.slice(mention.end, mention.end + 160))?.[0].length ?? 0) }))
  const reading: Reading = {
    section,
    text,
    country,
    standards: numbers,
    contacts: addresses,
    entities: entityMentions(text),
    countries: countryMentions(text),
    taken: coverage([...addresses, ...numbers]),
    stageOf: stagesIn(text),
  }
  const named = segmentsOf(note).flatMap((segment) => {
    const isEntry = segment.listed && !readsAsSentence(text.slice(segment.start, segment.end))
    const segments = isEntry && section.listItems === 'instrument' ? citedParts(text, segment) : [segment]
    return segments.flatMap((part) => {
      const words = text.slice(part.start, part.end)
      const frames = framesIn(words)
      const leadFrame = part.lead === '' ? null : framesIn(part.lead)(part.lead.length)
      const candidates = isEntry ? entryCandidates(reading, part) : proseCandidates(reading, part)
      const prose = candidates.some(({ listed }) => listed)
        ? []
        : within(numbers, part).map(({ start, end }): Candidate => ({ start, end, kind: 'standard', entity: null, listed: false }))
      return [...candidates, ...prose]
        .toSorted((left, right) => left.start - right.start)
        .flatMap((candidate) => foundOf(reading, part, candidate, candidate.listed ? leadFrame : (frames(candidate.start - part.start) ?? (isEntry ? leadFrame : null))))
    })
  })
  const partners = section.partners ? partnerCountries(text, country).map(({ code, start, end }) => ({ code, start, end })) : []
  const all = [...named, ...mentionItems(addresses, 'contact', text), ...mentionItems(partners, 'partner_country', text)]
  return firstMentions(all.toSorted((left, right) => left.start - right.start || right.end - left.end))
}

/** The items of a note in order of mention. */
export const itemsOf = (section: Section, note: Note, row: ItemSource): Item[] => {
  const placeOf = placesIn(note)
  return findItems(section, note, row.country_code).map(({ start, end, entity, unknown, ...item }, index) => ({
    document_id: row.document_id,
    country: row.country,
    country_code: row.country_code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    source_date: row.source_date,
    item_no: index + 1,
    text: item.text,
    kind: item.kind,
    stage: item.stage,
    detail: item.detail,
    code: item.code,
    entity_id: entity,
    confidence: unknown ? 'review' : 'high',
    derivation: row.derivation,
    ...placeOf(start, end),
  }))
}

import type { Indicator, Item, ItemKind, Section } from '../../../schemas/index.ts'
import { countryMentions } from '../country-mentions.ts'
import type { Note } from '../note.ts'
import { partnerCountries } from '../partner-countries.ts'
import { makePlaceFinder, type NoteWords, toLetters } from '../place.ts'
import { splitAmendments } from './citations.ts'
import { findContacts } from './contacts.ts'
import { entryCandidates } from './entries.ts'
import { type Frame, framesIn } from './frames.ts'
import { findEntities } from './known-entities.ts'
import { makeItem } from './make-item.ts'
import { byStart, coverage, type Mention, within } from './mentions.ts'
import { cleanName } from './name-text.ts'
import { proseCandidates } from './prose.ts'
import type { Candidate, Found, Reading } from './reading.ts'
import { findSegments, readsAsSentence, type Segment } from './segments.ts'
import { findStandards } from './standards.ts'

/** What an item takes over from the row of its note. */
export type ItemSource = Pick<
  Indicator,
  'document_id' | 'country' | 'country_code' | 'source_date' | 'derivation'
>

const makeKey = (text: string): string => toLetters(text.toLowerCase())

/** Each thing once: a second mention, or the abbreviation of the first, is no new thing. */
const dropRepeated = (found: readonly Found[]): Found[] => {
  const seen = new Set<string>()
  return found.filter(({ kind, text, entity, code }) => {
    if (kind === 'partner_country') return true
    const abbreviation = /\(([\p{L}\p{N}.&/ -]{2,20})\)/u.exec(text)?.[1] ?? ''
    const names = [text, text.replace(/\s*\([^()]*\)/g, ''), abbreviation]
    const keys = names.map(makeKey).filter((key) => key !== '')
    if (entity !== null) keys.push(`${entity} ${code ?? ''}`)
    const isNew = !keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}

const makeMention =
  (kind: ItemKind, text: string) =>
  ({ start, end, code = null }: Mention): Found => {
    const name = cleanName(text.slice(start, end), false).text
    return { kind, text: name, start, end, stage: null, detail: null, code, entity: null, unknown: false }
  }

/** What a list entry or sentence names. */
const readSegment = (reading: Reading, segment: Segment): Found[] => {
  const { text, section } = reading
  const words = text.slice(segment.start, segment.end)
  const isEntry = segment.listed && !readsAsSentence(words)
  if (isEntry && section.listItems === 'instrument') {
    const parts = splitAmendments(text, segment)
    if (parts.length > 1) return parts.flatMap((part) => readSegment(reading, part))
  }
  const findOwnFrame = framesIn(words)
  const findLeadFrame = framesIn(segment.lead)
  const findFrame = ({ start, listed }: Candidate): Frame | null =>
    (listed ? null : findOwnFrame(start - segment.start)) ??
    (isEntry ? findLeadFrame(segment.lead.length) : null)
  const candidates = isEntry ? entryCandidates(reading, segment) : proseCandidates(reading, segment)
  const standards = within(reading.standards, segment)
    .filter(({ start }) => !candidates.some((named) => named.start <= start && start < named.end))
    .map(({ start, end }): Candidate => ({ start, end, kind: 'standard' }))
  return [...candidates, ...standards]
    .toSorted(byStart)
    .flatMap((candidate) => makeItem(reading, segment, candidate, findFrame))
}

/** What a note names, in order of mention. */
export const findItems = (section: Section, note: Note, country: string): Found[] => {
  const { text } = note
  const contacts = findContacts(text)
  const standards = findStandards(text)
  const countries = coverage(countryMentions(text))
  const reading: Reading = {
    section,
    text,
    country,
    standards,
    contacts,
    entities: findEntities(text),
    isCountry: (start, end) => (countries(start) ?? 0) >= end,
    taken: coverage([...contacts, ...standards]),
  }
  const partners = section.partners ? partnerCountries(note, country) : []
  const found = [
    ...findSegments(note).flatMap((segment) => readSegment(reading, segment)),
    ...(section.pillar === 'legal' ? [] : contacts).map(
      // an address in a list of courses and campaigns is an item, in a law it is not
      makeMention(section.pillar === 'capacity' ? 'programme' : 'contact', text),
    ),
    ...partners.map(makeMention('partner_country', text)),
  ]
  return dropRepeated(found.toSorted((left, right) => byStart(left, right) || right.end - left.end))
}

/** The rows of the items of a note, in order of mention. */
export const makeItemRows = (section: Section, note: Note, words: NoteWords, row: ItemSource): Item[] => {
  const found = findItems(section, note, row.country_code)
  if (found.length === 0) return []
  const findPlace = makePlaceFinder(note.text, words)
  return found.map(({ start, end, entity, unknown, ...item }, index) => ({
    document_id: row.document_id,
    country: row.country,
    country_code: row.country_code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    source_date: row.source_date,
    item_no: index + 1,
    ...item,
    entity_id: entity,
    confidence: unknown ? 'review' : 'high',
    derivation: row.derivation,
    ...findPlace(start, end),
  }))
}

import type { Indicator, Item, ItemKind, Section } from '../../../schemas/index.ts'
import type { Note } from '../note.ts'
import { contacts } from './contacts.ts'
import { events } from './events.ts'
import type { Finder, Found } from './found.ts'
import { instruments } from './instruments.ts'
import { placesIn } from './item-place.ts'
import { listEntries } from './list-entries.ts'
import { memberships } from './memberships.ts'
import { organisations } from './organisations.ts'
import { partners } from './partners.ts'
import { programmes } from './programmes.ts'
import { standards } from './standards.ts'
import { treaties } from './treaties.ts'

/** What takes the things of a kind from prose, for a profile of the country `ownCode`. */
const finderOf = (ownCode: string): Readonly<Record<ItemKind, Finder>> => ({
  instrument: instruments,
  organisation: organisations,
  programme: programmes,
  standard: standards,
  partner_country: (text) => partners(text, ownCode),
  membership: memberships,
  event: events,
  treaty: treaties,
  contact: contacts,
})

const isInside = (inner: Found, outer: Found): boolean => inner.start < outer.end && outer.start < inner.end

/** Letters and digits alone; an abbreviation in brackets is not part of a name. */
const nameOf = (words: string): string =>
  words
    .replace(/\s?\([^()]*\)\s*$/u, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const abbreviationOf = (words: string): string | null =>
  /\(\W{0,2}([\p{L}\p{N}.&/ -]+?)\W{0,2}\)\s*$/u
    .exec(words)?.[1]
    ?.toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '') ?? null

/** Findings in prose, each thing once: a second mention, or the abbreviation of the first, is no new thing. */
const firstMentions = (findings: readonly Found[], entries: readonly Found[], text: string): Found[] => {
  const seen = new Map<string, Found>()
  const keyOf = (finding: Found, name: string): string => `${finding.kind} ${name} ${finding.code ?? ''}`
  const mark = (finding: Found): void => {
    const words = text.slice(finding.start, finding.end)
    for (const name of [nameOf(words), abbreviationOf(words)]) {
      if (name !== null && name !== '') seen.set(keyOf(finding, name), finding)
    }
  }
  for (const entry of entries) mark(entry)
  return findings.filter((finding) => {
    if (seen.has(keyOf(finding, nameOf(text.slice(finding.start, finding.end))))) return false
    mark(finding)
    return true
  })
}

/** What a note names, in order of mention; findings of one kind share no words. */
export const findingsIn = (section: Section, note: Note, ownCode: string): Found[] => {
  const entries = listEntries(section, note)
  const finders = finderOf(ownCode)
  /** A list of one kind says which things of that kind there are; prose beside it only speaks about them. */
  const settled = section.mixedList === undefined && entries.length > 0 ? section.listItems : null
  const prose = (section.namedItems ?? [])
    .filter((kind) => kind !== settled)
    .flatMap((kind) => finders[kind](note.text))
    .filter((finding) => !entries.some((entry) => entry.kind === finding.kind && isInside(finding, entry)))
    .toSorted((left, right) => left.start - right.start || left.end - right.end)
  return [...entries, ...firstMentions(prose, entries, note.text)].toSorted(
    (left, right) => left.start - right.start || right.end - left.end,
  )
}

/** What an item takes over from the row of its note. */
export type ItemSource = Pick<
  Indicator,
  'document_id' | 'country' | 'country_code' | 'source_date' | 'derivation'
>

/**
 * The items of a note in order of mention: the entries of its marked lists, and what its prose names of the kinds
 * that the section declares. The text of each is verbatim from the note.
 */
export const itemsOf = (section: Section, note: Note, row: ItemSource): Item[] => {
  const placeOf = placesIn(note)
  return findingsIn(section, note, row.country_code).map(({ kind, start, end, stage, code }, index) => ({
    document_id: row.document_id,
    country: row.country,
    country_code: row.country_code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    source_date: row.source_date,
    item_no: index + 1,
    text: note.text.slice(start, end),
    kind,
    stage,
    detail: null,
    code,
    entity_id: null,
    confidence: 'high',
    derivation: row.derivation,
    ...placeOf(start, end),
  }))
}

import type { Indicator, Item, ItemKind, Section } from '../../../schemas/index.ts'
import { countryMentions } from '../country-mentions.ts'
import type { Note } from '../note.ts'
import { partnerCountries } from '../partner-countries.ts'
import { citedParts } from './citations.ts'
import { contacts } from './contacts.ts'
import { stagesIn } from './draft-stage.ts'
import { entryCandidates } from './entries.ts'
import { framesIn } from './frames.ts'
import { placesIn } from './item-place.ts'
import { entityMentions } from './known-entities.ts'
import { foundOf } from './make-item.ts'
import { coverage, type Mention, within, withoutOverlap } from './mentions.ts'
import { nameText } from './name-text.ts'
import { proseCandidates } from './prose.ts'
import type { Candidate, Found, Reading } from './reading.ts'
import { readsAsSentence, segmentsOf } from './segments.ts'
import { standards } from './standards.ts'

/** What an item takes over from the row of its note. */
export type ItemSource = Pick<
  Indicator,
  'document_id' | 'country' | 'country_code' | 'source_date' | 'derivation'
>

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Each thing once: a second mention, or the abbreviation of the first, is no new thing. */
const firstMentions = (found: readonly Found[]): Found[] => {
  const seen = new Set<string>()
  return found.filter((item) => {
    if (item.kind === 'partner_country') return true
    const abbreviation = /\(([\p{L}\p{N}.&/ -]{2,20})\)/u.exec(item.text)?.[1]
    const names = [
      item.text,
      item.text.replace(/\s*\([^()]*\)/g, ''),
      ...(abbreviation === undefined ? [] : [abbreviation]),
    ]
    const keys = names.map(keyOf).filter((key) => key !== '')
    if (item.entity !== null) keys.push(`${item.entity} ${item.code ?? ''}`)
    const isNew = !keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}

const mentionItems = (
  mentions: readonly Mention[],
  kind: 'contact' | 'partner_country',
  text: string,
): Found[] =>
  mentions.map(({ start, end, code }) => ({
    kind,
    text: nameText(text.slice(start, end), false).text,
    start,
    end,
    stage: null,
    detail: null,
    code,
    entity: null,
    unknown: false,
  }))

const occurrences = (text: string, word: string): Mention[] => {
  const found: Mention[] = []
  if (word === '') return found
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    found.push({ start, end: start + word.length, code: null })
  }
  return found
}

/** A title in quotes behind the number of a standard. */
const TITLE = /^\s*[“"][^“”"]+[”"]/

const IS_MEMBER = /^\s+members?\b/

/** What a note names, in order of mention. */
export const findItems = (section: Section, note: Note, country: string, countryName = ''): Found[] => {
  const { text } = note
  const addresses = withoutOverlap(contacts(text))
  const numbers = standards(text)
    .filter(({ end }) => !/^\s*lead\s/i.test(text.slice(end, end + 8)))
    .map((mention) => ({
      ...mention,
      end: mention.end + (TITLE.exec(text.slice(mention.end, mention.end + 160))?.[0].length ?? 0),
    }))
  const countries = coverage([...countryMentions(text), ...occurrences(text, countryName)])
  const reading: Reading = {
    section,
    text,
    country,
    standards: numbers,
    contacts: addresses,
    entities: entityMentions(text),
    isCountry: (start, end) => (countries(start) ?? 0) >= end,
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
        : within(numbers, part).map(
            ({ start, end }): Candidate => ({ start, end, kind: 'standard', entity: null, listed: false }),
          )
      return [...candidates, ...prose]
        .toSorted((left, right) => left.start - right.start)
        .flatMap((candidate) =>
          foundOf(
            reading,
            part,
            candidate,
            candidate.listed
              ? leadFrame
              : IS_MEMBER.test(text.slice(candidate.end, candidate.end + 12))
                ? 'membership'
                : (frames(candidate.start - part.start) ?? (isEntry ? leadFrame : null)),
          ),
        )
    })
  })
  const partners = section.partners
    ? partnerCountries(text, country).map(({ code, start, end }) => ({ code, start, end }))
    : []
  const all = [
    ...named,
    ...mentionItems(addresses, 'contact', text),
    ...mentionItems(partners, 'partner_country', text),
  ]
  return firstMentions(all.toSorted((left, right) => left.start - right.start || right.end - left.end))
}

/** An abbreviation that the profile spells out in another note is of the kind of its name. */
export const unifyAbbreviations = <T extends Pick<Item, 'text' | 'kind' | 'stage' | 'entity_id'>>(
  items: readonly T[],
): T[] => {
  const kinds = new Map<string, ItemKind>()
  for (const { text, kind } of items) {
    const letters = /\S\s*\((\p{L}[\p{L}\p{N}-]+)\)$/u.exec(text)?.[1]
    if (letters !== undefined && (kind === 'instrument' || kind === 'programme')) kinds.set(letters, kind)
  }
  return items.map((item) => {
    const kind = item.kind === 'organisation' && item.entity_id === null ? kinds.get(item.text) : undefined
    return kind === undefined ? item : { ...item, kind, stage: kind === 'instrument' ? 'in_force' : null }
  })
}

/** The items of a note in order of mention. */
export const itemsOf = (section: Section, note: Note, row: ItemSource): Item[] => {
  const placeOf = placesIn(note)
  return findItems(section, note, row.country_code, row.country).map(
    ({ start, end, entity, unknown, ...item }, index) => ({
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
    }),
  )
}

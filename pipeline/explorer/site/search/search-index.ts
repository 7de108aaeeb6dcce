import type MiniSearch from 'minisearch'
import { sectionByCode } from '../../../../schemas/sections.ts'
import type { DocumentRecord, EntityRecord } from '../../data/explorer-data.ts'
import { countCountries, type RecordedSection } from '../model/records.ts'
import { compareTexts } from '../model/text.ts'
import { thingKey } from '../model/things.ts'
import { splitWords } from './words.ts'

/** A section of a document that answers a query. */
export interface Hit extends RecordedSection {
  /** The words of the section that were found, as {@link splitWords} gives them. */
  readonly words: ReadonlySet<string>
}

/** What a query finds. */
export interface SearchAnswer {
  /** The best first. */
  readonly hits: readonly Hit[]
  /** Whether the results are for similar words, because no section has all typed words. */
  readonly isApproximate: boolean
  /** Things that the query names. */
  readonly entities: readonly EntityRecord[]
}

/** Everything that can be searched. */
export interface SearchIndex {
  readonly find: (query: string) => SearchAnswer
  /** The sections that name a thing, in their items or in passing, by the name of their country. */
  readonly naming: (thing: string) => readonly Hit[]
  /** How many countries name a thing. */
  readonly countNaming: (thing: string) => number
}

const FIELDS = ['country', 'indicator', 'note', 'items', 'entities'] as const

type Entry = Readonly<Record<(typeof FIELDS)[number], string>> & { readonly id: number }

/** Things that have a name of their own everywhere: their spellings are looked for in notes too. */
const FOLDED_KINDS: readonly string[] = ['treaty', 'standard', 'membership']

/** A shorter spelling would be found in other words. */
const MIN_SPELLING_WORDS = 2

const joinWords = (text: string): string => ` ${splitWords(text).join(' ')} `

const listSpellings = ({ name, aliases }: EntityRecord): readonly string[] => [name, ...aliases]

/** A number as long as this names a standard without its publisher: `27001`. */
const STANDARD_NUMBER = /\b\d{5}\b/g

/** How a note may name an entity in passing. */
const searchedSpellings = (entity: EntityRecord): readonly string[] => {
  const spellings = listSpellings(entity)
  const numbers =
    entity.kind === 'standard' ? spellings.flatMap((text) => text.match(STANDARD_NUMBER) ?? []) : []
  return [
    ...spellings.map(joinWords).filter((text) => text.trim().split(' ').length >= MIN_SPELLING_WORDS),
    ...new Set(numbers.map(joinWords)),
  ]
}

const isWithin = (words: readonly string[], spelling: string): boolean => {
  const own = new Set(splitWords(spelling))
  return words.every((word) => own.has(word))
}

/**
 * Indexes every section: its country, indicator, note, and what it names, under every spelling of it. All words of a
 * query are wanted, wherever they are; if no section has them all, beginnings and similar spellings count.
 */
export const createSearchIndex = (
  Index: typeof MiniSearch,
  records: Iterable<DocumentRecord>,
  entities: readonly EntityRecord[],
): SearchIndex => {
  const sections: readonly RecordedSection[] = [...records].flatMap((record) =>
    record.sections.map((section) => ({ record, section })),
  )
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const folded = entities
    .filter(({ kind }) => FOLDED_KINDS.includes(kind))
    .flatMap((entity) => searchedSpellings(entity).map((spelling) => ({ id: entity.id, spelling })))
  const named = sections.map(({ section }) => {
    // a background figure names only who counted
    const note = joinWords(section.row.unit === null ? (section.row.note ?? '') : '')
    const inPassing = folded.filter(({ spelling }) => note.includes(spelling))
    return new Set([...section.items.map(thingKey), ...inPassing.map(({ id }) => id)])
  })

  const naming = Map.groupBy(
    named.flatMap((things, id) => [...things].map((thing) => ({ thing, id }))),
    ({ thing }) => thing,
  )
  const listNaming = (thing: string): readonly RecordedSection[] =>
    (naming.get(thing) ?? []).flatMap(({ id }) => sections[id] ?? [])

  const index = new Index<Entry>({
    fields: [...FIELDS],
    tokenize: (text) => [...splitWords(text)],
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', boost: { country: 20, items: 2, entities: 2 } },
  })
  index.addAll(
    sections.map(({ record: { document }, section }, id) => ({
      id,
      country: `${document.country} ${document.country_code}`,
      indicator: `${section.code} ${sectionByCode(section.code)?.name ?? ''}`,
      note: section.row.note ?? '',
      items: section.items.map(({ text, code }) => `${text} ${code ?? ''}`).join(' '),
      entities: [...(named[id] ?? [])]
        .flatMap((key) => byId.get(key) ?? [])
        .flatMap(listSpellings)
        .join(' '),
    })),
  )

  /** The words by which a section names a thing: those of its items, or of a spelling that its note holds. */
  const findNamingWords = ({ section }: RecordedSection, thing: string): ReadonlySet<string> => {
    const note = joinWords(section.row.note ?? '')
    const items = section.items.filter((item) => thingKey(item) === thing).map(({ text }) => text)
    const entity = byId.get(thing)
    const spellings = entity ? searchedSpellings(entity).filter((spelling) => note.includes(spelling)) : []
    return new Set([...items, ...spellings].flatMap(splitWords))
  }
  const findNaming = (thing: string): readonly Hit[] =>
    listNaming(thing)
      .map((place) => ({ ...place, words: findNamingWords(place, thing) }))
      .sort((left, right) => compareTexts(left.record.document.country, right.record.document.country))
  const lookUp = (query: string, options: Parameters<MiniSearch<Entry>['search']>[1]): readonly Hit[] =>
    index.search(query, options).flatMap(({ id, terms }) => {
      const place = sections[Number(id)]
      return place ? [{ ...place, words: new Set(terms) }] : []
    })
  const hasDigit = (term: string): boolean => /\p{N}/u.test(term)

  return {
    naming: findNaming,
    countNaming: (thing) => countCountries(listNaming(thing)),
    find: (query) => {
      const words = splitWords(query)
      if (words.length === 0) return { hits: [], isApproximate: false, entities: [] }
      const matching = entities
        .filter((entity) => listSpellings(entity).some((spelling) => isWithin(words, spelling)))
        .sort((left, right) => listNaming(right.id).length - listNaming(left.id).length)
      const exact = lookUp(query, {})
      if (exact.length > 0) return { hits: exact, isApproximate: false, entities: matching }
      const similar = lookUp(query, {
        // numbers name standards and years: a similar one is another
        fuzzy: (term) => (hasDigit(term) ? false : 0.25),
        prefix: (term) => !hasDigit(term),
      })
      return { hits: similar, isApproximate: true, entities: matching }
    },
  }
}

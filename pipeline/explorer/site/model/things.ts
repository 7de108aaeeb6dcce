import type { Item } from '../../../../schemas/items.ts'
import type { ItemKind } from '../../../../schemas/sections.ts'
import type { DocumentRecord, EntityRecord, SectionRecord } from '../../data/explorer-data.ts'
import { compareTexts } from './collate.ts'
import { fold } from './fold.ts'

/** A place where a profile names a thing. */
export interface Mention {
  readonly record: DocumentRecord
  readonly section: SectionRecord
  /** Null if the note names the thing in passing, and no row of `items` does. */
  readonly item: Item | null
}

/** A law, body, standard, treaty or other thing, with every place that names it. */
export interface Thing {
  /** Its part of an address. */
  readonly key: string
  readonly name: string
  readonly kind: ItemKind
  readonly mentions: readonly Mention[]
  readonly countries: number
}

/** What makes two items the same: their entity, their code, or else their words. */
export const thingKey = (item: Item): string => {
  if (item.entity_id !== null) return item.entity_id
  const named = item.kind === 'partner_country' || item.kind === 'standard' ? item.code : null
  return `${item.kind}:${named ?? fold(item.text)}`
}

/** What kinds of things are called, in the plural. */
export const KIND_NAMES: Readonly<Record<ItemKind, string>> = {
  instrument: 'Laws, policies and other documents',
  organisation: 'Bodies',
  programme: 'Programmes',
  standard: 'Standards',
  partner_country: 'Partner countries',
  membership: 'Memberships',
  event: 'Events',
  treaty: 'Treaties',
  contact: 'Contacts for reporting',
}

/** One thing of each kind. */
export const KIND_LABELS: Readonly<Record<ItemKind, string>> = {
  instrument: 'Law or policy',
  organisation: 'Body',
  programme: 'Programme',
  standard: 'Standard',
  partner_country: 'Partner country',
  membership: 'Membership',
  event: 'Event',
  treaty: 'Treaty',
  contact: 'Contact',
}

const countCountries = (mentions: readonly Mention[]): number =>
  new Set(mentions.map(({ record }) => record.document.country_code)).size

/** The things of a kind; what most countries name comes first. */
export const listThings = (
  records: Iterable<DocumentRecord>,
  kind: ItemKind,
  entities: readonly EntityRecord[],
  countryNames: ReadonlyMap<string, string>,
): readonly Thing[] => {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const mentions = [...records].flatMap((record) =>
    record.sections.flatMap((section) =>
      section.items.filter((item) => item.kind === kind).map((item) => ({ record, section, item })),
    ),
  )
  return [...Map.groupBy(mentions, ({ item }) => thingKey(item))]
    .map(([key, named]) => {
      const [first] = named
      const item = first?.item
      const country = item?.kind === 'partner_country' ? countryNames.get(item.code ?? '') : undefined
      const standard = item?.kind === 'standard' ? item.code : null
      return {
        key,
        kind,
        name: names.get(key) ?? country ?? standard ?? item?.text ?? key,
        mentions: named,
        countries: countCountries(named),
      }
    })
    .sort((left, right) => right.countries - left.countries || compareTexts(left.name, right.name))
}

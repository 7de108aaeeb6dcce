import type { Item } from '../../../../schemas/items.ts'
import type { ItemKind } from '../../../../schemas/sections.ts'
import type { DocumentRecord, EntityRecord } from '../../data/explorer-data.ts'
import { compareTexts } from './collate.ts'
import { fold } from './fold.ts'

/** A law, body, standard, treaty or other thing, with every item that names it. */
export interface Thing {
  /** Its part of an address. */
  readonly key: string
  readonly name: string
  readonly items: readonly Item[]
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

/** The things of a kind; what most countries name comes first. */
export const listThings = (
  records: Iterable<DocumentRecord>,
  kind: ItemKind,
  entities: readonly EntityRecord[],
  countryNames: Readonly<Record<string, string>>,
): readonly Thing[] => {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const named = [...records]
    .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
    .filter((item) => item.kind === kind)
  return [...Map.groupBy(named, thingKey)]
    .map(([key, items]) => {
      const [{ text = key, code = null } = {}] = items
      const ownName =
        kind === 'partner_country' ? countryNames[code ?? ''] : kind === 'standard' ? code : null
      const countries = new Set(items.map((item) => item.country_code)).size
      return { key, items, countries, name: names.get(key) ?? ownName ?? text }
    })
    .sort((left, right) => right.countries - left.countries || compareTexts(left.name, right.name))
}

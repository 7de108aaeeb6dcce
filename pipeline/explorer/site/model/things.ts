import type { Item } from '../../../../schemas/items.ts'
import type { ItemKind } from '../../../../schemas/sections.ts'
import type { DocumentRecord, EntityRecord } from '../../data/explorer-data.ts'
import { compareTexts, fold } from './text.ts'

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

/** What one thing of a kind is called, and several. */
export const KINDS: Readonly<Record<ItemKind, { readonly one: string; readonly many: string }>> = {
  instrument: { one: 'Law or policy', many: 'Laws, policies and other documents' },
  organisation: { one: 'Body', many: 'Bodies' },
  programme: { one: 'Programme', many: 'Programmes' },
  standard: { one: 'Standard', many: 'Standards' },
  partner_country: { one: 'Partner country', many: 'Partner countries' },
  membership: { one: 'Membership', many: 'Memberships' },
  event: { one: 'Event', many: 'Events' },
  treaty: { one: 'Treaty', many: 'Treaties' },
  contact: { one: 'Contact', many: 'Contacts for reporting' },
}

/**
 * The things of a kind; what most countries name comes first.
 * @param countNaming how many countries name a thing, in their items or in passing
 */
export const listThings = (
  records: Iterable<DocumentRecord>,
  kind: ItemKind,
  entities: readonly EntityRecord[],
  countryNames: Readonly<Record<string, string>>,
  countNaming: (key: string) => number,
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
      return { key, items, countries: countNaming(key), name: names.get(key) ?? ownName ?? text }
    })
    .sort((left, right) => right.countries - left.countries || compareTexts(left.name, right.name))
}

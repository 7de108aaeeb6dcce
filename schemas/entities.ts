import { z } from 'zod'
import { COUNTRY_CODE, column } from './column.ts'
import type { Item } from './items.ts'
import { list, optional, readTable } from './read-table.ts'
import { ITEM_KINDS } from './section.ts'
import { defineTable } from './table.ts'

/** Lower-case words joined by hyphens, the usual acronym where there is one. */
export const ENTITY_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What has one identity across countries and profiles, however they spell it. */
export const entities = defineTable({
  name: 'entities',
  description:
    'One row for each body, treaty, standard, programme or event that profiles spell in different ways, from a reviewed table; then response teams, and bodies that several sections of a profile name, that the table does not list.',
  primaryKey: ['entity_id'],
  columns: {
    entity_id: column.code(ENTITY_ID, 'Identifier, as in `items.entity_id`.'),
    name: column.text('Usual English name.'),
    kind: column.choice(
      ITEM_KINDS,
      'What the entity is; a body is an item of kind `membership` where a country belongs to it.',
    ),
    country_code: column
      .code(COUNTRY_CODE, 'ISO 3166-1 alpha-3, where it belongs to one country.', {
        references: 'countries.country_code',
      })
      .nullable(),
    aliases: column.optionalText('Other spellings seen in profiles, separated by “; ”.'),
    homepage: column.optionalText('Web address, where it is known.'),
  },
})
export type EntityRow = z.infer<typeof entities.row>

const OWN = '*'

const line = z
  .strictObject({
    entity_id: z.string().regex(ENTITY_ID),
    kind: z.enum(ITEM_KINDS),
    country_code: optional,
    name: z.string().min(1),
    /** Other spellings; one that begins with * means this entity only in profiles of its country (“National CERT”). */
    aliases: list,
    homepage: optional,
  })
  .transform(({ entity_id: id, country_code: country, aliases, ...rest }) => ({
    ...rest,
    id,
    country,
    aliases: aliases.filter((alias) => !alias.startsWith(OWN)),
    ownAliases: aliases.filter((alias) => alias.startsWith(OWN)).map((alias) => alias.slice(OWN.length)),
  }))

export type Entity = Readonly<z.infer<typeof line>>

export const ENTITIES: readonly Entity[] = readTable('entities.csv', line)

const reviewedIds: ReadonlySet<string | null> = new Set(ENTITIES.map(({ id }) => id))

export const isReviewedEntity = (id: string | null): boolean => reviewedIds.has(id)

export const entityRows = (): EntityRow[] =>
  ENTITIES.map(({ id, name, kind, country, aliases, ownAliases, homepage }) => ({
    entity_id: id,
    name,
    kind,
    country_code: country,
    aliases: [...aliases, ...ownAliases].join('; ') || null,
    homepage,
  }))

/** The rows of the bodies of a country that items name and the reviewed table does not hold, each once. */
export const bodyRows = (
  items: readonly Pick<Item, 'entity_id' | 'text' | 'kind' | 'country_code'>[],
): EntityRow[] => {
  const bodies = new Map<string, EntityRow>()
  for (const { entity_id, text, kind, country_code } of items) {
    if (entity_id === null || isReviewedEntity(entity_id) || bodies.has(entity_id)) continue
    bodies.set(entity_id, { entity_id, name: text, kind, country_code, aliases: null, homepage: null })
  }
  return [...bodies.values()]
}

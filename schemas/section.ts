import { listKeys } from './list-keys.ts'

export const ITEM_KIND_MEANINGS = {
  instrument: 'A law, regulation, policy or other document; `stage` says whether it is in force.',
  organisation: 'An agency, team, company or other body.',
  programme: 'A programme, course, campaign or project.',
  standard: 'A standard; `code` holds its number.',
  partner_country: 'A country named as a partner; `code` holds its ISO 3166-1 alpha-3 code.',
  membership: 'A body or forum that the country belongs to or takes part in.',
  event: 'A drill, conference or other event.',
  treaty: 'A convention, protocol or other treaty.',
  contact: 'A body, website, address or number to which an incident can be reported.',
} as const
export type ItemKind = keyof typeof ITEM_KIND_MEANINGS
export const ITEM_KINDS = listKeys(ITEM_KIND_MEANINGS)

/** The second-level parts of the template. */
export const PILLAR_MEANINGS = {
  background: 'The figures at the head of the profile.',
  legal: 'Legal measures (1.1).',
  technical: 'Technical measures (1.2).',
  organisational: 'Organisational measures (1.3).',
  capacity: 'Capacity building (1.4).',
  cooperation: 'Cooperation (1.5).',
  child_protection: 'Child online protection (2).',
} as const
export type Pillar = keyof typeof PILLAR_MEANINGS
export const PILLARS = listKeys(PILLAR_MEANINGS)

/** The first-level parts of the template. */
export const AREA_MEANINGS = {
  background: PILLAR_MEANINGS.background,
  cybersecurity: 'Part 1 of the template.',
  child_online_protection: 'Part 2 of the template.',
} as const
export type Area = keyof typeof AREA_MEANINGS
export const AREAS = listKeys(AREA_MEANINGS)

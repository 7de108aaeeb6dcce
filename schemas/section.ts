/** What an item is. */
export const ITEM_KINDS = [
  'instrument',
  'organisation',
  'programme',
  'standard',
  'partner_country',
  'membership',
  'event',
  'treaty',
  'contact',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const PILLARS = [
  'background',
  'legal',
  'technical',
  'organisational',
  'capacity',
  'cooperation',
  'child_protection',
] as const
export type Pillar = (typeof PILLARS)[number]

export const AREAS = ['background', 'cybersecurity', 'child_online_protection'] as const
export type Area = (typeof AREAS)[number]

/** What a section asks for; status patterns may apply to some of these only. */
export type SectionQuestion =
  /** A law, policy or framework. */
  | 'document'
  /** A team or agency: its tasks are no plan. */
  | 'body'
  /** A body that helps children: one that is named only because it does not help is none. */
  | 'help'
  /** Programmes, training, exercises and the like. */
  | 'activity'
  /** Certified people or agencies, which may be counted. */
  | 'count'
  /** A treaty to accede to. */
  | 'treaty'
  /** International bodies to join or take part in. */
  | 'membership'
  /** A number printed in the background block. */
  | 'figure'

/** One entry of the section catalogue: everything that the pipeline and the codebook know about a section. */
export interface Section {
  /** The printed number (`1.1.1`), or the code of a background figure (`0.1`). */
  readonly code: string
  /** The short name that heads its column in the matrix (`criminal_legislation`). */
  readonly indicator: string
  /** The English name used in the tables. */
  readonly name: string
  /** Headings seen in print, without their number, in capitals; usually its name alone. */
  readonly printedNames: readonly string[]
  readonly area: Area
  readonly pillar: Pillar
  readonly question: SectionQuestion
  /** Nouns for the thing that the section asks for, as regular expressions separated by spaces. */
  readonly nouns: string
  /** Other words that profiles use to describe that thing. */
  readonly terms: string
  /** What `present` means here, in one sentence. */
  readonly definition: string
  /** The kind of a list entry whose own words tell none; null if lists are not read as items. */
  readonly listItems: ItemKind | null
  /** Whether the note says where incidents are reported: a website or hotline that it names is a contact. */
  readonly hasContacts?: true
  /** Whether countries that the note names are partners. */
  readonly partners?: true
  /** The unit of a background figure. */
  readonly unit: string | null
}

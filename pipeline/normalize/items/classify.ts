import type { Entity, ItemKind, Section } from '../../../schemas/index.ts'
import type { Frame } from './frames.ts'
import { TEAM } from './lexicon.ts'

/** What is known of a name beside its own words. */
export interface Evidence {
  /** What its head word or the words beside it say. */
  readonly kind: ItemKind | null
  readonly entity: Entity | null
  readonly frame: Frame | null
  readonly listed: boolean
  readonly section: Section
}

const ofEntity = (entity: Entity, name: string, { frame, listed, section }: Evidence): ItemKind => {
  const { kind, country } = entity
  if (kind === 'event' && /process$/i.test(name))
    return frame === 'membership' ? 'membership' : 'organisation'
  if (kind !== 'membership' && kind !== 'organisation') return kind
  if (country !== null) return 'organisation'
  if (frame === 'membership') return 'membership'
  return listed && frame === null && section.listItems === 'membership' ? 'membership' : 'organisation'
}

/** The kind of a name: by its entity, by its own words, by the verb before it, and last by its section. */
export const classify = (name: string, evidence: Evidence): ItemKind => {
  const { kind, entity, frame, listed, section } = evidence
  if (entity) return ofEntity(entity, name, evidence)
  const belongs = section.listItems === 'membership'
  if (kind === 'organisation') {
    const isTeam = TEAM.test(name) && !/Working Group|Forum/.test(name)
    return belongs && !isTeam && (frame === 'membership' || (listed && frame === null)) ? 'membership' : kind
  }
  if (kind !== null) return kind
  if (TEAM.test(name)) return 'organisation'
  if (listed) return section.listItems ?? 'organisation'
  if (belongs && frame === 'membership') return 'membership'
  return 'organisation'
}

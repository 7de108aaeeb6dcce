import { ENTITIES, type Entity, type ItemKind, type Section } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import { citedAround } from './citations.ts'
import { findEntryStage, findStage } from './draft-stage.ts'
import type { Frame } from './frames.ts'
import { headKind } from './head-kind.ts'
import { findEntity } from './known-entities.ts'
import { isGeneric } from './lexicon.ts'
import { within } from './mentions.ts'
import { cleanName } from './name-text.ts'
import type { Candidate, Found, Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { standardId } from './standards.ts'
import { tokenize } from './tokens.ts'

const KNOWN_KINDS: readonly ItemKind[] = ['membership', 'treaty', 'standard']
const YEARS = /\b(?:19|20)\d\d\b/g
const entities: ReadonlyMap<string, Entity> = new Map(ENTITIES.map((entity) => [entity.id, entity]))

const findYears = (text: string, behind: string): string | null =>
  [...new Set(text.match(YEARS) ?? /^[^.;]{0,80}/.exec(behind)?.[0].match(YEARS) ?? [])].join(', ') || null

/** A country in the genitive is no part of a law’s name, the title of a strategy keeps it; nor is one in brackets. */
const withoutCountry = (text: string): string => {
  const behind = /\s\(([^()]+)\)$/.exec(text)
  if (behind && resolveCountry(behind[1] ?? '') !== null) return text.slice(0, behind.index)
  const match = /^(\p{Lu}[\p{L} ]*?)['’]s\s+(?=\p{L})/u.exec(text)
  if (!match || /strateg|polic|plan/i.test(text) || resolveCountry(match[1] ?? '') === null) return text
  return text.slice(match[0].length)
}

/** The kind of a name: by its entity, by its own words, by the verb before it, and last by its section. */
const decideKind = (
  name: string,
  own: ItemKind | null,
  candidate: Candidate,
  section: Section,
  findFrame: (candidate: Candidate) => Frame | null,
): ItemKind => {
  const { entity = null, listed = false } = candidate
  if (own === 'standard') return own
  const isBody = /^(?:membership|organisation)$/.test(entity?.kind ?? '') || /\bprocess$/i.test(name)
  if (entity && !isBody) return entity.kind
  const listsMembers = section.listItems === 'membership'
  const frame = (entity ? entity.country === null : listsMembers) ? findFrame(candidate) : 'cooperation'
  const belongs = frame === 'membership' || (frame === null && listed && listsMembers)
  const body = belongs ? 'membership' : 'organisation'
  if (entity) return body
  if (section.partners && /\bMemorandum\b/.test(name)) return 'treaty'
  return own === 'organisation' ? body : (own ?? (listed ? section.listItems : null) ?? body)
}

/** An item of a candidate, or nothing where no name is left of it. */
export const makeItem = (
  reading: Reading,
  segment: Segment,
  candidate: Candidate,
  findFrame: (candidate: Candidate) => Frame | null,
): Found[] => {
  const { text, section, country } = reading
  const { start, end, listed } = candidate
  const words = text.slice(start, end)
  const legal = [section.listItems, candidate.kind].some((kind) => kind === 'instrument' || kind === 'treaty')
  const cut = cleanName(words, legal)
  const name = withoutCountry(cut.text)
  if (!(candidate.kind === 'standard' || /\p{L}\p{L}/u.test(name)) || isGeneric(name)) return []
  const own =
    listed && candidate.kind !== 'standard' ? headKind(tokenize(name, 0, name.length)) : candidate.kind
  const known = findEntity(name, country) ?? candidate.entity ?? null
  const kind = decideKind(name, own, { ...candidate, entity: known }, section, findFrame)
  const number = kind === 'standard' ? (within(reading.standards, { start, end })[0]?.code ?? null) : null
  const code = kind === 'event' ? findYears(name, text.slice(end, end + 80)) : number
  const numbered = number !== null && /\d/.test(name) ? entities.get(standardId(number)) : undefined
  const entity = numbered ?? known
  const isLegal = kind === 'instrument' || kind === 'treaty'
  const findOwnStage = () => (listed ? findEntryStage(words, segment.lead) : findStage(text, start, end))
  return [
    {
      kind,
      text: name,
      start,
      end,
      stage: kind === 'instrument' ? findOwnStage() : null,
      detail: cut.detail ?? (isLegal ? citedAround(text, segment.start, start, end) : null),
      code,
      entity: entity?.id ?? null,
      unknown: entity === null && KNOWN_KINDS.includes(kind),
    },
  ]
}

import { ENTITIES, type Entity, type ItemKind } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import { citedAround } from './citations.ts'
import { classify } from './classify.ts'
import { stageOfEntry } from './draft-stage.ts'
import type { Frame } from './frames.ts'
import { headKind } from './head-kind.ts'
import { entityOf } from './known-entities.ts'
import { GENERIC } from './lexicon.ts'
import { nameText } from './name-text.ts'
import type { Candidate, Found, Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { standardId, standards } from './standards.ts'
import { tokenize } from './tokens.ts'

const KNOWN_KINDS: readonly ItemKind[] = ['membership', 'treaty', 'standard']
const YEARS = /\b(?:19|20)\d\d\b/g
const entities: ReadonlyMap<string, Entity> = new Map(ENTITIES.map((entity) => [entity.id, entity]))

const codeOf = (kind: ItemKind, text: string, behind: string, entity: Entity | null): string | null => {
  if (kind === 'event') {
    const own = text.match(YEARS)
    return [...new Set(own ?? /^[^.;]{0,80}/.exec(behind)?.[0].match(YEARS) ?? [])].join(', ') || null
  }
  if (kind !== 'standard') return null
  return standards(text)[0]?.code ?? (entity?.id === 'common-criteria' ? 'ISO/IEC 15408' : null)
}

/** A country in the genitive is no part of a law’s name; the title of a strategy keeps it. */
const withoutCountry = (text: string): string => {
  const match = /^(\p{Lu}[\p{L} ]*?)['’]s\s+(?=\p{L})/u.exec(text)
  if (!match || /strateg|polic|plan/i.test(text) || resolveCountry(match[1] ?? '') === null) return text
  return text.slice(match[0].length)
}

/** An item of a candidate, or nothing where no name is left of it. */
export const foundOf = (
  reading: Reading,
  segment: Segment,
  candidate: Candidate,
  frame: Frame | null,
): Found[] => {
  const { text, section, country } = reading
  const { start, end, listed } = candidate
  const legal =
    section.listItems === 'instrument' || candidate.kind === 'instrument' || candidate.kind === 'treaty'
  const cut = nameText(text.slice(start, end), legal)
  const name = { ...cut, text: withoutCountry(cut.text) }
  const own =
    listed && candidate.kind !== 'standard'
      ? headKind(tokenize(name.text, 0, name.text.length))
      : candidate.kind
  if (!/\p{L}\p{L}/u.test(name.text) || GENERIC.has(name.text.toLowerCase())) return []
  const known = candidate.entity ?? entityOf(name.text, country)
  const kind = classify(name.text, { kind: own, entity: known, frame, listed, section })
  const code = codeOf(kind, name.text, text.slice(end, end + 80), known)
  const byCode = kind === 'standard' && code !== null ? entities.get(standardId(code) ?? '') : undefined
  const entity = byCode ?? known
  const cited =
    name.detail ??
    (kind === 'instrument' || kind === 'treaty' ? citedAround(text, segment.start, start, end) : null)
  const stage =
    kind !== 'instrument'
      ? null
      : listed
        ? stageOfEntry(text.slice(start, end), segment.lead)
        : reading.stageOf(start, end)
  return [
    {
      kind,
      text: name.text,
      start,
      end,
      stage,
      detail: cited,
      code,
      entity: entity?.id ?? null,
      unknown: entity === null && KNOWN_KINDS.includes(kind),
    },
  ]
}

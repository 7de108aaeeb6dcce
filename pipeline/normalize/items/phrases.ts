import { COUNTRIES } from '../../../schemas/countries.ts'
import type { Entity, ItemKind } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import { chunkEnd } from './chunks.ts'
import { headKind } from './head-kind.ts'
import type { EntityMention } from './known-entities.ts'
import { GENERIC, OPENERS } from './lexicon.ts'
import { splitChunk } from './split-chunk.ts'
import { isAcronym, isCapitalised, isName, isSpace, isYear, tokenize } from './tokens.ts'

/** A stretch of prose that reads as a name; offsets into the note. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** What its head word says it is; null where it has none. */
  readonly kind: ItemKind | null
  readonly entity: Entity | null
  /** Whether it is one word without the look of an abbreviation. */
  readonly plain: boolean
}

const ADJECTIVES: ReadonlySet<string> = new Set(COUNTRIES.flatMap(({ adjectives }) => adjectives))
const isCountryWord = (word: string): boolean => ADJECTIVES.has(word) || resolveCountry(word) !== null

/** The names in a stretch of prose, in order of mention. */
export const phrasesIn = (
  text: string,
  from: number,
  to: number,
  mentions: readonly EntityMention[],
  taken: (at: number) => number | null,
): Phrase[] => {
  const tokens = tokenize(text, from, to)
  const indexAt = new Map(tokens.map((token, index) => [token.start, index] as const))
  const indexEnd = new Map(tokens.map((token, index) => [token.end, index + 1] as const))
  const spans = mentions.flatMap(({ entity, start, end }) => {
    const first = indexAt.get(start)
    const last = indexEnd.get(end) ?? indexEnd.get(end - 1)
    return first === undefined || last === undefined ? [] : [{ from: first, to: last, entity }]
  })
  const spanFrom = new Map(spans.map((span) => [span.from, span] as const))
  const phrases: Phrase[] = []
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]
    if (!token) break
    const skip = taken(token.start)
    if (skip !== null) {
      while (index < tokens.length && (tokens[index]?.start ?? to) < skip) index++
      continue
    }
    const span = spanFrom.get(index)
    const begins =
      isCapitalised(token.text) ||
      (isYear(token.text) &&
        isName(tokens[index + 1] ?? token) &&
        isSpace(tokens[index + 1]?.gap ?? '(') &&
        resolveCountry(tokens[index + 1]?.text ?? '') === null) ||
      span !== undefined
    const opener = OPENERS.test(token.text) && span === undefined
    if (!begins || opener) {
      index++
      continue
    }
    let end = chunkEnd(text, tokens, index, span?.to ?? 0)
    const near = tokens.slice(index, end).flatMap((_, offset) => spanFrom.get(index + offset) ?? [])
    // two known names side by side are two
    if (span && span.to < end) {
      const next = near.find((other) => other.from === span.to && other.to <= end)
      if (next && !tokens[span.to]?.gap.includes('(')) end = span.to
    }
    for (const part of splitChunk(tokens, index, end, near)) {
      const own = tokens.slice(part.from, part.to)
      const [first] = own
      const last = own.at(-1)
      if (!first || !last) continue
      const closing = /^["”']?\s*[)\]]/.exec(text.slice(last.end, last.end + 4))?.[0].length ?? 0
      const opens = own.some(({ gap }, at) => at > 0 && /[([]/.test(gap))
      const core = own.filter(
        (_, index) => !own.slice(0, index + 1).some(({ gap }, at) => at > 0 && /[([]/.test(gap)),
      )
      const isKnownName = near.some((span) => span.from === part.from && span.to === part.to)
      // `Utopia BruCERT`, `CERTs CERT-UG`: the name is the second word
      const [lead, second] = own
      if (
        !isKnownName &&
        own.length === 2 &&
        lead &&
        second &&
        isAcronym(second.text) &&
        second.gap.trim() === '' &&
        (isCountryWord(lead.text) || /^(?:CERT|CIRT|CSIRT)s?$/.test(lead.text))
      ) {
        if (!GENERIC.has(second.text.toLowerCase()))
          phrases.push({
            start: second.start,
            end: second.end,
            kind: headKind([second]),
            entity: null,
            plain: false,
          })
        continue
      }
      // a country with what is in brackets behind it
      const inner = own.slice(core.length)
      if (
        !isKnownName &&
        inner.length > 1 &&
        resolveCountry(core.map(({ text: word }) => word).join(' ')) !== null
      ) {
        phrases.push({
          start: inner[0]?.start ?? first.start,
          end: last.end,
          kind: headKind(inner),
          entity: null,
          plain: false,
        })
        continue
      }
      // of `national CIRT (BruCERT)` the name is in the bracket
      const coreKind = headKind(core)
      const isGenericTeam = coreKind === null || /^(?:CERT|CIRT|CSIRT)s?$/.test(core.at(-1)?.text ?? '')
      if (
        !isKnownName &&
        isGenericTeam &&
        core.length < own.length &&
        core.every(({ text: word }) => GENERIC.has(word.toLowerCase()) || isCountryWord(word))
      ) {
        const [inner] = own.slice(core.length)
        if (inner && isAcronym(inner.text)) {
          phrases.push({
            start: inner.start,
            end: inner.end,
            kind: headKind([inner]) ?? coreKind,
            entity: null,
            plain: false,
          })
        }
        continue
      }
      phrases.push({
        start: first.start,
        end: last.end + (opens ? closing : 0),
        kind: headKind(own),
        entity:
          near.find((candidate) => candidate.from === part.from && candidate.to === part.to)?.entity ?? null,
        plain: own.length === 1 && !isAcronym(first.text),
      })
    }
    index = Math.max(end, index + 1)
  }
  return phrases
}

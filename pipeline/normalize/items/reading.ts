import type { Entity, ItemKind, Section, Stage } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import type { Mention } from './found.ts'
import type { EntityMention } from './known-entities.ts'

/** A name as it was found: where it stands, and what its words say. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly kind: ItemKind | null
  readonly entity: Entity | null
  readonly listed: boolean
}

/** The end of the mention that covers a place; null where none does. */
export const coverage = (mentions: readonly Mention[]): ((place: number) => number | null) => {
  const sorted = mentions.toSorted((left, right) => left.start - right.start)
  return (place) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? place) <= place) low = middle + 1
      else high = middle
    }
    const before = sorted[low - 1]
    return before && before.end > place ? before.end : null
  }
}

/** What every segment of a note is read with. */
export interface Reading {
  readonly section: Section
  readonly text: string
  readonly country: string
  readonly standards: readonly Mention[]
  readonly contacts: readonly Mention[]
  readonly entities: readonly EntityMention[]
  readonly countries: readonly Mention[]
  readonly taken: (place: number) => number | null
  readonly stageOf: (start: number, end: number) => Stage
}

/** Mentions within a stretch; both in order. */
export const within = <T extends { readonly start: number; readonly end: number }>(
  mentions: readonly T[],
  { start, end }: { readonly start: number; readonly end: number },
): T[] => {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? end) < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low; index < mentions.length; index++) {
    const mention = mentions[index]
    if (!mention || mention.start >= end) break
    found.push(mention)
  }
  return found
}

/** Whether words are countries alone, or a list of mostly such. */
export const namesCountries = (words: string): boolean => {
  if (resolveCountry(words.trim()) !== null) return true
  const parts = words
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/^\W+|\W+$/gu, ''))
    .filter((part) => part !== '')
  const known = parts.filter((part) => resolveCountry(part) !== null).length
  return parts.length > 0 && (known === parts.length || (parts.length > 3 && known > 0.6 * parts.length))
}

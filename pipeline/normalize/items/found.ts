import type { ItemKind, Stage } from '../../../schemas/index.ts'

/** Something that a note names, and where its words stand (offsets into the note). */
export interface Found {
  readonly kind: ItemKind
  readonly text: string
  readonly start: number
  readonly end: number
  readonly stage: Stage | null
  readonly detail: string | null
  readonly code: string | null
  readonly entity: string | null
  /** Whether its kind has known spellings, and this one is not among them. */
  readonly unknown: boolean
}

/** A stretch with a code of its own: a number of a standard, an address, a country. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly code: string | null
}

/** Mentions in order; of those that overlap, the first and longest stays. */
export const withoutOverlap = (mentions: readonly Mention[]): Mention[] => {
  const kept: Mention[] = []
  const sorted = mentions.toSorted((left, right) => left.start - right.start || right.end - left.end)
  for (const mention of sorted) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}

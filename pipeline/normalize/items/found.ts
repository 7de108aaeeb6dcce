import type { ItemKind, Stage } from '../../../schemas/index.ts'

/** Something that a note names: its kind, and where its words stand (offsets into the note). */
export interface Found {
  readonly kind: ItemKind
  readonly start: number
  readonly end: number
  readonly stage: Stage | null
  readonly code: string | null
}

/** Takes the things of one kind from the text of a note, in order of mention; none overlaps another. */
export type Finder = (text: string) => readonly Found[]

/** A finding without stage. */
export const found = (kind: ItemKind, start: number, end: number, code: string | null = null): Found => ({
  kind,
  start,
  end,
  stage: null,
  code,
})

const overlaps = (left: Found, right: Found): boolean => left.start < right.end && right.start < left.end

/** Findings in order of mention; of those that overlap, the longest stays. */
export const withoutOverlap = (findings: readonly Found[]): Found[] => {
  const kept: Found[] = []
  const byLength = findings.toSorted(
    (left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start,
  )
  for (const finding of byLength) {
    if (!kept.some((other) => overlaps(finding, other))) kept.push(finding)
  }
  return kept.toSorted((left, right) => left.start - right.start)
}

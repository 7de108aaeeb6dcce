import { diffWordsWithSpace } from 'diff'
import type { SectionRecord } from '../../data/explorer-data.ts'

/** A stretch of a note that stayed, came or went between two editions. */
export interface ChangedPart {
  readonly text: string
  readonly change: 'kept' | 'added' | 'removed'
}

/** What changed in a section from one edition to the next. */
export interface SectionChange {
  readonly status: boolean
  readonly note: boolean
  readonly parts: readonly ChangedPart[]
}

/** Notes beyond this many characters in sum are shown whole instead of compared word by word. */
const MAX_COMPARED_CHARACTERS = 20_000

const partsOf = (before: string, after: string): readonly ChangedPart[] =>
  before.length + after.length > MAX_COMPARED_CHARACTERS
    ? [{ text: after, change: before === after ? 'kept' : 'added' }]
    : diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
        text: value,
        change: added ? 'added' : removed ? 'removed' : 'kept',
      }))

/** Compares a section with that of the edition before, word by word. */
export const sectionChange = (before: SectionRecord, after: SectionRecord): SectionChange => ({
  status: before.row.status !== after.row.status || before.row.value !== after.row.value,
  note: before.row.note !== after.row.note,
  parts: partsOf(before.row.note ?? '', after.row.note ?? ''),
})

import type { Collection } from './documents.ts'

/** A limit of the data that whoever uses them should know, under a name by which it can be referred to. */
export interface Caveat {
  readonly name: string
  readonly text: string
}

const SPECIMENS: Caveat = {
  name: 'specimens',
  text: 'The profiles are samples that the project wrote about invented places. Nothing here is about a real country.',
}

const THIRD_PARTY_TEXT: Caveat = {
  name: 'third_party_text',
  text: 'The words of the profiles belong to the International Telecommunication Union; the licence of the coding does not cover them.',
}

const CAVEATS_OF_ALL: readonly Caveat[] = [
  {
    name: 'dates_differ',
    text: 'Profiles have different dates, and some have none: do not compare countries as of one day.',
  },
  {
    name: 'free_text_notes',
    text: 'Many authors wrote the notes. A status says what the text says, which may not be what was true.',
  },
  {
    name: 'rules_not_readers',
    text: 'Rules found statuses and items, not people; the review list has those that no rule decided, or only one of low confidence.',
  },
  {
    name: 'recognised_text',
    text: 'Pages without a text layer were read by OCR, which makes mistakes; the column derivation marks such rows.',
  },
  {
    name: 'counts_are_no_score',
    text: 'The number of measures present counts sections of a template; it neither measures quality nor ranks countries.',
  },
]

/** The caveats of a release, what matters most first. @param years first and last year of its profiles */
export const listCaveats = (collection: Collection, years?: string): readonly Caveat[] => [
  ...(collection === 'specimen' ? [SPECIMENS] : []),
  {
    name: 'historical_snapshot',
    text: `The profiles ${years === undefined ? '' : `date from ${years} and `}say nothing about what came after.`,
  },
  ...CAVEATS_OF_ALL,
  ...(collection === 'specimen' ? [] : [THIRD_PARTY_TEXT]),
]

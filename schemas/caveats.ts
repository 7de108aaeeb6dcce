import type { Collection } from './documents.ts'

/** A limit of the data that whoever uses them should know, under a name by which it can be referred to. */
export interface Caveat {
  readonly name: string
  readonly text: string
}

const SPECIMENS: Caveat = {
  name: 'specimens',
  text: 'The profiles are specimens: the project wrote them, and their places are invented. Nothing here is about a real country.',
}

const THIRD_PARTY_TEXT: Caveat = {
  name: 'third_party_text',
  text: 'Notes and the other words of the profiles are text of the International Telecommunication Union, which the licence of the coding does not cover.',
}

const CAVEATS_OF_ALL: readonly Caveat[] = [
  {
    name: 'dates_differ',
    text: 'Each profile has a date of its own, and some have none: countries are not compared as of one day.',
  },
  {
    name: 'free_text_notes',
    text: 'Notes are free text by many hands. A status says what the text says, not what was the case.',
  },
  {
    name: 'rules_not_readers',
    text: 'Statuses and items were found by rules, not by a person; those that no rule or only a weak rule decided stand in the review list.',
  },
  {
    name: 'recognised_text',
    text: 'Pages without a text layer were read by OCR, which slips now and then; the column derivation marks such rows.',
  },
  {
    name: 'counts_are_no_score',
    text: 'The number of measures present counts sections of a template; it is no measure of quality and no ranking.',
  },
]

/** The caveats of a release, what matters most first. @param years first and last year of its profiles */
export const caveatsOf = (collection: Collection, years?: string): readonly Caveat[] => [
  ...(collection === 'specimen' ? [SPECIMENS] : []),
  {
    name: 'historical_snapshot',
    text: `The profiles ${years === undefined ? '' : `date from ${years} and `}say nothing about what came after.`,
  },
  ...CAVEATS_OF_ALL,
  ...(collection === 'specimen' ? [] : [THIRD_PARTY_TEXT]),
]

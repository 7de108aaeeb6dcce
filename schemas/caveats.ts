import type { Collection } from './documents.ts'

/** The limits of the data that its users should know, what matters most first. @param years first and last year of its profiles */
export const listCaveats = (collection: Collection, years?: string) => {
  const caveats = {
    specimens:
      'The profiles are samples that the project wrote about invented places. Nothing here is about a real country.',
    historical_snapshot: `The profiles ${years === undefined ? '' : `date from ${years} and `}say nothing about what came after.`,
    dates_differ:
      'Profiles have different dates, and some have none: do not compare countries as of one day.',
    free_text_notes:
      'Many authors wrote the notes. A status says what the text says, which may not have been true.',
    rules_not_readers:
      'Rules, not people, found statuses and items; the review list has rows decided by no rule or with low confidence.',
    recognised_text:
      'Pages without a text layer were read by OCR, which makes mistakes; the column `derivation` marks such rows.',
    counts_are_no_score:
      'The number of measures present counts sections of a template; it is no measure of quality and no ranking.',
    third_party_text:
      'The words of the profiles belong to the International Telecommunication Union; the licence of the coding does not cover them.',
  }
  const other = collection === 'specimen' ? 'third_party_text' : 'specimens'
  return Object.entries(caveats).flatMap(([name, text]) => (name === other ? [] : [{ name, text }]))
}

import type { Collection } from './documents.ts'

/**
 * The terms of COPYRIGHT.md: specimens are free of any, the words of real profiles are not ours to license. The licence by
 * its identifier in the SPDX list; the statement says what it covers, and what not.
 */
export const TERMS: Readonly<
  Record<Collection, Record<'licence' | 'licenceTitle' | 'licenceUrl' | 'statement', string>>
> = {
  'itu-cyberwellness': {
    licence: 'CC-BY-4.0',
    licenceTitle: 'Creative Commons Attribution 4.0 International',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    statement:
      'Coding and structure: CC-BY-4.0. Notes: text of the International Telecommunication Union, not licensed here.',
  },
  specimen: {
    licence: 'CC0-1.0',
    licenceTitle: 'Creative Commons Zero 1.0 Universal',
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    statement: 'Specimens, their notes included: CC0-1.0. None of their text is from the ITU.',
  },
}

/** What the licence covers; a release without the source text holds nothing that it does not cover. */
export const licenceStatement = (collection: Collection, withoutSourceText: boolean): string =>
  withoutSourceText && collection === 'itu-cyberwellness'
    ? 'Coding, structure and facts: CC-BY-4.0. Notes and other wording of the International Telecommunication Union are left out.'
    : TERMS[collection].statement

/** The columns that repeat the words of the profiles, as `table.column`. */
export const WORDS_OF_PROFILES = [
  'indicators.note',
  'indicators.evidence',
  'indicators.section_printed',
  'items.text',
  'documents.title',
  'documents.country_printed',
  'documents.source_date_printed',
  'review.note',
  'review.evidence',
] as const

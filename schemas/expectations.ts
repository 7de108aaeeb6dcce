import type { Collection } from './documents.ts'
import { SECTIONS } from './sections.ts'

/** What is counted in a release. */
export const MEASURES = {
  documents: 'documents',
  countries: 'countries',
  indicators_per_document: 'indicators a document',
  items_per_document: 'items a document',
  answered_share: 'share of indicators that are not `not_reported`',
  unclassified_share: 'share of indicators that are `unclassified`',
} as const

export type Measure = keyof typeof MEASURES

/** What is expected of a count: less than the minimum stops a release, more than the maximum is remarked. */
export interface Expectation {
  readonly measure: Measure
  readonly minimum: number | null
  readonly maximum: number | null
  /** In releases of fewer documents the count says little, and nothing is expected of it. */
  readonly fromDocuments: number
}

const SECTION_COUNT = SECTIONS.length

const RECTANGULAR: Expectation = {
  measure: 'indicators_per_document',
  minimum: SECTION_COUNT,
  maximum: SECTION_COUNT,
  fromDocuments: 1,
}

/**
 * Of 130 profiles, set in three ways, 18.9 to 19.0 items a document were read, 99.97 % of the indicators had an answer,
 * and 0.03 % were unclassified. The ITU published a profile for about 195 countries, of some in two editions.
 */
export const EXPECTATIONS: Readonly<Record<Collection, readonly Expectation[]>> = {
  'itu-cyberwellness': [
    { measure: 'documents', minimum: 1, maximum: 400, fromDocuments: 0 },
    { measure: 'countries', minimum: 1, maximum: 200, fromDocuments: 0 },
    RECTANGULAR,
    { measure: 'items_per_document', minimum: 10, maximum: 40, fromDocuments: 20 },
    { measure: 'answered_share', minimum: 0.8, maximum: null, fromDocuments: 20 },
    { measure: 'unclassified_share', minimum: null, maximum: 0.02, fromDocuments: 20 },
  ],
  specimen: [{ measure: 'documents', minimum: 1, maximum: null, fromDocuments: 0 }, RECTANGULAR],
}

/** The largest share of statuses, among those that both releases have, that may change from one to the next. */
export const MOST_STATUSES_CHANGED = 0.02

/** The share of the rows of a table that the next release must have at least, */
export const LEAST_ROWS_KEPT = 0.9

/** where it has lost more than so many of them. */
export const ROWS_LOST_AT_EASE = 10

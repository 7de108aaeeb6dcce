import { type Collection, SECTIONS } from '../../schemas/index.ts'

/** The largest share of statuses, among those that both releases have, that may change. */
export const MAX_STATUSES_CHANGED_SHARE = 0.02

/** The smallest share of its rows that a table must keep, if it lost more than {@link MAX_ROWS_LOST_UNCHECKED}. */
export const MIN_ROWS_KEPT_SHARE = 0.9
export const MAX_ROWS_LOST_UNCHECKED = 10

/** What is measured in a release, in words. */
export const MEASURES = {
  documents: 'documents',
  countries: 'countries',
  indicators_per_document: 'indicators a document',
  items_per_document: 'items a document',
  answered_share: 'share of indicators that are not `not_reported`',
  unclassified_share: 'share of indicators that are `unclassified`',
} as const

export type Measure = keyof typeof MEASURES

/** The expected range of a measure: less stops a release, more is remarked. */
export interface Expectation {
  readonly measure: Measure
  readonly minimum: number | null
  readonly maximum: number | null
  /** Releases of fewer documents are not checked: the measure says little there. */
  readonly fromDocuments: number
}

const RECTANGULAR: Expectation = {
  measure: 'indicators_per_document',
  minimum: SECTIONS.length,
  maximum: SECTIONS.length,
  fromDocuments: 1,
}

/**
 * 130 profiles in three layouts gave 18.9 to 19.0 items a document; 99.97 % of the indicators had an answer, and 0.03 %
 * were unclassified. The ITU published a profile for about 195 countries, for some of them in two editions.
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

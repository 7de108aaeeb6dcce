import type { z } from 'zod'
import { type Collection, type Issue, TABLES, VIEWS } from '../../schemas/index.ts'

/** The tables that documents have rows of; the others are the same in every release. */
export const CONTENT_TABLES = {
  indicators: TABLES.indicators,
  items: TABLES.items,
  documents: TABLES.documents,
  boxes: TABLES.boxes,
  review: VIEWS.review,
} as const

/** Rows by the name of their table or view, such as those of one document. */
export type ContentRows = {
  readonly [Name in keyof typeof CONTENT_TABLES]?: readonly z.infer<(typeof CONTENT_TABLES)[Name]['row']>[]
}

/** A release as a stream of rows in published order, so that memory need not hold them all. */
export interface ReleaseContent {
  readonly collection: Collection
  /** ISO day of publication, where it was given. */
  readonly created?: string | undefined
  /** Address of the page of the release on the web. */
  readonly homepage?: string | undefined
  /** First and last year of the profiles. */
  readonly years?: string | undefined
  /** Whether the rows hold no wording of the profiles, so that the release may be published. */
  readonly withoutSourceText?: boolean | undefined
  /** The rows, document by document; called once. */
  readonly rows: () => AsyncIterable<ContentRows>
  /** The issues in published order, in groups; called once, after the rows. */
  readonly issues: () => AsyncIterable<readonly Issue[]>
}

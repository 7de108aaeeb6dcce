import type { ReopenedRow } from '../reopen/index.ts'

/** A row of a release by column; columns that the release does not have are missing. */
export type ExplainedRow = ReopenedRow

/** The path from a cell of a release back to the paper. */
export interface Explanation {
  readonly release: {
    readonly folder: string
    readonly title: string | null
    readonly version: string | null
    /** The tables that were read, with the SHA-256 that the release lists for them and that they have. */
    readonly tables: readonly { readonly file: string; readonly sha256: string | null }[]
  }
  /** The row of `indicators`. */
  readonly indicator: ExplainedRow
  /** What the rule that decided means; null for one that this version of the code does not know. */
  readonly rule_meaning: string | null
  /** The row of `documents`; null where the release has none. */
  readonly document: ExplainedRow | null
  /** The rows of `boxes`, line by line; empty where the note has no place on a page. */
  readonly boxes: readonly ExplainedRow[]
  /** The rows of `items` that the note gave. */
  readonly items: readonly ExplainedRow[]
  /** Ids of the other documents that were asked for, such as other editions. */
  readonly other_documents: readonly string[]
}

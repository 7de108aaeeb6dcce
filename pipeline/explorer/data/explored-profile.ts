import type { Box, DocumentRow, Indicator, Item, ReviewRow } from '../../../schemas/index.ts'
import type { Page, TextRun } from '../../extract/index.ts'

/** What is needed of a text run to set it again. */
export type ExploredRun = Pick<TextRun, 'text' | 'x' | 'y' | 'width' | 'size' | 'bold'>

/** A page with what is needed to set its text again. */
export type ExploredPage = Pick<Page, 'number' | 'unit' | 'width' | 'height'> & {
  readonly runs: readonly ExploredRun[]
}

/** The published rows of a profile, as far as the explorer shows them. */
export interface ExploredRows {
  readonly document: DocumentRow
  readonly indicators: readonly Indicator[]
  readonly items: readonly Item[]
  readonly boxes: readonly Box[]
  readonly review: readonly ReviewRow[]
}

/** What the explorer takes of a profile. */
export interface ExploredProfile {
  readonly rows: ExploredRows
  /** Whether it is the latest of its country. */
  readonly isLatest: boolean
  /** The pages of the file that it stands in. */
  readonly pages: () => Promise<readonly ExploredPage[]>
}

import type { Status } from '../../../../schemas/statuses.ts'
import type { RowSet } from '../model/row-set.ts'

/** A bar cut into statuses. */
export interface StackedBar {
  readonly label: string
  readonly total: number
  readonly parts: readonly { readonly status: Status; readonly count: number }[]
}

/** A bar of a share in per cent, in a panel with a heading. */
export interface ShareBar {
  readonly panel: string
  readonly label: string
  readonly percent: number
}

/** A country in a scatter plot. */
export interface Dot {
  readonly code: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Whether it lies far from the line, and is named. */
  readonly isOutlier: boolean
}

/** What a chart draws. */
export type Drawing =
  | { readonly kind: 'stacked'; readonly bars: readonly StackedBar[] }
  | { readonly kind: 'shares'; readonly bars: readonly ShareBar[] }
  | {
      readonly kind: 'dots'
      readonly dots: readonly Dot[]
      readonly maxY: number
      readonly xLabel: string
      readonly yLabel: string
      readonly line: { readonly slope: number; readonly intercept: number } | null
    }
  | {
      readonly kind: 'histogram'
      readonly bins: readonly { readonly value: number; readonly count: number }[]
      readonly xLabel: string
      readonly yLabel: string
    }
  | { readonly kind: 'map'; readonly section: string }

/** A chart with an address of its own: what it is called, what it says, what it draws, and its data. */
export interface Chart {
  readonly title: string
  /** One sentence, computed from the data. */
  readonly sentence: string
  readonly drawing: Drawing
  readonly data: RowSet
  readonly address: string
}

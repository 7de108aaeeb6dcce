import type { Status } from '../../../../schemas/statuses.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import type { MapClass } from '../model/map-class.ts'
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
  | { readonly kind: 'map'; readonly section: string; readonly entries: readonly CountryEntry[] }

/** A chart with an address of its own: what it is called, what it says, what it draws, and its data. */
export interface Chart {
  readonly title: string
  /** One sentence, computed from the data. */
  readonly sentence: string
  readonly drawing: Drawing
  /** What its colours mean. */
  readonly classes: readonly MapClass[]
  readonly data: RowSet
  readonly address: string
}

/** What the charting library draws; the map is drawn by the page. */
export type PlotDrawn = Exclude<Drawing, { kind: 'map' }>

/** The size of a drawing in pixels; where the height is null it follows from what is drawn. */
export interface ChartSize {
  readonly width: number
  readonly height: number | null
}

/** Draws a chart, in a script loaded with the first one; `open` is called with the code of a country that was clicked. */
export type DrawChart = (drawing: PlotDrawn, size: ChartSize, open: (country: string) => void) => SVGElement

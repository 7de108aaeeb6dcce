import type { Drawing } from './chart.ts'

/** The space that a chart fills. */
export interface ChartSize {
  readonly width: number
  /** Null for the height that suits the chart. */
  readonly height: number | null
}

/** Draws everything but the map; in a script of its own, loaded when the first chart is shown. */
export type DrawChart = (
  drawing: Exclude<Drawing, { kind: 'map' }>,
  size: ChartSize,
  open: (countryCode: string) => void,
) => SVGElement

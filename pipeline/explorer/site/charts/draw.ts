import type { Drawing } from './chart.ts'

/** What the charting library draws; the map is drawn by the page. */
export type PlotDrawn = Exclude<Drawing, { kind: 'map' }>

/** The size of a drawing in pixels; where the height is null it follows from what is drawn. */
export interface ChartSize {
  readonly width: number
  readonly height: number | null
}

/** Draws a chart, in a script loaded with the first one; `open` is called with the code of a country that was clicked. */
export type DrawChart = (drawing: PlotDrawn, size: ChartSize, open: (country: string) => void) => SVGElement

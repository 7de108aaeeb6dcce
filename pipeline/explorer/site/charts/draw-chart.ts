import * as Plot from '@observablehq/plot'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../../schemas/statuses.ts'
import { percentOf } from '../model/shares.ts'
import type { Dot, Drawing } from './chart.ts'
import type { ChartSize, DrawChart } from './draw.ts'

/** The colour of what is present, and a quiet one for lines. */
const FILL = STATUS_APPEARANCE.present.fill
const DOT = 'var(--dot)'
const LINE = '#8a939c'

type Part<Kind extends Drawing['kind']> = Extract<Drawing, { kind: Kind }>

/** Narrower than this is a phone. */
const NARROW = 480

/** Pixels that the longest label takes, within a share of the width. */
const labelSpace = (labels: readonly string[], width: number): number =>
  Math.min(Math.max(...labels.map((label) => label.length)) * 6.4 + 12, width * 0.46)

/** Room for the label of the horizontal axis below its numbers. */
const X_AXIS = { labelOffset: 36 } as const
const MARGIN_BOTTOM = 42

const BASE = { style: { background: 'transparent', fontSize: '12px', overflow: 'visible' } } as const

const drawStacked = ({ bars }: Part<'stacked'>, { width, height }: ChartSize): SVGElement | HTMLElement => {
  const labels = bars.map(({ label, total }) => `${label} (${total})`)
  const parts = bars.flatMap(({ label, total, parts }, index) =>
    parts.map(({ status, count }) => ({
      bar: labels[index],
      status,
      percent: percentOf(count, total),
      title: `${label}: ${STATUS_APPEARANCE[status].label} in ${count} of ${total}`,
    })),
  )
  const roomy = (part: { percent: number }): boolean => (part.percent / 100) * (width - 150) > 26
  return Plot.plot({
    ...BASE,
    width,
    height: height ?? bars.length * 34 + 60,
    marginBottom: MARGIN_BOTTOM,
    marginTop: 8,
    marginLeft: labelSpace(labels, width),
    marginRight: 16,
    x: { ...X_AXIS, domain: [0, 100], label: 'Per cent of countries', ticks: width < NARROW ? 3 : 5 },
    y: { domain: labels, label: null, tickSize: 0, padding: 0.18 },
    color: {
      domain: STATUSES.map(String),
      range: STATUSES.map((status) => STATUS_APPEARANCE[status].fill),
    },
    marks: [
      Plot.axisY({ lineWidth: 14, tickSize: 0, label: null, fontSize: 12 }),
      Plot.barX(
        parts,
        Plot.stackX({
          x: 'percent',
          y: 'bar',
          fill: 'status',
          stroke: LINE,
          strokeWidth: 0.5,
          title: 'title',
          order: [...STATUSES],
        }),
      ),
      Plot.text(
        parts,
        Plot.stackX({
          x: 'percent',
          y: 'bar',
          z: 'status',
          order: [...STATUSES],
          text: (part: (typeof parts)[number]) =>
            roomy(part) ? `${STATUS_APPEARANCE[part.status].mark} ${Math.round(part.percent)}` : '',
          fill: '#000',
          fontSize: 11,
          pointerEvents: 'none',
        }),
      ),
    ],
  })
}

const drawShares = ({ bars }: Part<'shares'>, { width, height }: ChartSize): SVGElement | HTMLElement =>
  Plot.plot({
    ...BASE,
    width,
    height: height ?? bars.length * 19 + 50,
    marginBottom: MARGIN_BOTTOM,
    marginTop: 4,
    marginLeft: labelSpace(
      bars.map(({ label }) => label),
      width,
    ),
    marginRight: 30,
    x: {
      ...X_AXIS,
      domain: [0, 100],
      label: 'Per cent of countries',
      ticks: width < NARROW ? 3 : 5,
      grid: true,
    },
    y: { domain: bars.map(({ label }) => label), label: null, padding: 0.2 },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, fontSize: width < NARROW ? 11 : 12 }),
      Plot.barX(bars, {
        x: 'percent',
        y: 'label',
        fill: FILL,
        title: ({ label, note }) => `${label}: ${note}`,
      }),
      Plot.text(bars, { x: 'percent', y: 'label', text: 'note', textAnchor: 'start', dx: 4 }),
      Plot.ruleX([0]),
    ],
  })

const DOT_MARGINS = { left: 40, right: 24, top: 34 } as const
const LABEL_HEIGHT = 14
const LABEL_LETTER = 6.6

interface DotLabel {
  readonly dot: Dot
  readonly dy: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Places the names of outliers above or below their dots, clear of each other where there is room. */
const placeLabels = (
  dots: readonly Dot[],
  toX: (value: number) => number,
  toY: (value: number) => number,
  width: number,
): readonly DotLabel[] => {
  const taken: { left: number; right: number; y: number }[] = []
  return dots
    .filter(({ isOutlier }) => isOutlier)
    .map((dot) => {
      const length = dot.name.length * LABEL_LETTER
      const x = toX(dot.x)
      const anchor = x + length / 2 > width ? 'end' : x - length / 2 < 0 ? 'start' : 'middle'
      const left = anchor === 'end' ? x - length : anchor === 'start' ? x : x - length / 2
      const isFree = (dy: number): boolean =>
        taken.every(
          (other) =>
            Math.abs(other.y - toY(dot.y) - dy) >= LABEL_HEIGHT ||
            other.left > left + length ||
            other.right < left,
        )
      const dy = [-11, 13, -25, 27, -39, 41].find(isFree) ?? -11
      taken.push({ left, right: left + length, y: toY(dot.y) + dy })
      return { dot, dy, anchor }
    })
}

const drawDots = (
  { dots, maxY, xLabel, yLabel, line }: Part<'dots'>,
  { width, height }: ChartSize,
): SVGElement | HTMLElement => {
  const maxX = Math.max(...dots.map(({ x }) => x), 1)
  const ends = line === null ? [] : [0, maxX].map((x) => ({ x, y: line.intercept + line.slope * x }))
  const tall = height ?? Math.max(320, Math.min(width * 0.62, 520))
  const toX = (x: number): number =>
    DOT_MARGINS.left + (x / maxX) * (width - DOT_MARGINS.left - DOT_MARGINS.right)
  const toY = (y: number): number =>
    tall - MARGIN_BOTTOM - (y / maxY) * (tall - MARGIN_BOTTOM - DOT_MARGINS.top)
  const labels = placeLabels(dots, toX, toY, width)
  return Plot.plot({
    ...BASE,
    width,
    height: tall,
    marginLeft: DOT_MARGINS.left,
    marginRight: DOT_MARGINS.right,
    marginTop: DOT_MARGINS.top,
    marginBottom: MARGIN_BOTTOM,
    x: { ...X_AXIS, domain: [0, maxX], label: xLabel, grid: true, ticks: width < NARROW ? 4 : 8 },
    y: { domain: [0, maxY], label: yLabel, grid: true, nice: false, labelOffset: 32 },
    marks: [
      Plot.line(ends, { x: 'x', y: 'y', stroke: LINE, strokeDasharray: '4 3', clip: true }),
      Plot.dot(dots, {
        x: 'x',
        y: 'y',
        r: 4,
        fill: DOT,
        fillOpacity: 0.75,
        stroke: 'var(--surface)',
        strokeWidth: 0.8,
      }),
      ...labels.map(({ dot, dy, anchor }) =>
        Plot.text([dot], {
          x: 'x',
          y: 'y',
          text: 'name',
          dy,
          textAnchor: anchor,
          fontWeight: 600,
          fontSize: 11,
        }),
      ),
      Plot.tip(
        dots,
        Plot.pointer({
          x: 'x',
          y: 'y',
          title: ({ name, x, y }) => `${name}\n${x} % use the internet\n${y} measures present`,
        }),
      ),
    ],
  })
}

const drawHistogram = (
  { bins, xLabel, yLabel }: Part<'histogram'>,
  { width, height }: ChartSize,
): SVGElement | HTMLElement =>
  Plot.plot({
    ...BASE,
    width,
    height: height ?? 300,
    marginLeft: 40,
    marginBottom: MARGIN_BOTTOM,
    marginTop: 28,
    x: {
      ...X_AXIS,
      type: 'band',
      label: xLabel,
      padding: 0.12,
      ticks: bins.map(({ value }) => value).filter((value) => width >= NARROW || value % 3 === 0),
    },
    y: { label: yLabel, grid: true, nice: true },
    marks: [
      Plot.barY(bins, { x: 'value', y: 'count', fill: FILL }),
      Plot.text(bins, { x: 'value', y: 'count', text: ({ count }) => (count > 0 ? count : ''), dy: -8 }),
      Plot.ruleY([0]),
    ],
  })

const drawPanels = ({ bars }: Part<'panels'>, { width, height }: ChartSize): SVGElement | HTMLElement => {
  const panels = [...new Set(bars.map(({ panel }) => panel))]
  const labels = [...new Set(bars.map(({ label }) => label))]
  const columns = width < NARROW ? 1 : width < 800 ? 2 : 3
  const rows = Math.ceil(panels.length / columns)
  const column = (panel: string): number => panels.indexOf(panel) % columns
  const row = (panel: string): number => Math.floor(panels.indexOf(panel) / columns)
  return Plot.plot({
    ...BASE,
    width,
    height: height ?? rows * (labels.length * 20 + 36) + 20,
    marginLeft: labelSpace(labels, width),
    marginTop: 28,
    marginRight: 34,
    x: { domain: [0, 100], axis: null },
    y: { domain: labels, label: null, padding: 0.2 },
    fx: { axis: null, padding: 0.08 },
    fy: { axis: null, padding: 0.12 },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, facetAnchor: 'left' }),
      Plot.barX(bars, {
        fx: ({ panel }) => column(panel),
        fy: ({ panel }) => row(panel),
        x: 'percent',
        y: 'label',
        fill: ({ label }) => (label === labels[0] ? LINE : FILL),
      }),
      Plot.text(bars, {
        fx: ({ panel }) => column(panel),
        fy: ({ panel }) => row(panel),
        x: 'percent',
        y: 'label',
        text: 'note',
        textAnchor: 'start',
        dx: 4,
      }),
      Plot.text(panels, {
        fx: column,
        fy: row,
        text: (panel) => panel,
        frameAnchor: 'top-left',
        dy: -16,
        fontWeight: 600,
      }),
      Plot.ruleX([0]),
    ],
  })
}

const plotDrawing = (drawing: Parameters<DrawChart>[0], size: ChartSize): SVGElement | HTMLElement => {
  switch (drawing.kind) {
    case 'stacked':
      return drawStacked(drawing, size)
    case 'shares':
      return drawShares(drawing, size)
    case 'dots':
      return drawDots(drawing, size)
    case 'histogram':
      return drawHistogram(drawing, size)
    case 'panels':
      return drawPanels(drawing, size)
  }
}

/** Draws a chart with Observable Plot. Its `style` element goes: the page's policy allows style files only. */
export const drawChart: DrawChart = (drawing, size, open) => {
  const drawn = plotDrawing(drawing, size)
  const svg = drawn instanceof SVGElement ? drawn : drawn.querySelector('svg')
  if (!(svg instanceof SVGElement)) throw new TypeError('The chart is not drawn as SVG.')
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const labelled of svg.querySelectorAll('[aria-label]')) labelled.removeAttribute('aria-label')
  svg.addEventListener('click', () => {
    const value: unknown = Reflect.get(svg, 'value')
    if (value !== null && typeof value === 'object' && 'code' in value) open(String(value.code))
  })
  return svg
}

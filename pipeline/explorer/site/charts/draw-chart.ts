import * as Plot from '@observablehq/plot'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../../schemas/statuses.ts'
import { at } from '../../../io/at.ts'
import { formatPercent, toPercent } from '../model/shares.ts'
import type { ChartSize, Dot, DrawChart, Drawing } from './chart.ts'

/** The colour of what is present, and a quiet one for lines. */
const FILL = STATUS_APPEARANCE.present.fill
const DOT = 'var(--dot)'
const LINE = '#8a939c'

type Part<Kind extends Drawing['kind']> = Extract<Drawing, { kind: Kind }>

/** Narrower than this, in pixels, is a phone. */
const NARROW = 480

const MARGIN_BOTTOM = 42

const BASE = {
  style: { background: 'transparent', fontSize: '12px', overflow: 'visible' },
  marginBottom: MARGIN_BOTTOM,
} as const

/** Pixels that the longest label takes, within a share of the width. */
const measureLabels = (labels: readonly string[], width: number): number =>
  Math.min(Math.max(...labels.map((label) => label.length)) * 6.4 + 12, width * 0.52)

const drawStacked = ({ bars }: Part<'stacked'>, { width, height }: ChartSize) => {
  const labels = bars.map(({ label, total }) => `${label} (${total})`)
  const parts = bars.flatMap(({ label, total, parts }, index) =>
    parts.map(({ status, count }) => ({
      bar: labels[index],
      status,
      percent: toPercent(count, total),
      title: `${label}: ${STATUS_APPEARANCE[status].label} in ${count} of ${total}`,
    })),
  )
  const isRoomy = ({ percent }: { percent: number }): boolean => (percent / 100) * (width - 150) > 26
  const place = { x: 'percent', y: 'bar', z: 'status', order: [...STATUSES] }
  return Plot.plot({
    ...BASE,
    width,
    height: height ?? bars.length * 34 + 60,
    marginTop: 8,
    marginLeft: measureLabels(labels, width),
    marginRight: 16,
    x: { labelOffset: 36, domain: [0, 100], label: 'Per cent of countries', ticks: width < NARROW ? 3 : 5 },
    y: { domain: labels, label: null, padding: 0.18 },
    color: {
      domain: STATUSES.map(String),
      range: STATUSES.map((status) => STATUS_APPEARANCE[status].fill),
    },
    marks: [
      Plot.axisY({ lineWidth: 14, tickSize: 0, label: null, fontSize: 12 }),
      Plot.barX(
        parts,
        Plot.stackX({ ...place, fill: 'status', stroke: LINE, strokeWidth: 0.5, title: 'title' }),
      ),
      Plot.text(
        parts,
        Plot.stackX({
          ...place,
          text: (part: (typeof parts)[number]) =>
            isRoomy(part) ? `${STATUS_APPEARANCE[part.status].mark} ${Math.round(part.percent)}` : '',
          fill: '#000',
          fontSize: 11,
          pointerEvents: 'none',
        }),
      ),
    ],
  })
}

const LABEL_HALF_HEIGHT = 7
const LABEL_LETTER = 6.6

/** Where the name of an outlier is tried: centred (0) or beside its dot (-1, 1), and how many pixels lower. */
const LABEL_PLACES = [
  [0, -12],
  [0, 13],
  [1, 1],
  [-1, 1],
  [1, -12],
  [-1, -12],
  [0, -25],
  [0, 27],
] as const

/** Places the names of outliers around their dots, clear of each other and of other dots where there is room. */
const placeLabels = (
  dots: readonly Dot[],
  toX: (value: number) => number,
  toY: (value: number) => number,
  width: number,
) => {
  const taken: { left: number; right: number; y: number }[] = []
  const placeLabel = (dot: Dot) => {
    const half = (dot.name.length * LABEL_LETTER) / 2
    const [dotX, dotY] = [toX(dot.x), toY(dot.y)]
    const places = LABEL_PLACES.map(([side, dy], rank) => {
      const middle = Math.max(half, Math.min(dotX + side * (half + LABEL_HALF_HEIGHT), width - half))
      const [left, right, y] = [middle - half, middle + half, dotY + dy]
      const clashes = taken.filter(
        (other) => Math.abs(other.y - y) < 2 * LABEL_HALF_HEIGHT && other.left < right && other.right > left,
      )
      const hidden = dots.filter(
        (other) =>
          Math.abs(toY(other.y) - y) < LABEL_HALF_HEIGHT && toX(other.x) > left && toX(other.x) < right,
      )
      return { left, right, y, dx: middle - dotX, dy, cost: 100 * clashes.length + 10 * hidden.length + rank }
    })
    const best = at(
      places.toSorted((one, other) => one.cost - other.cost),
      0,
    )
    taken.push(best)
    return { dot, dx: best.dx, dy: best.dy }
  }
  return dots.filter(({ isOutlier }) => isOutlier).map(placeLabel)
}

const DOT_MARGINS = { marginLeft: 40, marginRight: 24, marginTop: 40 } as const

const drawDots = ({ dots, maxY, xLabel, yLabel, line }: Part<'dots'>, { width, height }: ChartSize) => {
  const { marginLeft, marginRight, marginTop } = DOT_MARGINS
  const maxX = Math.max(...dots.map(({ x }) => x), 1)
  const ends = line === null ? [] : [0, maxX].map((x) => ({ x, y: line.intercept + line.slope * x }))
  const tall = height ?? Math.max(320, Math.min(width * 0.62, 520))
  const toX = (x: number): number => marginLeft + (x / maxX) * (width - marginLeft - marginRight)
  const toY = (y: number): number => tall - MARGIN_BOTTOM - (y / maxY) * (tall - MARGIN_BOTTOM - marginTop)
  return Plot.plot({
    ...BASE,
    ...DOT_MARGINS,
    width,
    height: tall,
    x: { labelOffset: 36, domain: [0, maxX], label: xLabel, grid: true, ticks: width < NARROW ? 4 : 8 },
    y: { domain: [0, maxY], label: yLabel, grid: true, labelOffset: 32 },
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
      ...placeLabels(dots, toX, toY, width).map(({ dot, dx, dy }) =>
        Plot.text([dot], {
          x: 'x',
          y: 'y',
          text: 'name',
          dx,
          dy,
          fontWeight: 600,
          fontSize: 11,
          fill: 'currentColor',
          stroke: 'var(--surface)',
          strokeWidth: 3,
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

const drawHistogram = ({ bins, xLabel, yLabel }: Part<'histogram'>, { width, height }: ChartSize) =>
  Plot.plot({
    ...BASE,
    width,
    height: height ?? 300,
    marginLeft: 40,
    marginTop: 28,
    x: {
      labelOffset: 36,
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

/** Bars of shares, in one panel or in several; the first bar of each of several is their whole. */
const drawShares = ({ bars }: Part<'shares'>, { width, height }: ChartSize) => {
  const panels = [...new Set(bars.map(({ panel }) => panel))]
  const labels = [...new Set(bars.map(({ label }) => label))]
  const isAlone = panels.length === 1
  const columns = isAlone || width < NARROW ? 1 : width < 800 ? 2 : 3
  const toColumn = (panel: string): number => panels.indexOf(panel) % columns
  const toRow = (panel: string): number => Math.floor(panels.indexOf(panel) / columns)
  const place = {
    fx: ({ panel }: (typeof bars)[number]) => toColumn(panel),
    fy: ({ panel }: (typeof bars)[number]) => toRow(panel),
    x: 'percent',
    y: 'label',
  } as const
  const rows = Math.ceil(panels.length / columns)
  return Plot.plot({
    ...BASE,
    width,
    height: Math.max(height ?? 0, rows * (labels.length * (isAlone ? 16 : 18) + 52) + 20),
    marginLeft: measureLabels(labels, width),
    marginTop: isAlone ? 4 : 28,
    marginRight: 40,
    marginBottom: 8,
    x: { domain: [0, 100], axis: null },
    y: { domain: labels, label: null, padding: 0.2 },
    fx: { axis: null, padding: isAlone ? 0 : 0.16 },
    fy: { axis: null, padding: isAlone ? 0 : 0.24 },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, facetAnchor: 'left', fontSize: width < NARROW ? 11 : 12 }),
      Plot.barX(bars, { ...place, fill: ({ label }) => (!isAlone && label === labels[0] ? LINE : FILL) }),
      Plot.text(bars, {
        ...place,
        text: ({ percent }) => formatPercent(percent),
        textAnchor: 'start',
        dx: 4,
      }),
      Plot.text(panels, {
        fx: toColumn,
        fy: toRow,
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
    case 'dots':
      return drawDots(drawing, size)
    case 'histogram':
      return drawHistogram(drawing, size)
    case 'shares':
      return drawShares(drawing, size)
  }
}

/** Draws a chart with Observable Plot. Its `style` element goes: the page's policy allows style files only. */
export const drawChart: DrawChart = (drawing, size, open) => {
  const drawn = plotDrawing(drawing, size)
  const svg = drawn instanceof SVGElement ? drawn : drawn.querySelector('svg')
  if (!(svg instanceof SVGElement)) throw new TypeError('The chart is not an SVG drawing.')
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const labelled of svg.querySelectorAll('[aria-label]')) labelled.removeAttribute('aria-label')
  svg.addEventListener('click', () => {
    const value: unknown = Reflect.get(svg, 'value')
    if (value !== null && typeof value === 'object' && 'code' in value) open(String(value.code))
  })
  return svg
}

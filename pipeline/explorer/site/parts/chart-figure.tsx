import type { ComponentChild, ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Chart } from '../charts/chart.ts'
import { makeChart } from '../charts/make-chart.ts'
import { describeSource } from '../model/citation.ts'
import { type Query, routeHref } from '../route/route.ts'
import { ChartTools } from './chart-tools.tsx'
import { Legend } from './legend.tsx'
import { isEmbedded, pageAddress } from './page-address.ts'
import { isPlot, PlotDrawing } from './plot-drawing.tsx'
import { useRelease } from './release.ts'
import { DataTable } from './table.tsx'
import { WhenSeen } from './use-screen.tsx'
import { type MapZoom, WorldMapPicture } from './world-map-picture.tsx'

interface Options {
  /** Level of its title; 1 if the view shows it. */
  readonly level?: 1 | 2 | 3
  /** Whether the drawing takes the height of its place. */
  readonly fills?: boolean
  /** Whether its data are beside it, under this heading, rather than folded below. */
  readonly tableBeside?: string
  readonly zoom?: MapZoom
  /** Controls of the chart. */
  readonly children?: ComponentChildren
}

/** A chart with its title, sentence, legend, source, tools and data. */
export const ChartFigure = ({
  chart,
  level = 2,
  fills = isEmbedded(),
  tableBeside,
  zoom,
  children,
}: Options & { chart: Chart }): ComponentChild => {
  const { summary } = useRelease()
  const figure = useRef<HTMLElement>(null)
  const [isUnfolded, unfold] = useState(false)
  const embedded = isEmbedded()
  const { drawing, sentence, data } = chart
  const label = `${chart.title}. ${sentence}`
  const Title = level === 2 ? 'h2' : 'h3'
  const shown = (
    <figure class={`chart chart-${drawing.kind}`} ref={figure}>
      {embedded ? (
        <h1>
          <a href={pageAddress(chart.address)} target="_blank" rel="noopener">
            {chart.title}
          </a>
        </h1>
      ) : (
        level > 1 && <Title>{chart.title}</Title>
      )}
      <p class="sentence">{sentence}</p>
      {!embedded && children}
      <Legend classes={chart.classes} patterned={drawing.kind === 'map'} />
      {isPlot(drawing) ? (
        <PlotDrawing drawing={drawing} label={label} fills={fills} />
      ) : (
        <WorldMapPicture countries={drawing.entries} section={drawing.section} label={label} zoom={zoom} />
      )}
      <p class="source">{describeSource(summary)}</p>
      {!embedded && <ChartTools chart={chart} figure={figure} />}
      {!embedded && tableBeside === undefined && (
        <details onToggle={(event) => unfold(event.currentTarget.open)}>
          <summary>The data as a table</summary>
          {isUnfolded && <DataTable data={data} caption={chart.title} />}
        </details>
      )}
    </figure>
  )
  if (tableBeside === undefined) return shown
  return (
    <div class="with-table">
      {shown}
      <DataTable data={data} caption={tableBeside} />
    </div>
  )
}

/** The chart of all countries that an address names, made when it comes to the screen if it is far down the page. */
export const ChartAt = ({
  parts,
  query = {},
  isFarDown = false,
  ...options
}: Options & { parts: readonly string[]; query?: Query; isFarDown?: boolean }): ComponentChild => {
  const { entries } = useRelease()
  const chart = useMemo(() => makeChart(parts, query, entries), [routeHref('chart', parts, query), entries])
  if (chart === null) return null
  const figure = <ChartFigure chart={chart} {...options} />
  return isFarDown ? <WhenSeen>{figure}</WhenSeen> : figure
}

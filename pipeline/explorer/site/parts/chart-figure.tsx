import type { ComponentChild, ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { STATUSES } from '../../../../schemas/statuses.ts'
import type { Summary } from '../../data/explorer-data.ts'
import type { Chart, Drawing } from '../charts/chart.ts'
import { pageData } from '../data/page-data.ts'
import { describeSource } from '../model/citation.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { type MapClass, mapClasses, NO_PROFILE } from '../model/map-class.ts'
import { ChartTools } from './chart-tools.tsx'
import { DataTable } from './data-table.tsx'
import { Legend, statusClass } from './legend.tsx'
import { isEmbedded, pageAddress } from './page-address.ts'
import { isPlot, PlotDrawing } from './plot-drawing.tsx'
import { useLoaded } from './use-loaded.ts'
import { Waiting } from './waiting.tsx'
import { WorldMapPicture } from './world-map-picture.tsx'

/** How the map of a figure is enlarged. */
export interface MapZoom {
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
}

const listClasses = (drawing: Drawing, entries: readonly CountryEntry[]): readonly MapClass[] => {
  switch (drawing.kind) {
    case 'map':
      return [...mapClasses(entries, drawing.section), NO_PROFILE]
    case 'stacked': {
      const shown = new Set(drawing.bars.flatMap(({ parts }) => parts.map(({ status }) => status)))
      return STATUSES.filter((status) => shown.has(status)).map(statusClass)
    }
    default:
      return []
  }
}

const MapDrawing = ({
  section,
  entries,
  label,
  zoom,
}: {
  section: string
  entries: readonly CountryEntry[]
  label: string
  zoom: MapZoom | undefined
}): ComponentChild => {
  const world = useLoaded('world', () => pageData.load('world'))
  if (world.value === null) return <Waiting loaded={world} />
  return (
    <WorldMapPicture
      world={world.value}
      countries={entries}
      section={section}
      label={label}
      zoom={zoom?.zoom ?? 1}
      onZoom={zoom?.onZoom ?? null}
    />
  )
}

const Title = ({ chart, level }: { chart: Chart; level: 1 | 2 | 3 }): ComponentChild => {
  if (isEmbedded()) {
    return (
      <h1>
        <a href={pageAddress(chart.address)} target="_blank" rel="noopener">
          {chart.title}
        </a>
      </h1>
    )
  }
  return level === 1 ? null : level === 2 ? <h2>{chart.title}</h2> : <h3>{chart.title}</h3>
}

/** A chart with its title, sentence, legend, source, tools and data. */
export const ChartFigure = ({
  chart,
  summary,
  entries,
  level = 2,
  fills = isEmbedded(),
  zoom,
  children,
}: {
  chart: Chart
  summary: Summary
  /** The countries that the chart is drawn from. */
  entries: readonly CountryEntry[]
  /** Level of its title; 1 if the view shows it. */
  level?: 1 | 2 | 3
  /** Whether the drawing takes the height of its place. */
  fills?: boolean
  zoom?: MapZoom
  /** Controls of the chart. */
  children?: ComponentChildren
}): ComponentChild => {
  const figure = useRef<HTMLElement>(null)
  const embedded = isEmbedded()
  const { drawing, sentence } = chart
  const label = `${chart.title}. ${sentence}`
  return (
    <figure class={`chart chart-${drawing.kind}`} ref={figure}>
      <Title chart={chart} level={level} />
      <p class="sentence">{sentence}</p>
      {!embedded && children}
      <Legend classes={listClasses(drawing, entries)} patterned={drawing.kind === 'map'} />
      {isPlot(drawing) ? (
        <PlotDrawing drawing={drawing} label={label} fills={fills} />
      ) : (
        <MapDrawing section={drawing.section} entries={entries} label={label} zoom={zoom} />
      )}
      <p class="source">{describeSource(summary)}</p>
      {!embedded && (
        <>
          <ChartTools chart={chart} summary={summary} figure={figure} />
          <details>
            <summary>The data as a table</summary>
            <DataTable data={chart.data} caption={chart.title} />
          </details>
        </>
      )}
    </figure>
  )
}

import type { ComponentChild } from 'preact'
import { useMemo } from 'preact/hooks'
import { makeChart } from '../charts/make-chart.ts'
import { pageData } from '../data/page-data.ts'
import { findSection, MEASURES, nameSection } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { type MapClass, mapClass, mapClasses } from '../model/map-class.ts'
import { plural } from '../model/text.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { Choice } from '../parts/choice.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Heading } from '../parts/heading.tsx'
import { Swatch } from '../parts/legend.tsx'
import { useLoaded } from '../parts/loading.tsx'
import { SaveRows } from '../parts/save-rows.tsx'
import { useSelection } from '../parts/use-selection.ts'
import { routeHref, setQuery } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const SHOWN = [
  { value: '', label: 'Number of measures present' },
  ...MEASURES.map(({ indicator, name }) => ({ value: indicator, label: name })),
]

const countryLink = (code: string, section: string): string =>
  routeHref('country', [code, nameSection(section)])

interface ListProps {
  readonly entries: readonly CountryEntry[]
  readonly section: string
}

const ClassList = ({ shown, entries, section }: ListProps & { shown: MapClass }): ComponentChild => (
  <details class="class-list">
    <summary>
      <Swatch shown={shown} patterned />{' '}
      <span class="quiet-text">{plural(entries.length, 'country', 'countries')}</span>
    </summary>
    <ul class="inline">
      {entries.map(({ code, name }) => (
        <li key={code}>
          <a href={countryLink(code, section)}>{name}</a>
        </li>
      ))}
    </ul>
  </details>
)

/** Countries without a place on the map, such as invented ones. */
const OffTheMap = ({ entries, section }: ListProps): ComponentChild => {
  const { value: world } = useLoaded('world', () => pageData.load('world'))
  const drawn = new Set(world?.places.map(({ code }) => code))
  const missing = entries.filter(({ code }) => !drawn.has(code))
  return world === null || missing.length === 0 ? null : (
    <section class="off-map">
      <h2>Not on the map</h2>
      <ul class="inline">
        {missing.map((entry) => {
          const shown = mapClass(entry, section)
          return (
            <li key={entry.code}>
              <a href={countryLink(entry.code, section)}>
                <Swatch shown={{ ...shown, label: `${entry.name}: ${shown.label}` }} patterned />
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The world by the status of a measure, or by the number of measures present. */
export const MapView = ({ route }: ViewProps): ComponentChild => {
  const { selection, selected } = useSelection(route.query)
  const { code: section = '', indicator = '' } = findSection(route.query['show']) ?? {}
  const zoom = Math.max(1, Number(route.query['zoom']) || 1)
  const chart = useMemo(
    () => makeChart(indicator === '' ? ['map'] : ['map', indicator], route.query, selected),
    [route, selected],
  )
  if (chart === null) return null
  return (
    <>
      <Heading title="Map" />
      <div class="controls">
        <Choice label="Colour by" value={indicator} options={SHOWN} onChoose={(show) => setQuery({ show })} />
        {indicator !== '' && <a href={routeHref('indicator', [indicator])}>More on this indicator</a>}
      </div>
      <FilterBar label="Filter" selection={selection} shown={selected.length} />
      <ChartFigure
        chart={chart}
        zoom={{ zoom, onZoom: (next) => setQuery({ zoom: next === 1 ? '' : String(next) }) }}
      />
      <OffTheMap entries={selected} section={section} />
      <SaveRows title={chart.title} choices={[chart.title]} count={selected.length} load={() => chart.data} />
      <h2>Countries</h2>
      {mapClasses(selected, section).map((shown) => (
        <ClassList
          key={shown.name}
          shown={shown}
          entries={selected.filter((entry) => mapClass(entry, section).name === shown.name)}
          section={section}
        />
      ))}
    </>
  )
}

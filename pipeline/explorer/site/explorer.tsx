import type { ComponentChild, FunctionComponent } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Summary } from '../data/explorer-data.ts'
import { countryEntries } from './model/country-entry.ts'
import { isEmbedded } from './parts/page-address.ts'
import { ReleaseProvider } from './parts/release.ts'
import { SearchBox } from './parts/search-box.tsx'
import { type Route, routeHref, useRoute, VIEWS, type View } from './route/route.ts'
import { parseSelection, selectionQuery } from './route/selection.ts'
import { AboutView } from './views/about-view.tsx'
import { ChartView } from './views/chart-view.tsx'
import { CompareView } from './views/compare-view.tsx'
import { CountryView } from './views/country-view.tsx'
import { DownloadView } from './views/download-view.tsx'
import { IndicatorView } from './views/indicator-view.tsx'
import { MapView } from './views/map-view.tsx'
import { MatrixView } from './views/matrix-view.tsx'
import { NamedView } from './views/named-view.tsx'
import { ReviewView } from './views/review-view.tsx'
import { SearchView } from './views/search-view.tsx'
import { SourceView } from './views/source-view.tsx'
import { StartView } from './views/start-view.tsx'
import type { ViewProps } from './views/view-props.ts'

interface ViewEntry {
  readonly View: FunctionComponent<ViewProps>
  /** Its name, if it is one of the main ways into the data. */
  readonly label?: string
  /** Whether the selection of countries goes along to it. */
  readonly selects?: boolean
}

const VIEW_ENTRIES: Readonly<Record<View, ViewEntry>> = {
  start: { View: StartView },
  search: { View: SearchView },
  matrix: { View: MatrixView, label: 'Matrix', selects: true },
  map: { View: MapView, label: 'Map', selects: true },
  country: { View: CountryView, label: 'Countries' },
  indicator: { View: IndicatorView, label: 'Indicators' },
  compare: { View: CompareView, label: 'Compare' },
  chart: { View: ChartView },
  named: { View: NamedView, label: 'Laws and bodies' },
  source: { View: SourceView },
  download: { View: DownloadView, label: 'Download', selects: true },
  about: { View: AboutView, label: 'About' },
  review: { View: ReviewView },
}

const skipToMain = (event: Event): void => {
  event.preventDefault()
  document.querySelector<HTMLElement>('main')?.focus()
}

const Header = ({ route }: { route: Route }): ComponentChild => {
  const carried = selectionQuery(parseSelection(route.query))
  return (
    <header>
      <a class="skip" href={location.hash} onClick={skipToMain}>
        Skip to the content
      </a>
      <a class="title" href={routeHref('start')}>
        Cyberwellness Open Data
      </a>
      <nav aria-label="Views">
        <ul>
          {VIEWS.map((view) => {
            const { label, selects } = VIEW_ENTRIES[view]
            return (
              label && (
                <li key={view}>
                  <a
                    href={routeHref(view, [], selects ? carried : {})}
                    aria-current={view === route.view ? 'page' : undefined}
                  >
                    {label}
                  </a>
                </li>
              )
            )
          })}
        </ul>
      </nav>
      {route.view !== 'start' && route.view !== 'search' && <SearchBox label="Search" />}
    </header>
  )
}

const Footer = ({ summary }: { summary: Summary }): ComponentChild => (
  <footer>
    <p>
      Version {summary.version}. {summary.licence}
    </p>
    <p>
      For maintainers: <a href={routeHref('review')}>review list</a>,{' '}
      <a href={routeHref('download')}>files and hashes</a>
    </p>
  </footer>
)

/** In a frame the page shows only the map, as with the other charts. */
const embeddedRoute = (route: Route): Route =>
  route.view === 'map' ? { ...route, view: 'chart', parts: ['map', route.query['show'] ?? ''] } : route

/** The whole page: navigation, and the view that the address names; in a frame the view alone. */
export const Explorer = ({ summary }: { summary: Summary }): ComponentChild => {
  const embedded = isEmbedded()
  const address = useRoute()
  const route = embedded ? embeddedRoute(address) : address
  const entries = useMemo(() => countryEntries(summary), [summary])
  useEffect(() => {
    document.documentElement.classList.toggle('embedded', embedded)
  }, [embedded])
  const { View } = VIEW_ENTRIES[route.view]
  const main = (
    <main tabIndex={-1} class={`view-${route.view}`}>
      <View key={route.view} route={route} summary={summary} entries={entries} />
    </main>
  )
  return (
    <ReleaseProvider value={{ summary, entries }}>
      {!embedded && <Header route={route} />}
      {!embedded && summary.collection === 'specimen' && (
        <aside class="banner" aria-label="Notice">
          <strong>Sample data.</strong> These profiles were invented to try the program on. They say nothing
          about any country.
        </aside>
      )}
      {main}
      {!embedded && <Footer summary={summary} />}
    </ReleaseProvider>
  )
}

import type { ComponentChild, FunctionComponent } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Summary } from '../data/explorer-data.ts'
import { countryEntries } from './model/country-entry.ts'
import { isEmbedded } from './parts/page-address.ts'
import { ReleaseProvider } from './parts/release.ts'
import { SearchBox } from './parts/search-box.tsx'
import { type Route, routeHref, type View } from './route/route.ts'
import { parseSelection, selectionQuery } from './route/selection.ts'
import { useRoute } from './route/use-route.ts'
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

const VIEW_COMPONENTS: Readonly<Record<View, FunctionComponent<ViewProps>>> = {
  start: StartView,
  search: SearchView,
  matrix: MatrixView,
  map: MapView,
  country: CountryView,
  indicator: IndicatorView,
  compare: CompareView,
  chart: ChartView,
  named: NamedView,
  source: SourceView,
  download: DownloadView,
  about: AboutView,
  review: ReviewView,
}

/** The main ways into the data; the selection goes along where `selects` says so. */
const NAVIGATION: readonly { readonly view: View; readonly label: string; readonly selects: boolean }[] = [
  { view: 'matrix', label: 'Matrix', selects: true },
  { view: 'map', label: 'Map', selects: true },
  { view: 'country', label: 'Countries', selects: false },
  { view: 'indicator', label: 'Indicators', selects: false },
  { view: 'compare', label: 'Compare', selects: false },
  { view: 'named', label: 'Laws and bodies', selects: false },
  { view: 'download', label: 'Download', selects: true },
  { view: 'about', label: 'About', selects: false },
]

const SampleBanner = (): ComponentChild => (
  <aside class="banner" aria-label="Notice">
    <strong>Sample data.</strong> These profiles were invented to try the program on. They say nothing about
    any country.
  </aside>
)

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
      {route.view !== 'start' && route.view !== 'search' && <SearchBox label="Search" />}
      <nav aria-label="Views">
        <ul>
          {NAVIGATION.map(({ view, label, selects }) => (
            <li key={view}>
              <a
                href={routeHref(view, [], selects ? carried : {})}
                aria-current={view === route.view ? 'page' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
  const ViewComponent = VIEW_COMPONENTS[route.view]
  const main = (
    <main tabIndex={-1} class={`view-${route.view}`}>
      <ViewComponent key={route.view} route={route} summary={summary} entries={entries} />
    </main>
  )
  return (
    <ReleaseProvider value={{ summary, entries }}>
      {!embedded && <Header route={route} />}
      {!embedded && summary.collection === 'specimen' && <SampleBanner />}
      {main}
      {!embedded && <Footer summary={summary} />}
    </ReleaseProvider>
  )
}

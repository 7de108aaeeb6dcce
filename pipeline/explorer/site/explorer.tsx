import type { ComponentChild, FunctionComponent } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Summary } from '../data/explorer-data.ts'
import { countryEntries } from './model/country-entry.ts'
import { routeHref, type View } from './route/route.ts'
import { selectionOf, selectionQuery } from './route/selection.ts'
import { useRoute } from './route/use-route.ts'
import { AboutView } from './views/about-view.tsx'
import { CountryView } from './views/country-view.tsx'
import { DownloadsView } from './views/downloads-view.tsx'
import { ItemView } from './views/item-view.tsx'
import { MapView } from './views/map-view.tsx'
import { MatrixView } from './views/matrix-view.tsx'
import { PaperView } from './views/paper-view.tsx'
import { ReviewView } from './views/review-view.tsx'
import { SectionView } from './views/section-view.tsx'
import type { ViewProps } from './views/view-props.ts'

const VIEW_COMPONENTS: Readonly<Record<View, FunctionComponent<ViewProps>>> = {
  matrix: MatrixView,
  map: MapView,
  country: CountryView,
  section: SectionView,
  paper: PaperView,
  item: ItemView,
  review: ReviewView,
  downloads: DownloadsView,
  about: AboutView,
}

/** The views that need no country or document to begin with; the selection goes along where `selects` says so. */
const NAVIGATION: readonly { readonly view: View; readonly label: string; readonly selects: boolean }[] = [
  { view: 'matrix', label: 'Matrix', selects: true },
  { view: 'map', label: 'Map', selects: true },
  { view: 'country', label: 'Countries', selects: false },
  { view: 'section', label: 'Sections', selects: false },
  { view: 'item', label: 'Named things', selects: false },
  { view: 'review', label: 'Review', selects: false },
  { view: 'downloads', label: 'Downloads', selects: true },
  { view: 'about', label: 'About', selects: false },
]

const SpecimenBanner = (): ComponentChild => (
  <aside class="banner" aria-label="Notice">
    <strong>Specimens.</strong> These profiles were invented to try the program on. They say nothing about any
    country.
  </aside>
)

const toMain = (event: Event): void => {
  event.preventDefault()
  document.querySelector<HTMLElement>('main')?.focus()
}

/** The whole page: navigation, and the view that the address names. */
export const Explorer = ({ summary }: { summary: Summary }): ComponentChild => {
  const route = useRoute()
  const entries = useMemo(() => countryEntries(summary), [summary])
  const ViewComponent = VIEW_COMPONENTS[route.view]
  const carried = selectionQuery(selectionOf(route.query))
  return (
    <>
      <header>
        <a class="skip" href={location.hash} onClick={toMain}>
          Skip to the content
        </a>
        <a class="title" href={routeHref('matrix')}>
          Cyberwellness Open Data
        </a>
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
      {summary.collection === 'specimen' && <SpecimenBanner />}
      <main tabIndex={-1}>
        <ViewComponent key={route.view} route={route} summary={summary} entries={entries} />
      </main>
      <footer>
        <p>
          Version {summary.version}. {summary.licence}
        </p>
      </footer>
    </>
  )
}

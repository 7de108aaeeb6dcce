import type { ComponentChild } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MapPlace, WorldMap } from '../../data/explorer-data.ts'
import { pageData } from '../data/page-data.ts'
import { nameSection } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { mapClass } from '../model/map-class.ts'
import { go, routeHref } from '../route/route.ts'
import { Load } from './loading.tsx'

/** Radius of the marker of a small place, in units of the whole map. */
const MARKER = 4

const MAX_ZOOM = 16

/** Hatches that distinguish statuses without colour; the style sheet names them by these ids. */
const Hatches = (): ComponentChild => (
  <defs>
    {[
      { status: 'partial', path: 'M0 4H4' },
      { status: 'planned', path: 'M2 2h.01' },
      { status: 'absent', path: 'M0 4L4 0' },
      { status: 'unknown', path: 'M4 4L0 0' },
    ].map(({ status, path }) => (
      <pattern key={status} id={`hatch-${status}`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect class={`ground ${status}`} width="4" height="4" />
        <path d={path} />
      </pattern>
    ))}
  </defs>
)

/** Markers of small places lie over what surrounds them. */
const drawSmallLast = (left: MapPlace, right: MapPlace): number => Number(left.small) - Number(right.small)

interface PlaceProps {
  readonly place: MapPlace
  readonly entry: CountryEntry | undefined
  readonly section: string
  readonly zoom: number
}

const Place = ({ place, entry, section, zoom }: PlaceProps): ComponentChild => {
  const shown = entry && mapClass(entry, section)
  const style = `place ${shown?.name ?? 'none'}`
  return (
    <g data-country={entry?.code}>
      {place.outline !== '' && <path class={style} d={place.outline} />}
      {place.small && entry && (
        <circle class={`${style} marker`} cx={place.x} cy={place.y} r={MARKER / zoom ** 0.8} />
      )}
      {entry && shown && (
        <title>
          {entry.name}: {shown.label}
        </title>
      )}
    </g>
  )
}

/** How a map is enlarged. */
export interface MapZoom {
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
}

const ZoomButtons = ({ zoom, onZoom }: MapZoom): ComponentChild => {
  const buttons = [
    { sign: '+', label: 'Enlarge the map', next: Math.min(zoom * 2, MAX_ZOOM) },
    { sign: '−', label: 'Show more of the world', next: Math.max(zoom / 2, 1) },
  ]
  return (
    <div class="map-buttons">
      {buttons.map(({ sign, label, next }) => (
        // not `disabled`, which would take the focus away
        <button
          key={sign}
          type="button"
          aria-label={label}
          aria-disabled={next === zoom}
          onClick={() => onZoom(next)}
        >
          {sign}
        </button>
      ))}
    </div>
  )
}

/** Keeps the middle of a scrolled map in its place as the map is enlarged. */
const useCentre = (zoom: number) => {
  const holder = useRef<HTMLElement>(null)
  const before = useRef(1)
  useLayoutEffect(() => {
    const map = holder.current
    if (!map) return
    const factor = zoom / before.current
    map.scrollLeft = (map.scrollLeft + map.clientWidth / 2) * factor - map.clientWidth / 2
    map.scrollTop = (map.scrollTop + map.clientHeight / 2) * factor - map.clientHeight / 2
    before.current = zoom
  }, [zoom])
  return holder
}

/** The map: a click opens a country; buttons enlarge it, and it is scrolled as every part of a page. */
export const WorldMapPicture = (props: Props): ComponentChild => (
  <Load of="world" load={() => pageData.load('world')}>
    {(world) => <LoadedMap {...props} world={world} />}
  </Load>
)

interface Props {
  readonly countries: readonly CountryEntry[]
  /** Code of the section that is shown; empty for the number of measures. */
  readonly section: string
  readonly label: string
  /** Absent if the map stays as it is. */
  readonly zoom: MapZoom | undefined
}

const LoadedMap = ({
  world,
  countries,
  section,
  label,
  zoom: enlarging,
}: Props & { world: WorldMap }): ComponentChild => {
  const zoom = enlarging?.zoom ?? 1
  const holder = useCentre(zoom)
  const byCode = new Map(countries.map((entry) => [entry.code, entry]))
  const open = (event: Event): void => {
    const place = event.target instanceof Element ? event.target.closest('[data-country]') : null
    const country = place?.getAttribute('data-country')
    if (country) go(routeHref('country', [country, nameSection(section)]))
  }
  const size = zoom === 1 ? undefined : { width: `${zoom * 100}%`, maxHeight: 'none' }
  return (
    <div class="map-picture">
      {enlarging && <ZoomButtons {...enlarging} />}
      <section
        class={zoom === 1 ? 'map-whole' : 'map-scroller'}
        ref={holder}
        tabIndex={zoom === 1 ? undefined : 0}
        aria-label="Map"
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of countries holds the same links */}
        <svg
          class="world"
          viewBox={`0 0 ${world.width} ${world.height}`}
          style={size}
          role="img"
          aria-label={label}
          onClick={open}
        >
          <Hatches />
          {world.places.toSorted(drawSmallLast).map((place) => (
            <Place
              key={place.code ?? `${place.x} ${place.y}`}
              place={place}
              entry={byCode.get(place.code ?? '')}
              section={section}
              zoom={zoom}
            />
          ))}
        </svg>
      </section>
    </div>
  )
}

import type { ComponentChild } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MapPlace, WorldMap } from '../../data/explorer-data.ts'
import { nameSection } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { type MapClass, mapClass } from '../model/map-class.ts'
import { routeHref } from '../route/route.ts'
import { go } from '../route/use-route.ts'

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

const Place = ({
  place,
  entry,
  shown,
  zoom,
}: {
  place: MapPlace
  entry: CountryEntry | undefined
  shown: MapClass | undefined
  zoom: number
}): ComponentChild => {
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

const ZoomButtons = ({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }): ComponentChild => (
  <div class="map-buttons">
    <button
      type="button"
      onClick={() => onZoom(zoom * 2)}
      disabled={zoom >= MAX_ZOOM}
      aria-label="Enlarge the map"
    >
      +
    </button>
    <button
      type="button"
      onClick={() => onZoom(zoom / 2)}
      disabled={zoom === 1}
      aria-label="Show more of the world"
    >
      −
    </button>
  </div>
)

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
export const WorldMapPicture = ({
  world,
  countries,
  section,
  label,
  zoom,
  onZoom,
}: {
  world: WorldMap
  countries: readonly CountryEntry[]
  /** Code of the section that is shown; empty for the number of measures. */
  section: string
  label: string
  zoom: number
  /** Enlarges the map; null if it stays as it is. */
  onZoom: ((zoom: number) => void) | null
}): ComponentChild => {
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
      {onZoom && <ZoomButtons zoom={zoom} onZoom={onZoom} />}
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
          {[false, true].map((small) =>
            world.places
              .filter((place) => place.small === small)
              .map((place) => {
                const entry = byCode.get(place.code ?? '')
                return (
                  <Place
                    key={place.code ?? `${place.x} ${place.y}`}
                    place={place}
                    entry={entry}
                    shown={entry && mapClass(entry, section)}
                    zoom={zoom}
                  />
                )
              }),
          )}
        </svg>
      </section>
    </div>
  )
}

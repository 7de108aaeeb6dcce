import type { ComponentChild } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { MapPlace, WorldMap } from '../../data/explorer-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import type { MapClass } from '../model/map-class.ts'
import { type MapWindow, moved, parseWindow, WHOLE_MAP, windowText, zoomed } from '../model/map-window.ts'
import { routeHref } from '../route/route.ts'
import { go } from '../route/use-route.ts'

interface Props {
  readonly world: WorldMap
  readonly countries: readonly CountryEntry[]
  readonly classOf: (entry: CountryEntry) => MapClass
  readonly section: string
  /** The visible part, as in the address. */
  readonly at: string
  readonly label: string
  /** Moves the map; null if it stays as it is. */
  readonly onMove: ((at: string) => void) | null
}

/** Radius of the marker of a small place, in units of the whole map. */
const MARKER = 4

/** Hatches that distinguish statuses without colour; the style sheet names them by these ids. */
const Hatches = (): ComponentChild => (
  <defs>
    {[
      { id: 'hatch-partial', path: 'M0 4H4' },
      { id: 'hatch-planned', path: 'M2 2h.01' },
      { id: 'hatch-absent', path: 'M0 4L4 0' },
      { id: 'hatch-unknown', path: 'M4 4L0 0' },
    ].map(({ id, path }) => (
      <pattern key={id} id={id} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect class="ground" width="4" height="4" />
        <path d={path} />
      </pattern>
    ))}
  </defs>
)

const viewBoxOf = ({ width, height }: WorldMap, { x, y, zoom }: MapWindow): string =>
  [x * width - width / zoom / 2, y * height - height / zoom / 2, width / zoom, height / zoom].join(' ')

interface PlaceProps {
  readonly place: MapPlace
  readonly entry: CountryEntry | undefined
  readonly shown: MapClass | undefined
  readonly zoom: number
}

const Place = ({ place, entry, shown, zoom }: PlaceProps): ComponentChild => {
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

const openCountry = (event: Event, section: string): void => {
  const place = event.target instanceof Element ? event.target.closest('[data-country]') : null
  const country = place?.getAttribute('data-country')
  if (country) go(routeHref('country', section === '' ? [country] : [country, section]))
}

/** Dragging further than this many pixels moves the map; less is a click. */
const CLICK_PIXELS = 4

/** What the pointer does to a map: a click opens a country, a drag moves the map. */
const usePointer = (seen: MapWindow, section: string, show: ((window: MapWindow) => void) | null) => {
  const [dragged, setDragged] = useState<MapWindow | null>(null)
  const grip = useRef<{ x: number; y: number; far: boolean } | null>(null)
  const drag = (event: PointerEvent & { currentTarget: SVGSVGElement }): void => {
    if (!grip.current || !show) return
    const { width, height } = event.currentTarget.getBoundingClientRect()
    const [right, down] = [grip.current.x - event.clientX, grip.current.y - event.clientY]
    if (Math.hypot(right, down) > CLICK_PIXELS && !grip.current.far) {
      grip.current.far = true
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    if (grip.current.far) setDragged(moved(seen, right / width, down / height))
  }
  const release = (event: PointerEvent): void => {
    const far = grip.current?.far ?? false
    grip.current = null
    if (far && dragged) show?.(dragged)
    setDragged(null)
    if (!far) openCountry(event, section)
  }
  return {
    shown: dragged ?? seen,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        grip.current = { x: event.clientX, y: event.clientY, far: false }
      },
      onPointerMove: drag,
      onPointerUp: release,
      onPointerCancel: () => {
        grip.current = null
        setDragged(null)
      },
    },
  }
}

const Buttons = ({ seen, show }: { seen: MapWindow; show: (window: MapWindow) => void }): ComponentChild => (
  <div class="map-buttons">
    <button type="button" onClick={() => show(zoomed(seen, 2))} aria-label="Enlarge the map">
      +
    </button>
    <button
      type="button"
      onClick={() => show(zoomed(seen, 0.5))}
      disabled={seen.zoom === 1}
      aria-label="Show more of the world"
    >
      −
    </button>
    {seen.zoom > 1 &&
      [
        { name: 'West', sign: '←', right: -0.25, down: 0 },
        { name: 'East', sign: '→', right: 0.25, down: 0 },
        { name: 'North', sign: '↑', right: 0, down: -0.25 },
        { name: 'South', sign: '↓', right: 0, down: 0.25 },
      ].map(({ name, sign, right, down }) => (
        <button key={name} type="button" onClick={() => show(moved(seen, right, down))} aria-label={name}>
          {sign}
        </button>
      ))}
    {seen.zoom > 1 && (
      <button type="button" onClick={() => show(WHOLE_MAP)}>
        Whole world
      </button>
    )}
  </div>
)

/** The map: a click opens a country; buttons enlarge it and dragging moves it. */
export const WorldMapPicture = ({
  world,
  countries,
  classOf,
  section,
  at,
  label,
  onMove,
}: Props): ComponentChild => {
  const seen = parseWindow(at)
  const show = onMove === null ? null : (window: MapWindow): void => onMove(windowText(window))
  const { shown, handlers } = usePointer(seen, section, show)
  const byCode = new Map(countries.map((entry) => [entry.code, entry]))
  return (
    <div class="map-picture">
      {show && <Buttons seen={seen} show={show} />}
      <svg class="world" viewBox={viewBoxOf(world, shown)} role="img" aria-label={label} {...handlers}>
        <Hatches />
        {[false, true].map((small) =>
          world.places
            .filter((place) => place.small === small)
            .map((place) => {
              const entry = place.code === null ? undefined : byCode.get(place.code)
              return (
                <Place
                  key={place.code ?? `${place.x} ${place.y}`}
                  place={place}
                  entry={entry}
                  shown={entry && classOf(entry)}
                  zoom={shown.zoom}
                />
              )
            }),
        )}
      </svg>
    </div>
  )
}

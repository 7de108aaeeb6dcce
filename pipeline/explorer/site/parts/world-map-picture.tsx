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
  /** The part that is seen, as in the address. */
  readonly at: string
  readonly onMove: (at: string) => void
}

/** Radius of the marker of a small place, in units of the whole map. */
const MARKER = 4

/** Hatches that tell colours apart without colour; the styles name them by these ids. */
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

/** The countries that have no place on the map, such as the invented ones of the specimens. */
const OffTheMap = ({
  missing,
  classOf,
  section,
}: Pick<Props, 'classOf' | 'section'> & { missing: readonly CountryEntry[] }): ComponentChild => {
  if (missing.length === 0) return null
  return (
    <div class="off-map">
      <h2>Not on the map</h2>
      <ul class="inline">
        {missing.map((entry) => (
          <li key={entry.code}>
            <a
              class={`place-chip ${classOf(entry).name}`}
              href={routeHref('country', section === '' ? [entry.code] : [entry.code, section])}
            >
              <span aria-hidden="true">{classOf(entry).mark}</span> {entry.name}: {classOf(entry).label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The map: a click opens a country; it is enlarged by buttons and moved by dragging. */
export const WorldMapPicture = ({
  world,
  countries,
  classOf,
  section,
  at,
  onMove,
}: Props): ComponentChild => {
  const seen = parseWindow(at)
  const [dragged, setDragged] = useState<MapWindow | null>(null)
  const grip = useRef<{ x: number; y: number; window: MapWindow; far: boolean } | null>(null)
  const shown = dragged ?? seen
  const byCode = new Map(countries.map((entry) => [entry.code, entry]))
  const drawn = new Set(world.places.map(({ code }) => code))
  const missing = countries.filter(({ code }) => !drawn.has(code))
  const nothingDrawn = missing.length === countries.length
  const offTheMap = <OffTheMap missing={missing} classOf={classOf} section={section} />
  const show = (window: MapWindow): void => onMove(windowText(window))

  const drag = (event: PointerEvent & { currentTarget: SVGSVGElement }): void => {
    if (!grip.current) return
    const { width, height } = event.currentTarget.getBoundingClientRect()
    const [right, down] = [
      (grip.current.x - event.clientX) / width,
      (grip.current.y - event.clientY) / height,
    ]
    if (Math.hypot(right * width, down * height) > 4 && !grip.current.far) {
      grip.current.far = true
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    if (grip.current.far) setDragged(moved(grip.current.window, right, down))
  }
  const open = (event: MouseEvent): void => {
    const code = event.target instanceof Element && event.target.closest('[data-country]')
    const country = code ? code.getAttribute('data-country') : null
    if (country) go(routeHref('country', section === '' ? [country] : [country, section]))
  }
  const release = (event: PointerEvent): void => {
    const far = grip.current?.far ?? false
    grip.current = null
    if (far && dragged) show(dragged)
    setDragged(null)
    if (!far) open(event)
  }
  return (
    <>
      {nothingDrawn && offTheMap}
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
        {seen.zoom > 1 && (
          <>
            <button type="button" onClick={() => show(moved(seen, -0.25, 0))} aria-label="West">
              ←
            </button>
            <button type="button" onClick={() => show(moved(seen, 0.25, 0))} aria-label="East">
              →
            </button>
            <button type="button" onClick={() => show(moved(seen, 0, -0.25))} aria-label="North">
              ↑
            </button>
            <button type="button" onClick={() => show(moved(seen, 0, 0.25))} aria-label="South">
              ↓
            </button>
            <button type="button" onClick={() => show(WHOLE_MAP)}>
              Whole world
            </button>
          </>
        )}
      </div>
      <svg
        class="world"
        viewBox={viewBoxOf(world, shown)}
        role="img"
        aria-label="World map; the table below says the same"
        onPointerDown={(event) => {
          grip.current = { x: event.clientX, y: event.clientY, window: seen, far: false }
        }}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={() => {
          grip.current = null
          setDragged(null)
        }}
      >
        <Hatches />
        <path class="sphere" d={world.sphere} />
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
      {!nothingDrawn && offTheMap}
    </>
  )
}

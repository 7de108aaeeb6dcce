/** The part of the map that is seen: its middle as shares of width and height, and how much it is enlarged. */
export interface MapWindow {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const WHOLE_MAP: MapWindow = { x: 0.5, y: 0.5, zoom: 1 }

const LARGEST_ZOOM = 32

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** A window that shows nothing beyond the edges of the map. */
const withinMap = ({ x, y, zoom }: MapWindow): MapWindow => {
  const enlarged = clamp(zoom, 1, LARGEST_ZOOM)
  const half = 0.5 / enlarged
  return { x: clamp(x, half, 1 - half), y: clamp(y, half, 1 - half), zoom: enlarged }
}

/** The window enlarged by a factor around its middle. */
export const zoomed = (window: MapWindow, factor: number): MapWindow =>
  withinMap({ ...window, zoom: window.zoom * factor })

/** The window moved by shares of what it shows. */
export const moved = (window: MapWindow, right: number, down: number): MapWindow =>
  withinMap({ ...window, x: window.x + right / window.zoom, y: window.y + down / window.zoom })

/** The window as it stands in an address, `0.512 0.334 4`; empty for the whole map. */
export const windowText = ({ x, y, zoom }: MapWindow): string =>
  zoom === 1 ? '' : `${x.toFixed(3)} ${y.toFixed(3)} ${zoom}`

/** The window that an address names; the whole map where it names none. */
export const parseWindow = (text: string): MapWindow => {
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = text.split(' ').map(Number)
  return [x, y, zoom].every(Number.isFinite) ? withinMap({ x, y, zoom }) : WHOLE_MAP
}

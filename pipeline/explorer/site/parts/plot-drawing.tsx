import type { ComponentChild } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Drawing, PlotDrawn } from '../charts/chart.ts'
import { pageData } from '../data/page-data.ts'
import { go, routeHref } from '../route/route.ts'
import { useLoaded } from './loading.tsx'
import { useSeen } from './use-screen.tsx'

export const isPlot = (drawing: Drawing): drawing is PlotDrawn => drawing.kind !== 'map'

export const openCountry = (code: string): void => go(routeHref('country', [code]))

interface PlotDrawingProps {
  readonly drawing: PlotDrawn
  readonly label: string
  /** Whether it takes the height that its place has, rather than the one that suits it. */
  readonly fills: boolean
}

/** A drawing by the charting library, which is loaded when the first one comes to the screen. */
export const PlotDrawing = ({ drawing, label, fills }: PlotDrawingProps): ComponentChild => {
  const holder = useRef<HTMLDivElement>(null)
  const seen = useSeen(holder)
  const charts = useLoaded(seen ? 'charts' : null, () => pageData.load('charts'))
  useEffect(() => {
    const place = holder.current
    const draw = charts.value
    if (!place || !draw) return
    const redraw = (): void => {
      const { width, height } = place.getBoundingClientRect()
      if (width === 0) return
      const svg = draw(drawing, { width, height: fills ? height : null }, openCountry)
      svg.setAttribute('role', 'img')
      svg.setAttribute('aria-label', label)
      place.replaceChildren(svg)
    }
    let width = 0
    const observer = new ResizeObserver(([entry]) => {
      // its own height changes while it is drawn
      if (entry && (fills || entry.contentRect.width !== width)) redraw()
      width = entry?.contentRect.width ?? width
    })
    observer.observe(place)
    return () => observer.disconnect()
  }, [charts.value, drawing, fills, label])
  return (
    <>
      <div ref={holder} class="plot" />
      {charts.failure !== null && <p role="alert">{charts.failure}</p>}
    </>
  )
}

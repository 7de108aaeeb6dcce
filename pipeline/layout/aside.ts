import type { Page, TextRun } from '../extract/index.ts'
import { ASCENT, DESCENT, type Line, makeLine } from './line.ts'
import { wordsOf } from './word.ts'

const RADIANS = Math.PI / 180

/** The corners of a run, however it is turned. */
const boxOf = ({ x, y, width, size, angle = 0 }: TextRun): Pick<Line, 'x0' | 'y0' | 'x1' | 'y1'> => {
  const [cosine, sine] = [Math.cos(angle * RADIANS), Math.sin(angle * RADIANS)]
  const corners = [0, width].flatMap((along) =>
    [-DESCENT * size, ASCENT * size].map((up) => [
      x + along * cosine - up * sine,
      y + along * sine + up * cosine,
    ]),
  )
  const xs = corners.map(([cornerX = x]) => cornerX)
  const ys = corners.map(([, cornerY = y]) => cornerY)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/**
 * Whether a run is none of the page's lines: it is turned, as watermarks and labels in the margin are, or stands where
 * the page does not reach and nobody sees it.
 */
const standsAside = (run: TextRun, page: Page): boolean => {
  if (run.angle !== undefined) return true
  if (page.unit === 'cell') return false
  const { x, y, width, size } = run
  const [bottom, top] = [y - DESCENT * size, y + ASCENT * size]
  return (
    Math.max(x, x + width) <= 0 || Math.min(x, x + width) >= page.width || top <= 0 || bottom >= page.height
  )
}

const lineOf = (run: TextRun, page: Page): Line | null => {
  const words = wordsOf([run])
  const place = { page: page.number, unit: page.unit, baseline: run.y, leading: Number.POSITIVE_INFINITY }
  return words.length === 0 ? null : { ...makeLine(words, place), ...boxOf(run) }
}

/** A page without the runs that are none of its lines, and these, each as a line of its own with its place. */
export const partAside = (page: Page): { readonly page: Page; readonly aside: readonly Line[] } => {
  const { true: aside = [], false: runs = [] } = Object.groupBy(page.runs, (run) =>
    String(standsAside(run, page)),
  )
  if (aside.length === 0) return { page, aside: [] }
  return {
    page: { ...page, runs },
    aside: aside.map((run) => lineOf(run, page)).filter((line) => line !== null),
  }
}

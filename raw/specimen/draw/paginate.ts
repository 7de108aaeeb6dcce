import type { Row } from './row.ts'

/** A row and the height of its baseline, in points from the top of its page. */
export interface PlacedRow {
  readonly row: Row
  readonly baseline: number
}

/** Rows that must be on one page. */
const groupRows = (rows: readonly Row[]): Row[][] => {
  const groups: Row[][] = []
  for (const [index, row] of rows.entries()) {
    if (index > 0 && rows[index - 1]?.staysWithNext) groups.at(-1)?.push(row)
    else groups.push([row])
  }
  return groups
}

/** Share of a row's height that lies above its baseline. */
const ABOVE_BASELINE = 0.8

/** Sets rows on pages, each from `top` down to `bottom` at most (in points); white space at the top falls away. */
export const paginate = (rows: readonly Row[], top: number, bottom: number): PlacedRow[][] => {
  const pages: PlacedRow[][] = [[]]
  let y = top
  for (const group of groupRows(rows)) {
    const height = group.reduce((sum, row) => sum + row.before + row.height, 0)
    if (y > top && y + height > bottom) {
      pages.push([])
      y = top
    }
    for (const row of group) {
      y += y > top ? row.before : 0
      pages.at(-1)?.push({ row, baseline: y + row.height * ABOVE_BASELINE })
      y += row.height
    }
  }
  return pages
}

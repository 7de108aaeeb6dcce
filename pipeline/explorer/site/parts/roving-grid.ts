/** How far a key moves in a grid, in rows and cells. */
const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last)

const linkRows = (grid: Element): HTMLAnchorElement[][] =>
  [...grid.querySelectorAll('tbody tr')]
    .map((row) => [...row.querySelectorAll('a')])
    .filter((links) => links.length > 0)

/**
 * Moves the focus in a grid of links by the arrow keys, as the ARIA practices for grids say: the grid is one stop for
 * the tabulator, which is the link that had the focus last.
 */
export const moveInGrid = (event: KeyboardEvent): void => {
  const step = STEPS[event.key]
  if (!step || event.altKey || event.metaKey || event.shiftKey) return
  const { currentTarget: grid, target } = event
  if (!(grid instanceof Element) || !(target instanceof HTMLAnchorElement)) return
  const rows = linkRows(grid)
  const from = rows.findIndex((links) => links.includes(target))
  if (from === -1) return
  event.preventDefault()
  const toEdge = event.ctrlKey && (event.key === 'Home' || event.key === 'End')
  const row = toEdge ? (event.key === 'Home' ? 0 : rows.length - 1) : clamp(from + step[0], rows.length - 1)
  const links = rows[row] ?? []
  const link = links[clamp((rows[from]?.indexOf(target) ?? 0) + step[1], links.length - 1)]
  if (!link) return
  target.tabIndex = -1
  link.tabIndex = 0
  link.focus()
}

/** Makes the link that a pointer gave the focus to the stop of the grid. */
export const enterGrid = (event: FocusEvent): void => {
  const { currentTarget: grid, target } = event
  if (!(grid instanceof Element) || !(target instanceof HTMLAnchorElement)) return
  for (const link of grid.querySelectorAll<HTMLAnchorElement>('tbody a[tabindex="0"]')) link.tabIndex = -1
  target.tabIndex = 0
}

/** The views of the explorer, as they are named in addresses. */
export const VIEWS = [
  'matrix',
  'map',
  'country',
  'section',
  'paper',
  'item',
  'review',
  'downloads',
  'about',
] as const
export type View = (typeof VIEWS)[number]

export type Query = Readonly<Record<string, string>>

/** What an address shows: `#/country/QEL?edition=2` is the view `country`, the part `QEL` and a query. */
export interface Route {
  readonly view: View
  readonly parts: readonly string[]
  readonly query: Query
}

const isView = (name: string | undefined): name is View => VIEWS.some((view) => view === name)

/** Percent-encoding that people break by hand stays as it is. */
const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The route that the fragment of an address names; the matrix where it names none. */
export const parseRoute = (fragment: string): Route => {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?', 2)
  const [view, ...parts] = path.split('/').map(decode)
  return {
    view: isView(view) ? view : 'matrix',
    parts: isView(view) ? parts.filter((part) => part !== '') : [],
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

/** The address of a route; empty values are left out. */
export const routeHref = (view: View, parts: readonly string[] = [], query?: Query): string => {
  const path = `#/${[view, ...parts].map(encodeURIComponent).join('/')}`
  // the matrix makes thousands of addresses, and none of them has a query
  if (query === undefined) return path
  const filled = Object.entries(query).filter(([, value]) => value !== '')
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`
}

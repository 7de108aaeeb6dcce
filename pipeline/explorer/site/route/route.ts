/** The views of the explorer, as they are named in addresses. */
export const VIEWS = [
  'start',
  'search',
  'matrix',
  'map',
  'country',
  'indicator',
  'compare',
  'chart',
  'named',
  'source',
  'download',
  'about',
  'review',
] as const
export type View = (typeof VIEWS)[number]

/** Names that addresses had before. */
const FORMER_NAMES: Readonly<Record<string, View>> = {
  section: 'indicator',
  item: 'named',
  paper: 'source',
  downloads: 'download',
  files: 'download',
}

export type Query = Readonly<Record<string, string>>

/** What an address shows: `#/country/QEL?edition=2` is the view `country`, the part `QEL` and a query. */
export interface Route {
  readonly view: View
  readonly parts: readonly string[]
  readonly query: Query
}

const findView = (name: string | undefined): View | undefined =>
  VIEWS.find((view) => view === name) ?? FORMER_NAMES[name ?? '']

/** Percent-encoding that was broken by hand stays as it is. */
const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The route that the fragment of an address names; the start page if it names none. */
export const parseRoute = (fragment: string): Route => {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?', 2)
  const [name, ...parts] = path.split('/').map(decode)
  const view = findView(name)
  return {
    view: view ?? 'start',
    parts: view ? parts.filter((part) => part !== '') : [],
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

/** The address of a route; empty values are left out. */
export const routeHref = (view: View, parts: readonly string[] = [], query?: Query): string => {
  const path = `#/${[view, ...parts.filter((part) => part !== '')].map(encodeURIComponent).join('/')}`
  // the matrix makes thousands of addresses, none with a query
  if (query === undefined) return path
  const filled = Object.entries(query).filter(([, value]) => value !== '')
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`
}

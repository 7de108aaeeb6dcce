import { useEffect, useState } from 'preact/hooks'
import { decodePercent } from '../../../io/decode-percent.ts'

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

/** The route that the fragment of an address names; the start page if it names none. */
export const parseRoute = (fragment: string): Route => {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?', 2)
  const [name, ...parts] = path.split('/').map((part) => decodePercent(part) ?? part)
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

/** The route of the page, followed as it changes. */
export const useRoute = (): Route => {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}

/** Goes to an address, which the back button leaves again. */
export const go = (href: string): void => {
  location.hash = href
}

/** The address of the page with other words in its query. */
const changedHref = (words: Query): string => {
  // not the route of the last drawing: two changes may come before the next
  const { view, parts, query } = parseRoute(location.hash)
  return routeHref(view, parts, { ...query, ...words })
}

/** Sets words of the query of the page; an empty word is taken away. */
export const setQuery = (words: Query): void => go(changedHref(words))

/** Sets words of the query in place: what a person types leaves no trail for the back button. */
export const typeQuery = (words: Query): void => {
  history.replaceState(null, '', changedHref(words))
  dispatchEvent(new HashChangeEvent('hashchange'))
}

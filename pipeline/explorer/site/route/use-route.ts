import { useEffect, useState } from 'preact/hooks'
import { parseRoute, type Query, type Route, routeHref } from './route.ts'

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

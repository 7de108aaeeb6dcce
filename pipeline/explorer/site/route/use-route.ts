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

/** Changes the query in place: what a person types or drags leaves no trail for the back button. */
export const replaceQuery = ({ view, parts }: Route, query: Query): void => {
  history.replaceState(null, '', routeHref(view, parts, query))
  dispatchEvent(new HashChangeEvent('hashchange'))
}

import { useEffect, useState } from 'preact/hooks'

/** Whether the screen fits a media query, followed as it changes. */
export const useWide = (query: string): boolean => {
  const [fits, setFits] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = (): void => setFits(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return fits
}

import type { ComponentChild, ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Whether the screen fits a media query, followed as it changes. */
export const useMedia = (query: string): boolean => {
  const [fits, setFits] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = (): void => setFits(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return fits
}

/** Whether an element has come to the screen. */
export const useSeen = (holder: { readonly current: Element | null }): boolean => {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!holder.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    observer.observe(holder.current)
    return () => observer.disconnect()
  }, [])
  return seen
}

/** Builds a part of a page when it comes to the screen, so that its data are loaded then. */
export const WhenSeen = ({ children }: { children: ComponentChildren }): ComponentChild => {
  const holder = useRef<HTMLDivElement>(null)
  const seen = useSeen(holder)
  return (
    <div ref={holder} class={seen ? undefined : 'unseen'}>
      {seen && children}
    </div>
  )
}

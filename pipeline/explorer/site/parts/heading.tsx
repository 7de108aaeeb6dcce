import type { ComponentChild } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Whether the person came from another view: on the first one the page itself has the focus. */
let moved = false

/** The heading of a view: names the page, and takes the focus when the view is entered. */
export const Heading = ({ title }: { title: string }): ComponentChild => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Cyberwellness Open Data`
    if (moved) {
      heading.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    moved = true
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto">
      {title}
    </h1>
  )
}

import type { ComponentChild, ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** Screens as wide as this have room for everything; the styles say the same. */
const WIDE = '(min-width: 40rem)'

/** Controls that a small screen folds away behind a word, so that what they control is seen first. */
export const Folded = ({
  label,
  children,
}: {
  label: string
  children: ComponentChildren
}): ComponentChild => {
  const [open] = useState(() => matchMedia(WIDE).matches)
  return (
    <details class="folded" open={open}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}

import type { TextStyle } from './style.ts'

/** A piece of text at its place in a row. */
export interface Fragment {
  readonly text: string
  readonly style: TextStyle
  /** Left edge, in points from the left edge of the page. */
  readonly x: number
  /** How far it is above the baseline of the row, in points. */
  readonly raised?: number
  /** Extra width of each word space, in points. */
  readonly wordSpacing?: number
}

/** What is on one baseline, over the whole width of the page. */
export interface Row {
  readonly fragments: readonly Fragment[]
  /** Height of the row, in points. */
  readonly height: number
  /** White space before it, which falls away at the top of a page. */
  readonly before: number
  /** Whether a page must not end behind it. */
  readonly staysWithNext: boolean
}

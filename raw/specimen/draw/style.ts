/** The page and its fixed places, in points from the top left corner. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 51,
  right: 541,
  top: 50,
  /** No line of text begins its descent below this. */
  bottom: 770,
  pageNumberBaseline: 797,
  specimenLineBaseline: 820,
} as const

export const TEXT_WIDTH = PAGE.right - PAGE.left

/** Distance between two columns. */
export const GUTTER = 20

/** Hanging indent behind a bullet. */
export const MARK_INDENT = 12

type FontName = 'Helvetica' | 'Helvetica-Bold'

/** How a piece of text looks. */
export interface TextStyle {
  readonly font: FontName
  /** In points. */
  readonly size: number
  readonly colour: string
}

export const BLACK = '#000000'
export const GREY = '#666666'

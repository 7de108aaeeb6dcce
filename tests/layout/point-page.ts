import type { Page, TextRun } from '../../pipeline/extract/index.ts'

/** The font size of {@link run}, in points, where nothing else is said. */
export const SIZE = 10

/** The width of a character of {@link run}: half an em, as on the grid of a text file. */
export const ADVANCE = SIZE / 2

/** A run at a place in points; its width is that of its characters, if not given. */
export const run = (text: string, x: number, y: number, changes: Partial<TextRun> = {}): TextRun => {
  const size = changes.size ?? SIZE
  return { text, x, y, size, width: (text.length * size) / 2, font: null, bold: false, ...changes }
}

/** A page of runs, A4 upright. */
export const pointPage = (runs: readonly TextRun[], number = 1): Page => ({
  number,
  unit: 'point',
  derivation: 'text_layer',
  width: 595,
  height: 842,
  runs,
})

/** A page with a line of text each `leading` points, from a height downwards. */
export const linedPage = (texts: readonly string[], number = 1, top = 700, leading = 14): Page =>
  pointPage(
    texts.map((text, index) => run(text, 72, top - index * leading)),
    number,
  )

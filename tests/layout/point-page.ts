import type { Page, TextRun } from '../../pipeline/extract/index.ts'
import { layout } from '../../pipeline/layout/index.ts'

/** The font size of {@link run}, in points, where nothing else is said. */
export const SIZE = 10

/** The width of a character of {@link run}: half an em, as on the grid of a text file. */
export const ADVANCE = SIZE / 2

/** A run at a place in points; its width is that of its characters, if not given. */
export const run = (text: string, x: number, y: number, changes: Partial<TextRun> = {}): TextRun => {
  const size = changes.size ?? SIZE
  return { text, x, y, size, width: (text.length * size) / 2, font: null, bold: false, ...changes }
}

/** Runs under each other. */
export const column = (texts: readonly string[], x: number, top = 700, leading = 12): TextRun[] =>
  texts.map((text, index) => run(text, x, top - index * leading))

/** A page of runs, A4 upright. */
export const pointPage = (runs: readonly TextRun[], number = 1): Page => ({
  number,
  unit: 'point',
  derivation: 'text_layer',
  width: 595,
  height: 842,
  runs,
})

/** A page with a line of text each 14 points, from a height downwards. */
export const linedPage = (texts: readonly string[], number = 1, top = 700): Page =>
  pointPage(column(texts, 72, top, 14), number)

/** Pages of runs, numbered from 1. */
export const pointPages = (...pages: readonly (readonly TextRun[])[]): Page[] =>
  pages.map((runs, index) => pointPage(runs, index + 1))

/** The lines of pages in reading order; those of a column block begin with the number of their column. */
export const readCells = (pages: readonly Page[]): string[] =>
  layout(pages).lines.map(({ text, cell }) => (cell ? `${cell.column} ${text}` : text))

/** The lines of columns as {@link readCells} gives them. */
export const inColumns = (...columns: readonly (readonly string[])[]): string[] =>
  columns.flatMap((texts, index) => texts.map((text) => `${index} ${text}`))

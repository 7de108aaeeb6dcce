import type { Page } from '../extract/index.ts'
import { type FurnitureLine, partAside } from './aside.ts'
import { readColumnBlock } from './columns.ts'
import { partFurniture } from './furniture.ts'
import { readBesideHeadings } from './heading-table.ts'
import { findLines, type Line } from './line.ts'
import { readPageColumns } from './page-columns.ts'

export type { FurnitureLine } from './aside.ts'
export { type Line, makeLine } from './line.ts'
export { startsWithListMark, withoutLeadingMarks, withoutListMark } from './list-mark.ts'
export { joinWords, normaliseText } from './word.ts'

/** A line in reading order, with its place in a column block where it has one. */
export interface PlacedLine extends Line {
  /** The column block, counted from 1 through the document, and its column from 0; null outside of columns. */
  readonly cell: { readonly block: number; readonly column: number } | null
}

/** A document in reading order, its page furniture set aside. */
export interface Layout {
  readonly lines: readonly PlacedLine[]
  readonly furniture: readonly FurnitureLine[]
}

/** Puts the lines of a document into the order in which a person reads them: column after column in each block. */
export const layout = (pages: readonly Page[]): Layout => {
  const { pages: upright, aside } = partAside(pages)
  const { body: printed, furniture } = partFurniture(upright, upright.map(findLines))
  const body = readBesideHeadings(readPageColumns(printed))
  const lines: PlacedLine[] = []
  let block = 0
  for (let index = 0; index < body.length; ) {
    const columns = readColumnBlock(body, index)
    if (columns) {
      block++
      for (const [column, list] of columns.columns.entries()) {
        for (const line of list) lines.push({ ...line, cell: { block, column } })
      }
      index += columns.height
      continue
    }
    const line = body[index]
    if (line) lines.push({ ...line, cell: null })
    index++
  }
  return { lines, furniture: [...furniture, ...aside] }
}

import type { Cell } from '../../../schemas/index.ts'
import type { SpooledSheet } from './spooled-sheet.ts'

/** A table over as many sheets as its rows need. */
export interface SheetSeries {
  readonly sheets: readonly SpooledSheet[]
  readonly add: (cells: readonly Cell[]) => void
}

/** Begins a table with its first sheet; rows for which there is no room go on in `name 2`, `name 3` and so on. */
export const sheetSeries = (name: string, open: (name: string) => SpooledSheet): SheetSeries => {
  let sheet = open(name)
  const sheets = [sheet]
  return {
    sheets,
    add: (cells) => {
      if (sheet.isFull()) {
        sheet = open(`${name} ${sheets.length + 1}`)
        sheets.push(sheet)
      }
      sheet.add(cells)
    },
  }
}

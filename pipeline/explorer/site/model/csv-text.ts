import { csvFormatRow, csvFormatRows } from 'd3-dsv'
import type { Cell } from '../../../../schemas/table.ts'
import { guardFormula } from '../../../publish/formula-guard.ts'

const csvCell = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? guardFormula(cell) : String(cell)

/** One line of CSV, without its end. */
export const csvLine = (cells: readonly Cell[]): string => csvFormatRow(cells.map(csvCell))

/** Rows as CSV, by the same rules as the tables of the release: UTF-8, LF, formulas marked, null an empty cell. */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${csvFormatRows([[...header], ...rows.map((row) => row.map(csvCell))])}\n`

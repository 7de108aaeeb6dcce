import { csvFormatRow, csvFormatRows } from 'd3-dsv'
import type { Indicator } from '../../../../schemas/indicators.ts'
import type { Item } from '../../../../schemas/items.ts'
import type { Cell } from '../../../../schemas/table.ts'
import { guardFormula } from '../../../publish/formula-guard.ts'
import type { Summary } from '../../data/explorer-data.ts'
import { fold } from './text.ts'

/** Rows that a view shows, ready to be saved. */
export interface RowSet {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Rows of a table in its published columns. */
export const toRowSet = (columns: readonly string[], rows: readonly (Indicator | Item)[]): RowSet => ({
  columns,
  rows: rows.map((row) => {
    const cells = new Map<string, Cell>(Object.entries(row))
    return columns.map((column) => cells.get(column) ?? null)
  }),
})

const formatCell = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? guardFormula(cell) : String(cell)

/** One line of CSV, without its end. */
export const toCsvLine = (cells: readonly Cell[]): string => csvFormatRow(cells.map(formatCell))

/** Rows as CSV, by the same rules as the tables of the release: UTF-8, LF, formulas marked, null an empty cell. */
export const toCsv = ({ columns, rows }: RowSet): string =>
  `${csvFormatRows([[...columns], ...rows.map((row) => row.map(formatCell))])}\n`

const MAX_NAME_LENGTH = 100

/** A file name without its ending, from the version and what the rows were chosen by. */
export const fileStem = ({ version }: Pick<Summary, 'version'>, ...choices: readonly string[]): string =>
  ['cyberwellness', version, ...choices]
    .map((part) =>
      fold(part)
        .replace(/[^a-z0-9.]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
    .slice(0, MAX_NAME_LENGTH)

import { type Cell, listColumns, type Table } from '../../schemas/index.ts'

/** A row as the stages before hand it over: a plain object keyed by column name. */
export type Row = Readonly<Record<string, Cell>>

/** UTF-8 has no lone surrogates, and many decoders drop byte order marks at the start of a text. */
const publishCell = (cell: Cell): Cell => {
  if (typeof cell === 'string') return cell.toWellFormed().replace(/^\ufeff+/, '')
  // every number is a count, a share or a position on a page
  return typeof cell === 'number' ? Math.max(0, cell) : cell
}

/**
 * A row with the columns of its table, in their order, the same in every format. A lone surrogate becomes U+FFFD, byte
 * order marks at the start of a text are dropped, and a number below zero becomes 0.
 */
export const publishRow = (table: Table, row: Row): Row => {
  const published: Record<string, Cell> = {}
  for (const { name } of listColumns(table)) published[name] = publishCell(row[name] ?? null)
  return published
}

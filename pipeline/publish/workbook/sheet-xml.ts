import type { Cell } from '../../../schemas/index.ts'
import { guardFormula } from '../formula-guard.ts'
import { memoised } from '../memoised.ts'
import { daysSinceEpoch } from '../published-table.ts'
import { STYLE } from './styles.ts'
import { cellText, xmlText } from './xml-text.ts'

/** One column of a sheet. */
export interface SheetColumn {
  readonly name: string
  /** Width in characters. */
  readonly width: number
  /** Whether long texts go on in further lines; programs that are no Excel do not make room for them by themselves. */
  readonly isWrapped?: boolean
  /** Whether its texts are ISO dates, which a spreadsheet holds as numbers. */
  readonly isDate: boolean
  /** The style of a text, by its value; null where it is plain. */
  readonly styleOf: (text: string) => number | null
}

/** How many rows a sheet can hold, its header included; more rows go on in a second sheet. */
export const MOST_ROWS = 1_048_576

/** Days from the day 0 of spreadsheets to 1970-01-01. */
const EPOCH_SERIAL = 25_569
/** Before the 1st of March 1900 spreadsheets count a day that never was. */
const FIRST_SERIAL = 61

/** The letters of a column, counted from 0: A, B, … Z, AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** What a cell is made of beside its place: its attributes and its content; null where it is empty. */
interface CellXml {
  readonly attributes: string
  readonly content: string
}

/** Without the attribute, readers may take white space off the ends. */
const SPACE_AT_ENDS = /^\s|\s$/

const textCell = (text: string, style: number): CellXml => {
  const space = SPACE_AT_ENDS.test(text) ? ' xml:space="preserve"' : ''
  return {
    attributes: `${styleXml(style)} t="inlineStr"`,
    content: `<is><t${space}>${xmlText(cellText(text))}</t></is>`,
  }
}

const styleXml = (style: number): string => (style === STYLE.plain ? '' : ` s="${style}"`)

const dateCell = (isoDate: string): CellXml => {
  const serial = daysSinceEpoch(isoDate) + EPOCH_SERIAL
  return serial < FIRST_SERIAL
    ? textCell(isoDate, STYLE.code)
    : { attributes: styleXml(STYLE.date), content: `<v>${serial}</v>` }
}

const cellOf =
  ({ isDate, styleOf }: SheetColumn) =>
  (cell: Cell): CellXml | null => {
    if (cell === null) return null
    if (typeof cell === 'boolean') return { attributes: ' t="b"', content: `<v>${Number(cell)}</v>` }
    if (typeof cell === 'number') return { attributes: '', content: `<v>${cell}</v>` }
    if (isDate) return dateCell(cell)
    return textCell(cell, styleOf(cell) ?? (guardFormula(cell) === cell ? STYLE.plain : STYLE.guarded))
  }

/** Gives a row of a sheet as XML; `number` counts from 1. */
export type WriteRow = (number: number, cells: readonly Cell[]) => string

/** The height of a line of the workbook's letters, in points. */
const LINE_HEIGHT = 15

/** Gives the attributes of a row that make room for its wrapped texts. */
const heightWriter = (columns: readonly SheetColumn[]): ((cells: readonly Cell[]) => string) => {
  const wrapped = columns.flatMap(({ isWrapped, width }, index) => (isWrapped ? [{ index, width }] : []))
  if (wrapped.length === 0) return () => ''
  return (cells) => {
    const lines = wrapped.map(({ index, width }) => Math.ceil(String(cells[index] ?? '').length / width))
    const most = Math.max(1, ...lines)
    return most === 1 ? '' : ` ht="${most * LINE_HEIGHT}" customHeight="1"`
  }
}

/** Writes rows of these columns. No cell is a formula: texts are inline strings, whatever they begin with. */
export const rowWriter = (columns: readonly SheetColumn[]): WriteRow => {
  const writers = columns.map((column, index) => ({
    letter: letters(index),
    write: memoised(cellOf(column)),
  }))
  const height = heightWriter(columns)
  return (number, cells) => {
    let text = `<row r="${number}"${height(cells)}>`
    for (const [index, { letter, write }] of writers.entries()) {
      const cell = write(cells[index] ?? null)
      if (cell) text += `<c r="${letter}${number}"${cell.attributes}>${cell.content}</c>`
    }
    return `${text}</row>`
  }
}

const columnXml = ({ width }: SheetColumn, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`

const headerWriter = (columns: readonly SheetColumn[]): WriteRow =>
  rowWriter(columns.map((column) => ({ ...column, isDate: false, styleOf: () => STYLE.header })))

/** What stands before the rows of a sheet: its header row and this many columns stay in sight. */
export const sheetStart = (columns: readonly SheetColumn[], frozenColumns: number): string => {
  const split = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft'
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>',
    `<sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${letters(frozenColumns)}2" activePane="${pane}" state="frozen"/></sheetView>`,
    `</sheetViews><cols>${columns.map(columnXml).join('')}</cols><sheetData>`,
    headerWriter(columns)(
      1,
      columns.map(({ name }) => name),
    ),
  ].join('')
}

/** What stands behind the rows of a sheet, of which there are so many, header included. */
export const sheetEnd = (columns: readonly SheetColumn[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows}"/></worksheet>`

import type { Cell } from '../../../schemas/index.ts'
import { guardFormula } from '../formula-guard.ts'
import { daysSinceEpoch } from '../published-table.ts'
import { STYLE } from './styles.ts'
import { cellText, xmlText } from './xml-text.ts'

/** One column of a sheet. */
export interface SheetColumn {
  readonly name: string
  /** Width in characters. */
  readonly width: number
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

const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(text))}</t></is></c>`

const dateCell = (place: string, isoDate: string): string => {
  const serial = daysSinceEpoch(isoDate) + EPOCH_SERIAL
  return serial < FIRST_SERIAL
    ? textCell(place, isoDate, STYLE.code)
    : `<c r="${place}" s="${STYLE.date}"><v>${serial}</v></c>`
}

const cellXml = (place: string, { isDate, styleOf }: SheetColumn, cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (isDate) return dateCell(place, cell)
  const style = styleOf(cell) ?? (guardFormula(cell) === cell ? STYLE.plain : STYLE.guarded)
  return textCell(place, cell, style)
}

/** A row of a sheet; `number` counts from 1. No cell is a formula: texts are inline strings, whatever they begin with. */
export const rowXml = (number: number, columns: readonly SheetColumn[], cells: readonly Cell[]): string => {
  const written = columns.map((column, index) =>
    cellXml(letters(index) + number, column, cells[index] ?? null),
  )
  return `<row r="${number}">${written.join('')}</row>`
}

const columnXml = ({ width }: SheetColumn, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`

/** What stands before the rows of a sheet: its header row and this many columns stay in sight. */
export const sheetStart = (columns: readonly SheetColumn[], frozenColumns: number): string => {
  const split = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft'
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>',
    `<sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${letters(frozenColumns)}2" activePane="${pane}" state="frozen"/></sheetView>`,
    `</sheetViews><cols>${columns.map(columnXml).join('')}</cols><sheetData><row r="1">`,
    ...columns.map(({ name }, index) => textCell(`${letters(index)}1`, name, STYLE.header)),
    '</row>',
  ].join('')
}

/** What stands behind the rows of a sheet, of which there are so many, header included. */
export const sheetEnd = (columns: readonly SheetColumn[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows}"/></worksheet>`

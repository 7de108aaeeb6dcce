import {
  type Column,
  columnsOf,
  STATUSES,
  type Status,
  TABLES,
  type Table,
  VIEWS,
} from '../../../schemas/index.ts'
import { patternOf } from '../../../schemas/json-schema.ts'
import { batchRows } from '../batch.ts'
import type { OpenReleaseSink } from '../release-sink.ts'
import { aboutRows, CODEBOOK_HEAD, codebookRows } from './described-sheets.ts'
import { packHere, type StartPacking } from './pack-workbook.ts'
import { packageParts, sheetPath } from './package-parts.ts'
import { sheetSeries } from './sheet-series.ts'
import type { SheetColumn } from './sheet-xml.ts'
import { type SpooledSheet, spoolSheet } from './spooled-sheet.ts'
import { STYLE, statusStyle } from './styles.ts'
import { packInThread } from './threaded-pack.ts'

/** The workbook of a release. */
export const WORKBOOK_FILE = 'cyberwellness.xlsx'

/** The tables that have a sheet, and how many of their columns stay in sight. */
const SHEETS: ReadonlyMap<Table, number> = new Map<Table, number>([
  [TABLES.indicators, 0],
  [VIEWS.matrix, 2],
  [TABLES.items, 0],
])

/** Widths in characters: of notes and the like, of names, and of short codes, numbers and dates. */
const WIDE = 60
const MIDDLE = 28
const NARROW = 12
/** Room for the arrow of the filter beside a name, and for what is a little wider than a digit. */
const ARROW = 4
const MARGIN = 2

const LONG_TEXTS: ReadonlySet<string> = new Set(['note', 'evidence', 'text'])

const statuses: ReadonlySet<string> = new Set(STATUSES)
const isStatus = (text: string): text is Status => statuses.has(text)
const styleOfStatus = (text: string): number => (isStatus(text) ? statusStyle(text) : STYLE.code)

const widthOf = ({ name, storage, values }: Column, isCode: boolean): number => {
  const content = (): number => {
    if (values !== null) return Math.max(...values.map((value) => value.length)) + MARGIN
    if (storage !== 'utf8') return NARROW
    if (isCode) return name === 'document_id' ? MIDDLE : NARROW
    return LONG_TEXTS.has(name) ? WIDE : MIDDLE
  }
  return Math.max(name.length + ARROW, content())
}

const tableColumn = (table: Table, column: Column): SheetColumn => {
  const isStatusColumn = column.values?.join() === STATUSES.join()
  const isCode = column.values !== null || patternOf(table, column.name) !== null
  return {
    name: column.name,
    width: widthOf(column, isCode),
    isDate: column.storage === 'date32',
    styleOf: (text) => {
      if (isStatusColumn) return styleOfStatus(text)
      return isCode ? STYLE.code : null
    },
  }
}

const textColumn = (name: string, width: number, styleOf: SheetColumn['styleOf']): SheetColumn => ({
  name,
  width,
  isWrapped: true,
  isDate: false,
  styleOf,
})

const CODEBOOK_WIDTHS: Readonly<Record<string, number>> = { kind: NARROW, unit: NARROW, meaning: 2 * WIDE }
const CODEBOOK_COLUMNS: readonly SheetColumn[] = CODEBOOK_HEAD.map((name) =>
  textColumn(name, CODEBOOK_WIDTHS[name] ?? MIDDLE, name === 'value' ? styleOfStatus : () => STYLE.wrapped),
)
const ABOUT_COLUMNS = ['name', 'text'].map((name) =>
  textColumn(name, name === 'text' ? 2 * WIDE : MIDDLE, () => STYLE.wrapped),
)

const workbookSink =
  (startPacking: StartPacking): OpenReleaseSink =>
  (folder, info, collection) => {
    const begun: SpooledSheet[] = []
    const packing = startPacking(folder, WORKBOOK_FILE)
    const spool = (name: string, columns: readonly SheetColumn[], frozenColumns: number): SpooledSheet => {
      const path = folder.path(`${WORKBOOK_FILE}.${name}.part`)
      const sheet = spoolSheet(path, name, columns, frozenColumns, packing.grow)
      begun.push(sheet)
      return sheet
    }
    const tables = new Map(
      [...SHEETS].map(([table, frozenColumns]) => {
        const columns = columnsOf(table).map((column) => tableColumn(table, column))
        return [table.name, sheetSeries(table.name, (name) => spool(name, columns, frozenColumns))] as const
      }),
    )
    const end = (): void => {
      const codebook = spool('codebook', CODEBOOK_COLUMNS, 0)
      for (const row of codebookRows()) codebook.add(row)
      const about = spool('about', ABOUT_COLUMNS, 0)
      for (const row of aboutRows(info, collection)) about.add(row)
      const sheets = [...[...tables.values()].flatMap((table) => table.sheets), codebook, about]
      packing.begin({
        texts: packageParts(
          info,
          sheets.map(({ name }) => name),
        ),
        sheets: sheets.map((sheet, index) => ({ path: sheetPath(index), spooled: sheet.end() })),
      })
    }
    return {
      write: ({ name }, batch) => {
        const sheet = tables.get(name)
        if (sheet) for (const row of batchRows(batch)) sheet.add(row)
      },
      end,
      finish: packing.finish,
      abandon: () => {
        for (const sheet of begun) sheet.abandon()
        packing.stop()
      },
    }
  }

/**
 * A release as a workbook for spreadsheets: indicators, matrix, items, codebook and about, with headers that stay in
 * sight, filters, and statuses in their colours. Texts are texts and never formulas, dates are dates, codes keep their
 * zeros. Rows beyond what a sheet can hold go on in `indicators 2` and so on; a text longer than a cell is cut and
 * says so. Memory does not grow with the rows: sheets wait on disk, and the archive is written piece by piece.
 */
export const openWorkbook = workbookSink(packHere)

/** The same workbook, byte for byte, packed beside this thread. */
export const openThreadedWorkbook = workbookSink(packInThread)

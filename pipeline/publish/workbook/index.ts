import { Zip, ZipDeflate } from 'fflate'
import { patternOf } from '../../../schemas/generate/json-schema.ts'
import {
  type Column,
  columnsOf,
  STATUSES,
  type Status,
  TABLES,
  type Table,
  VIEWS,
} from '../../../schemas/index.ts'
import { batchRows } from '../published-table.ts'
import type { OpenReleaseSink } from '../release-sink.ts'
import { aboutRows, CODEBOOK_HEAD, codebookRows } from './described-sheets.ts'
import { packageParts, sheetPath } from './package-parts.ts'
import { sheetSeries } from './sheet-series.ts'
import type { SheetColumn } from './sheet-xml.ts'
import { type SpooledSheet, spoolSheet } from './spooled-sheet.ts'
import { STYLE, statusStyle } from './styles.ts'

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

/** The day that every entry of the archive has: the first that the format knows, as the local clock writes it. */
const entryDate = (): Date => new Date(1980, 0, 1, 12)

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

/**
 * A release as a workbook for spreadsheets: indicators, matrix, items, codebook and about, with headers that stay in
 * sight, filters, and statuses in their colours. Texts are texts and never formulas, dates are dates, codes keep their
 * zeros. Rows beyond what a sheet can hold go on in `indicators 2` and so on; a text longer than a cell is cut and
 * says so. Memory does not grow with the rows: sheets wait on disk, and the archive is written piece by piece.
 */
export const openWorkbook: OpenReleaseSink = (folder, info, collection) => {
  const begun: SpooledSheet[] = []
  const spool = (name: string, columns: readonly SheetColumn[], frozenColumns: number): SpooledSheet => {
    const path = folder.path(`${WORKBOOK_FILE}.${name}.part`)
    const sheet = spoolSheet(path, name, columns, frozenColumns)
    begun.push(sheet)
    return sheet
  }
  const tables = new Map(
    [...SHEETS].map(([table, frozenColumns]) => {
      const columns = columnsOf(table).map((column) => tableColumn(table, column))
      return [table.name, sheetSeries(table.name, (name) => spool(name, columns, frozenColumns))] as const
    }),
  )
  return {
    write: ({ name }, batch) => {
      const sheet = tables.get(name)
      if (sheet) for (const row of batchRows(batch)) sheet.add(row)
    },
    finish: () => {
      const codebook = spool('codebook', CODEBOOK_COLUMNS, 0)
      for (const row of codebookRows()) codebook.add(row)
      const about = spool('about', ABOUT_COLUMNS, 0)
      for (const row of aboutRows(info, collection)) about.add(row)
      const sheets = [...[...tables.values()].flatMap((table) => table.sheets), codebook, about]
      const file = folder.open(WORKBOOK_FILE)
      // the code of the locked library compresses, so that the bytes do not hang on the machine
      const archive = new Zip((error, bytes) => {
        if (error) throw error
        file.put(bytes)
      })
      const begin = (path: string): ZipDeflate => {
        const entry = new ZipDeflate(path, { level: 6 })
        entry.mtime = entryDate()
        archive.add(entry)
        return entry
      }
      const parts = packageParts(
        info,
        sheets.map(({ name }) => name),
      )
      for (const [path, text] of parts) begin(path).push(Buffer.from(text), true)
      for (const [index, sheet] of sheets.entries()) {
        const entry = begin(sheetPath(index))
        for (const piece of sheet.drain()) entry.push(piece)
        entry.push(new Uint8Array(), true)
      }
      archive.end()
      file.close()
    },
    abandon: () => {
      for (const sheet of begun) sheet.abandon()
    },
  }
}

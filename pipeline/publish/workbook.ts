import { unzipSync, zipSync } from 'fflate'
import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  rangeRef,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import {
  type Cell,
  listCaveats,
  listColumns,
  OTHER_VOCABULARIES,
  SECTIONS,
  STATUS_APPEARANCE,
  STATUS_VOCABULARY,
  STATUSES,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { findPattern } from '../../schemas/json-schema.ts'
import type { Row } from './published-cell.ts'
import type { OpenWriter } from './writer.ts'

/** The workbook of a release. */
export const WORKBOOK_FILE = 'cyberwellness.xlsx'

/** The library holds all rows in memory; with more documents, the workbook holds matrix and codebook alone. */
export const MAX_WORKBOOK_DOCUMENTS = 2_000

const MAX_CELL_LENGTH = 32_767
const CUT_MARK = '… [cut]'

/** Widths in characters. */
const WIDE = 60
const MIDDLE = 28
const NARROW = 12
const FILTER_ARROW = 4

/** The codes and the name of the country stay in sight beside the matrix. */
const MATRIX_COUNTRY_COLUMNS = 3

const DATE: CellStyle = { numFmt: 'yyyy-mm-dd' }
/** Excel would make a date of section `1.1.1` when the cell is edited. */
const TEXT: CellStyle = { numFmt: '@' }
const WRAPPED: CellStyle = { alignment: { vertical: 'top', wrapText: true } }
const fillCell = (colour: string): CellStyle => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour.slice(1).toUpperCase() } },
})
const HEADER: CellStyle = { ...fillCell('#e7e6e6'), font: { bold: true } }
const STATUS_STYLES: ReadonlyMap<unknown, CellStyle> = new Map(
  STATUSES.map((status) => [status, fillCell(STATUS_APPEARANCE[status].fill)]),
)

const cellValue = (cell: Cell, style: CellStyle | undefined): CellValue => {
  if (typeof cell !== 'string') return cell
  if (style === DATE) return new Date(cell)
  const kept = cell.slice(0, MAX_CELL_LENGTH - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '')
  // `_x000D_` and the like would be read as a character, so its first underline is escaped
  return (cell.length > MAX_CELL_LENGTH ? kept + CUT_MARK : cell).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** A sheet with a header that stays in sight, filters, and the statuses of some columns in their colours. */
const makeSheet = (
  name: string,
  columns: ColumnDef[],
  rows: readonly (readonly Cell[])[],
  statusColumns: ReadonlySet<number>,
): WriteSheet => {
  const cells = new Map(columns.map((_, column) => [`0,${column}`, { style: HEADER }]))
  const values = rows.map((row, index) =>
    row.map((cell, column) => {
      const style = statusColumns.has(column) ? STATUS_STYLES.get(cell) : undefined
      if (style !== undefined) cells.set(`${index + 1},${column}`, { style })
      return cellValue(cell, columns[column]?.style)
    }),
  )
  return {
    name,
    columns,
    cells,
    rows: [columns.map(({ header }) => header ?? ''), ...values],
    freezePane: { rows: 1, columns: name === VIEWS.matrix.name ? MATRIX_COUNTRY_COLUMNS : 0 },
    autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
  }
}

const tableSheet = (table: Table, rows: readonly Row[]): WriteSheet => {
  const statusColumns = new Set<number>()
  const columns = listColumns(table).map(({ name, storage, values }, index) => {
    if (values?.some((value) => STATUS_STYLES.has(value))) statusColumns.add(index)
    const isCode = values !== null || findPattern(table, name) !== null
    const textWidth = ['note', 'evidence', 'text'].includes(name) ? WIDE : MIDDLE
    const isShort = storage !== 'utf8' || (isCode && name !== 'document_id')
    const width = Math.max(name.length + FILTER_ARROW, isShort ? NARROW : textWidth)
    // a style is written again with each cell, so most columns have none
    if (storage === 'date32') return { header: name, width, style: DATE }
    return name === 'section_code' ? { header: name, width, style: TEXT } : { header: name, width }
  })
  return makeSheet(table.name, columns, rows.map(Object.values), statusColumns)
}

/** A sheet of explanations, without Markdown. */
const textSheet = (name: string, headers: string[], rows: (string | null)[][]): WriteSheet => {
  const columns = headers.map((header) => ({
    header,
    style: WRAPPED,
    width: header === 'text' ? 2 * WIDE : MIDDLE,
  }))
  const texts = rows.map((row) => row.map((text) => text?.replaceAll('`', '') ?? null))
  return makeSheet(name, columns, texts, new Set([headers.indexOf('value')]))
}

const codebookSheet = (): WriteSheet => {
  const sections = SECTIONS.map(({ pillar, indicator, code, name, definition, unit }) =>
    ['section', pillar, indicator, `${code} ${name}`, definition].concat(unit ?? []),
  )
  const values = [STATUS_VOCABULARY, ...OTHER_VOCABULARIES].flatMap(({ title, terms }) =>
    terms.map(({ value, label, definition }) => ['value', title, value, label, definition]),
  )
  const columns = [...Object.values(TABLES), ...Object.values(VIEWS)].flatMap((table) =>
    listColumns(table).map(({ name, description, unit = null }) =>
      ['column', table.name, name, null, description].concat(unit),
    ),
  )
  const headers = ['kind', 'where', 'value', 'label', 'text', 'unit']
  return textSheet('codebook', headers, [...sections, ...values, ...columns])
}

const LEFT_OUT = `This release has more than ${MAX_WORKBOOK_DOCUMENTS} documents: indicators and items are in the other formats, such as indicators.csv.`

/**
 * Packed again without native code, whose bytes depend on the processor, and dated as early as archives can be. A higher
 * level takes twice the time for a tenth of the size.
 */
const repack = (bytes: Uint8Array): Uint8Array =>
  zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1), level: 4 })

/**
 * A release as a workbook: indicators, matrix, items, codebook and about. Texts are never formulas, dates are dates,
 * codes keep their zeros; a text longer than a cell is cut and says so.
 */
export const openWorkbook: OpenWriter = ({ folder, info, collection }) => {
  const held = new Map<Table, Row[]>([
    [TABLES.indicators, []],
    [VIEWS.matrix, []],
    [TABLES.items, []],
  ])
  let documents = 0
  return {
    write: (table, rows) => {
      if (table === TABLES.documents) documents += rows.length
      if (documents > MAX_WORKBOOK_DOCUMENTS) {
        held.delete(TABLES.indicators)
        held.delete(TABLES.items)
      }
      for (const row of rows) held.get(table)?.push(row)
    },
    finish: async () => {
      const sheets = [...held].map(([table, rows]) => tableSheet(table, rows))
      const about = [
        ...Object.entries(info),
        ...(documents > MAX_WORKBOOK_DOCUMENTS ? [['left_out', LEFT_OUT]] : []),
        ...listCaveats(collection, info.years).map(({ name, text }) => [name, text]),
      ]
      const bytes = await writeXlsx({
        sheets: [...sheets, codebookSheet(), textSheet('about', ['name', 'text'], about)],
        properties: { title: info.title, created: new Date(0), modified: new Date(0) },
        defaultFont: { name: 'Calibri', size: 11 },
      })
      folder.write(WORKBOOK_FILE, repack(bytes))
    },
  }
}

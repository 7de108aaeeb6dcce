import { unzipSync, zipSync } from 'fflate'
import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type PatternFill,
  type WriteSheet,
  writeXlsx,
} from 'hucre'
import {
  type Cell,
  type Collection,
  type Column,
  caveatsOf,
  columnsOf,
  OTHER_VOCABULARIES,
  type ReleaseInfo,
  SECTIONS,
  STATUS_APPEARANCE,
  STATUS_VOCABULARY,
  STATUSES,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { patternOf } from '../../schemas/json-schema.ts'
import type { PublishedRow } from './published-cell.ts'
import type { OpenWriter } from './writer.ts'

/** The workbook of a release. */
export const WORKBOOK_FILE = 'cyberwellness.xlsx'

/** The library holds all rows in memory; with more documents, the workbook holds matrix and codebook alone. */
export const MAX_WORKBOOK_DOCUMENTS = 2_000

const MAX_CELL_LENGTH = 32_767
const CUT_MARK = '… [cut]'
/** Spreadsheets count a 29 February 1900, so earlier dates stay text. */
const FIRST_SPREADSHEET_DATE = '1900-03-01'

/** Widths in characters, and the height of a line in points. */
const WIDE = 60
const MIDDLE = 28
const NARROW = 12
const FILTER_ARROW = 4
const LINE_HEIGHT = 15

const TOP = { vertical: 'top' } as const
const PLAIN: CellStyle = { alignment: TOP }
const TEXT: CellStyle = { alignment: TOP, numFmt: '@' }
const DATE: CellStyle = { alignment: TOP, numFmt: 'yyyy-mm-dd' }
const WRAPPED: CellStyle = { alignment: { vertical: 'top', wrapText: true } }
const solidFill = (colour: string): PatternFill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb: colour.slice(1).toUpperCase() },
})
const HEADER: CellStyle = { ...TEXT, font: { bold: true }, fill: solidFill('#e7e6e6') }
const STATUS_STYLES: ReadonlyMap<unknown, CellStyle> = new Map(
  STATUSES.map((status) => [status, { ...TEXT, fill: solidFill(STATUS_APPEARANCE[status].fill) }]),
)

/** `_x000D_` and the like would be read as a character, so its first underline is escaped. */
const cellText = (text: string): string => {
  const cut =
    text.length <= MAX_CELL_LENGTH
      ? text
      : text.slice(0, MAX_CELL_LENGTH - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '') + CUT_MARK
  return cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

const cellValue = (cell: Cell, style: CellStyle | undefined): CellValue => {
  if (typeof cell !== 'string') return cell
  return style === DATE && cell >= FIRST_SPREADSHEET_DATE ? new Date(cell) : cellText(cell)
}

/** A sheet with a header that stays in sight, filters, and statuses in their colours. */
const makeSheet = (
  name: string,
  columns: readonly ColumnDef[],
  rows: readonly (readonly Cell[])[],
  options: { frozenColumns?: number; hasStatus?: (column: number) => boolean; isWrapped?: boolean } = {},
): WriteSheet => {
  const { frozenColumns = 0, hasStatus = () => false, isWrapped = false } = options
  const cells = new Map(columns.map((_, column) => [`0,${column}`, { style: HEADER }]))
  const rowDefs = new Map<number, { height: number }>()
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const style = hasStatus(column) ? STATUS_STYLES.get(cell) : undefined
      if (style !== undefined) cells.set(`${index + 1},${column}`, { style })
    }
    const lines = row.map((cell, column) =>
      Math.ceil(String(cell ?? '').length / (columns[column]?.width ?? WIDE)),
    )
    const height = Math.max(1, ...lines) * LINE_HEIGHT
    if (isWrapped && height > LINE_HEIGHT) rowDefs.set(index + 1, { height })
  }
  const lastColumn = String.fromCharCode(64 + (columns.length % 26))
  return {
    name,
    columns: [...columns],
    rows: [
      columns.map(({ header }) => header ?? ''),
      ...rows.map((row) => row.map((cell, column) => cellValue(cell, columns[column]?.style))),
    ],
    cells,
    rowDefs,
    freezePane: { rows: 1, columns: frozenColumns },
    autoFilter: { range: `A1:${columns.length > 26 ? 'A' : ''}${lastColumn}${rows.length + 1}` },
  }
}

const isStatus = ({ values }: Column): boolean => values?.join() === STATUSES.join()

const tableColumn = (table: Table, column: Column): ColumnDef => {
  const { name, storage, values } = column
  const isCode = values !== null || patternOf(table, name) !== null
  const contentWidth = (): number => {
    if (values !== null) return Math.max(...values.map(({ length }) => length)) + 2
    if (storage !== 'utf8' || (isCode && name !== 'document_id')) return NARROW
    return ['note', 'evidence', 'text'].includes(name) ? WIDE : MIDDLE
  }
  const textStyle = isCode ? TEXT : PLAIN
  return {
    header: name,
    width: Math.max(name.length + FILTER_ARROW, contentWidth()),
    style: storage === 'date32' ? DATE : textStyle,
  }
}

const tableSheet = (table: Table, rows: readonly PublishedRow[], frozenColumns: number): WriteSheet => {
  const columns = columnsOf(table)
  return makeSheet(
    table.name,
    columns.map((column) => tableColumn(table, column)),
    rows.map((row) => Object.values(row)),
    { frozenColumns, hasStatus: (index) => columns.slice(index, index + 1).some(isStatus) },
  )
}

/** A cell shows no Markdown. */
const plain = (text: string): string => text.replaceAll('`', '')

const codebookSheet = (): WriteSheet => {
  const widths = {
    kind: NARROW,
    where: MIDDLE,
    value: MIDDLE,
    label: MIDDLE,
    meaning: 2 * WIDE,
    unit: NARROW,
  }
  const columns = Object.entries(widths).map(([header, width]) => ({ header, width, style: WRAPPED }))
  const rows: Cell[][] = [
    ...SECTIONS.map(({ code, name, pillar, definition, unit }) => [
      'section',
      pillar,
      code,
      name,
      definition,
      unit,
    ]),
    ...[STATUS_VOCABULARY, ...OTHER_VOCABULARIES].flatMap(({ title, terms }) =>
      terms.map(({ value, label, definition }) => ['value', title, value, label, plain(definition), null]),
    ),
    ...[...Object.values(TABLES), ...Object.values(VIEWS)].flatMap((table) =>
      columnsOf(table).map(({ name, description, unit }) => [
        'column',
        table.name,
        name,
        null,
        plain(description),
        unit ?? null,
      ]),
    ),
  ]
  return makeSheet('codebook', columns, rows, { hasStatus: (column) => column === 2, isWrapped: true })
}

const aboutSheet = (info: ReleaseInfo, collection: Collection, isShort: boolean): WriteSheet => {
  const columns = [
    { header: 'name', width: MIDDLE, style: WRAPPED },
    { header: 'text', width: 2 * WIDE, style: WRAPPED },
  ]
  const { title, version, description, licence, homepage } = info
  const leftOut = `This release has more than ${MAX_WORKBOOK_DOCUMENTS} documents: indicators and items are in the other formats, such as indicators.csv.`
  const rows: Cell[][] = [
    ...Object.entries({ title, version, description, licence, ...(homepage && { homepage }) }),
    ...(isShort ? [['left_out', leftOut]] : []),
    ...caveatsOf(collection).map(({ name, text }) => [name, text]),
  ]
  return makeSheet('about', columns, rows, { isWrapped: true })
}

/** Packed again without native code, whose bytes depend on the processor, and dated as early as archives can be. */
const repack = (bytes: Uint8Array): Uint8Array => zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) })

/**
 * A release as a workbook: indicators, matrix, items, codebook and about. Texts are never formulas, dates are dates,
 * codes keep their zeros; a text longer than a cell is cut and says so.
 */
export const openWorkbook: OpenWriter = ({ folder, info, collection }) => {
  const held = { indicators: [] as PublishedRow[], matrix: [] as PublishedRow[], items: [] as PublishedRow[] }
  let documents = 0
  return {
    write: ({ name }, rows) => {
      if (name === 'documents') documents += rows.length
      if (documents > MAX_WORKBOOK_DOCUMENTS) {
        held.indicators = []
        held.items = []
        if (name !== 'matrix') return
      }
      if (name === 'indicators' || name === 'matrix' || name === 'items')
        for (const row of rows) held[name].push(row)
    },
    finish: async () => {
      const isShort = documents > MAX_WORKBOOK_DOCUMENTS
      const matrix = tableSheet(VIEWS.matrix, held.matrix, 2)
      const indicators = tableSheet(TABLES.indicators, held.indicators, 0)
      const items = tableSheet(TABLES.items, held.items, 0)
      const described = [codebookSheet(), aboutSheet(info, collection, isShort)]
      const bytes = await writeXlsx({
        sheets: isShort ? [matrix, ...described] : [indicators, matrix, items, ...described],
        properties: {
          title: info.title,
          description: `${info.description} ${info.licence}`,
          created: new Date(0),
          modified: new Date(0),
        },
        defaultFont: { name: 'Calibri', size: 11 },
      })
      folder.write(WORKBOOK_FILE, repack(bytes))
    },
  }
}

import { STATUS_APPEARANCE, STATUSES, type Status } from '../../../schemas/index.ts'

/** Styles that are no status, by their index among the cell formats of the workbook. */
export const STYLE = {
  plain: 0,
  header: 1,
  /** Text that stays text when it is edited. */
  code: 2,
  date: 3,
  /** Text that a spreadsheet would take for a formula if it were typed. */
  guarded: 4,
  wrapped: 5,
} as const

const DATE_FORMAT = 164
const TEXT_FORMAT = 49
const STATUS_BASE = Object.keys(STYLE).length
/** The first two fills are prescribed; the third is that of the header. */
const FILLS_BEFORE_STATUSES = 3

/** The style of a status: black on its own colour. */
export const statusStyle = (status: Status): number => STATUS_BASE + STATUSES.indexOf(status)

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour.slice(1).toUpperCase()}"/></patternFill></fill>`

const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('#e7e6e6'),
  ...STATUSES.map((status) => solid(STATUS_APPEARANCE[status].fill)),
]

const TOP = '<alignment vertical="top"/>'

const formats = [
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${TOP}</xf>`,
  `<xf numFmtId="${TEXT_FORMAT}" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${TOP}</xf>`,
  `<xf numFmtId="${TEXT_FORMAT}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>`,
  `<xf numFmtId="${DATE_FORMAT}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>`,
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">${TOP}</xf>`,
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  ...STATUSES.map(
    (_, index) =>
      `<xf numFmtId="${TEXT_FORMAT}" fontId="0" fillId="${FILLS_BEFORE_STATUSES + index}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">${TOP}</xf>`,
  ),
]

const list = (name: string, entries: readonly string[]): string =>
  `<${name} count="${entries.length}">${entries.join('')}</${name}>`

/** The part `xl/styles.xml`. */
export const STYLES_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  list('numFmts', [`<numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy\\-mm\\-dd"/>`]),
  list('fonts', [
    '<font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font>',
  ]),
  list('fills', fills),
  list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list('cellXfs', formats),
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  '</styleSheet>',
].join('')

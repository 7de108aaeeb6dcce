/** How many UTF-16 code units a cell of a spreadsheet holds. */
export const LONGEST_CELL = 32_767

/** What a text ends with that is longer than a cell. */
export const CUT_MARK = '… [cut]'

const hexadecimal = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/**
 * Text inside an element or attribute of a workbook. What XML cannot hold, or would change, is written `_x000D_` as
 * ECMA-376 says (ST_Xstring), and text that already looks like that is guarded.
 */
export const xmlText = (text: string): string => (NEEDS_CARE.test(text) ? carefulText(text) : text)

const NEEDS_CARE = /[&<>"_\p{Cc}\ufffe\uffff]/u

const carefulText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) =>
      character === '\n' || character === '\t' ? character : `_x${hexadecimal(character)}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A text as a cell can hold it: one that is longer than {@link LONGEST_CELL} is cut and says so. */
export const cellText = (text: string): string =>
  text.length <= LONGEST_CELL
    ? text
    : text.slice(0, LONGEST_CELL - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '') + CUT_MARK

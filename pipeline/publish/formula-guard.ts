/**
 * What a spreadsheet may take for a formula: `=`, `+`, `-`, `@` and their full-width forms, also behind white space
 * and invisible characters, or a tab or line break at the very start. Leading apostrophes are looked through, so
 * that the mark can be taken off again without doubt.
 */
const LOOKS_LIKE_FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

/**
 * Puts an apostrophe before a text that a spreadsheet might run as a formula, as OWASP advises for CSV.
 * A reader restores the text by taking one apostrophe off wherever such a text follows it.
 */
export const guardFormula = (text: string): string => (LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text)

const [SPACE, DELETE] = [0x20, 0x7f] as const
const FORMULA_SIGNS = new Set(new TextEncoder().encode("'=+-@"))

/** Whether {@link guardFormula} may mark a text whose UTF-8 begins with this byte. */
export const mayOpenFormula = (byte: number): boolean =>
  byte <= SPACE || byte >= DELETE || FORMULA_SIGNS.has(byte)

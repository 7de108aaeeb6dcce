/**
 * Texts that a spreadsheet may run as a formula: `=`, `+`, `-`, `@` and their full-width forms, also after white space
 * and invisible characters, or a tab or line break at the start. Leading apostrophes count as part of such a text, so
 * that the mark can be removed again without doubt.
 */
const LOOKS_LIKE_FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

/**
 * Puts an apostrophe before a text that a spreadsheet might run as a formula, as OWASP advises for CSV.
 * Readers restore the text by removing one apostrophe wherever such a text follows it.
 */
export const guardFormula = (text: string): string => (LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text)

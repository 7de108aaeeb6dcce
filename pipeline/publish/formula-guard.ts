/**
 * Where a spreadsheet may begin a formula: at the start of a text, or behind a separator where it splits cells there; also
 * after quotes, white space and invisible characters. Apostrophes count as part of such a text, so that the mark can be
 * removed again without doubt.
 */
const FORMULA_START = /(?<=^|[;\t\r\n])(?=["'\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/gu

/** A telephone number is no formula, and readers of CSV want it unchanged. */
const PHONE_NUMBER = /^\+\d[\d ()./-]*$/

/** What is guarded, for README and codebook. */
export const FORMULA_NOTE =
  "In CSV alone, an apostrophe is added where a spreadsheet might begin a formula with `=`, `+`, `-` or `@`: at the start of a text, or after a semicolon, tab or line break in it (`'=1+1`). It is not part of the text: take it off to get the text back. Telephone numbers such as `+354 515 5000` are left as they are."

/**
 * Puts an apostrophe wherever a spreadsheet might begin a formula, as OWASP advises for CSV. Readers restore the text by
 * removing one apostrophe in each of these places.
 */
export const guardFormula = (text: string): string =>
  PHONE_NUMBER.test(text) ? text : text.replace(FORMULA_START, "'")

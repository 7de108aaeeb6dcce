import type { TextRun } from '../page.ts'
import type { PageDrawing, PdfPage } from '../pdfium/index.ts'
import type { WordTally } from '../repair-text.ts'

/** A page with this many letters is text, whatever pictures it holds. */
const MIN_TEXT_LETTERS = 300

/** A page with fewer letters has only a page number or a stamp. */
const MIN_LETTERS = 40

/** Fewer characters than this cannot show that they are garbled. */
const MIN_CHARACTERS = 40

/** In readable text at least this share of the visible characters are letters or digits. */
const LETTER_SHARE = 0.5

/** Pictures that cover this share of the page, strips of one added up, are a scan of it. */
const SCAN_SHARE = 0.5

/** This many shapes on a page without text are letters drawn as outlines. */
const MIN_OUTLINES = 300

/** Words with characters that cannot be read: at least this many, and this share of all. */
const MIN_DAMAGED_WORDS = 3
const DAMAGED_SHARE = 0.03

/** Text is in another language where fewer of its long words are English. */
const MIN_LONG_WORDS = 8
const ENGLISH_SHARE = 0.2

/** What the text layer of a page is worth. */
export type TextLayer =
  /** It says what the page shows, as far as can be seen. */
  | 'readable'
  /** Its characters are not those that the page shows. */
  | 'garbled'
  /** Many of its words have unreadable characters. */
  | 'damaged'
  /** Its words are not English. */
  | 'foreign'
  /** It has some lines beside a scan. */
  | 'sparse'
  /** It has almost no text beside a scan or outlines of letters. */
  | 'missing'

/** A character other than a letter, over and over: a rule drawn in dashes, the leader of a list of contents. */
const REPEATED_MARK = /([^\p{L}\s])(?:\s*\1)+/gu

const LETTERS = /\p{L}+/gu

/** The length of all that a pattern matches. */
const count = (text: string, pattern: RegExp): number => text.length - text.replaceAll(pattern, '').length

/** Number of letters in runs. */
export const countLetters = (runs: readonly TextRun[]): number =>
  runs.reduce((sum, run) => sum + count(run.text, LETTERS), 0)

/** Whether pictures cover most of a page, as those of a scan do. */
export const isScan = ({ pictures }: PageDrawing, pageArea: number): boolean =>
  pictures.reduce((sum, box) => sum + (box.x1 - box.x0) * (box.y1 - box.y0), 0) >= pageArea * SCAN_SHARE

/** Whether a page may show text without setting any: as pictures, or as outlines of letters. */
export const showsUnsetText = (drawing: PageDrawing, pageArea: number): boolean =>
  isScan(drawing, pageArea) || drawing.shapes.length >= MIN_OUTLINES

/** Judges the text layer of a page by its characters, its words, and what the page shows beside them. */
export const judgeTextLayer = (
  runs: readonly TextRun[],
  { words, damaged, long, english }: WordTally,
  { drawing, width, height }: Pick<PdfPage, 'drawing' | 'width' | 'height'>,
): TextLayer => {
  const text = runs.map((run) => run.text.replaceAll(REPEATED_MARK, '$1')).join('')
  const letters = count(text, LETTERS)
  const good = letters + count(text, /\p{Nd}+/gu)
  const visible = count(text, /\S+/gu)
  if (visible > MIN_CHARACTERS && good < visible * LETTER_SHARE) return 'garbled'
  if (damaged.length >= MIN_DAMAGED_WORDS && damaged.length > words * DAMAGED_SHARE) return 'damaged'
  if (long >= MIN_LONG_WORDS && english < long * ENGLISH_SHARE) return 'foreign'
  if (letters >= MIN_TEXT_LETTERS) return 'readable'
  if (letters >= MIN_LETTERS) return isScan(drawing, width * height) ? 'sparse' : 'readable'
  return showsUnsetText(drawing, width * height) ? 'missing' : 'readable'
}

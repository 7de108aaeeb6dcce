import type { TextRun } from '../page.ts'
import type { PageDrawing } from '../pdfium/index.ts'

/** So many letters stand for their page, whatever pictures lie beside them. */
const PLENTY_OF_LETTERS = 300

/** Fewer letters than this are no text: a page number, a stamp. */
const FEW_LETTERS = 40

/** Of so few characters it cannot be said that they are the wrong ones. */
const FEW_CHARACTERS = 40

/** In readable text more than this share of the visible characters are letters. */
const LETTER_SHARE = 0.5

/** Pictures that cover this share of the page, strips of one added up, are a scan of it. */
const SCAN_SHARE = 0.5

/** So many shapes on a page without text are letters turned into outlines. */
const MANY_SHAPES = 300

/** Code points that stand for no character: private use, unassigned, controls, the replacement character. */
const UNMAPPED = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu

/** What the text layer of a page is worth, by its characters alone. */
export type TextLayer =
  /** It says what the page shows. */
  | 'readable'
  /** It holds characters, but not those that the page shows. */
  | 'garbled'
  /** It holds some lines; they may be all there is, or stand beside a scan. */
  | 'sparse'
  /** It holds next to nothing; the page may be empty, too. */
  | 'missing'

/** A character other than a letter, over and over: a rule drawn in dashes, the leader of a list of contents. */
const REPEATED_MARK = /([^\p{L}\s])(?:\s*\1)+/gu

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** How many letters runs hold. */
export const lettersOf = (runs: readonly TextRun[]): number =>
  runs.reduce((sum, run) => sum + count(run.text, /\p{L}/gu), 0)

/** Judges the text layer of a page. */
export const judgeTextLayer = (runs: readonly TextRun[]): TextLayer => {
  const text = runs.map((run) => run.text.replaceAll(REPEATED_MARK, '$1')).join('')
  const characters = count(text, /\S/gu)
  const letters = lettersOf(runs)
  const garbled = count(text, UNMAPPED) > letters || letters < characters * LETTER_SHARE
  if (characters > FEW_CHARACTERS && garbled) return 'garbled'
  if (letters >= PLENTY_OF_LETTERS) return 'readable'
  return letters < FEW_LETTERS ? 'missing' : 'sparse'
}

/** Whether a page whose text layer is not readable shows text that only OCR can read. */
export const showsUnreadText = (layer: TextLayer, drawing: PageDrawing, pageArea: number): boolean => {
  if (layer === 'readable' || layer === 'garbled') return layer === 'garbled'
  const pictureArea = drawing.pictures.reduce((sum, box) => sum + (box.x1 - box.x0) * (box.y1 - box.y0), 0)
  if (pictureArea >= pageArea * SCAN_SHARE) return true
  return layer === 'missing' && drawing.shapes.length >= MANY_SHAPES
}

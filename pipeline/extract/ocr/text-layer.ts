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
const UNMAPPED = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u

const LETTER = /\p{L}/u

const SPACE = /\s/u

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

/** How many characters of each kind a text holds. */
interface Tally {
  readonly letters: number
  /** All but white space. */
  readonly visible: number
  readonly unmapped: number
}

const [EXCLAMATION_MARK, TILDE] = [0x21, 0x7e] as const

/** The bit by which small and capital letters of ASCII differ. */
const SMALL = 0x20

const isAsciiLetter = (code: number): boolean => (code | SMALL) >= 0x61 && (code | SMALL) <= 0x7a

/** Most characters are plain ones, and comparisons are far cheaper than patterns. */
const tallyOf = (text: string): Tally => {
  let [letters, visible, unmapped] = [0, 0, 0]
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code >= EXCLAMATION_MARK && code <= TILDE) {
      visible++
      if (isAsciiLetter(code)) letters++
      continue
    }
    if (!SPACE.test(character)) visible++
    if (LETTER.test(character)) letters++
    else if (UNMAPPED.test(character)) unmapped++
  }
  return { letters, visible, unmapped }
}

const textOf = (runs: readonly TextRun[]): string => runs.map((run) => run.text).join('')

/** How many letters runs hold. */
export const lettersOf = (runs: readonly TextRun[]): number => tallyOf(textOf(runs)).letters

/** Judges the text layer of a page. */
export const judgeTextLayer = (runs: readonly TextRun[]): TextLayer => {
  const text = runs.map((run) => run.text.replaceAll(REPEATED_MARK, '$1')).join('')
  // what repeats is no letter, so that none is lost
  const { letters, visible, unmapped } = tallyOf(text)
  const garbled = unmapped > letters || letters < visible * LETTER_SHARE
  if (visible > FEW_CHARACTERS && garbled) return 'garbled'
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

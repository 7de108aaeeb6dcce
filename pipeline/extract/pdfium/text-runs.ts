import { RADIANS } from '../../io/geometry.ts'
import { findMedian } from '../../io/numbers.ts'
import { remember } from '../../io/remember.ts'
import { OVERLAP_EM, type TextRun, WORD_GAP_EM } from '../page.ts'
import { UNKNOWN } from '../repair-text.ts'
import { DOUBLE_BYTES, type Engine } from './engine.ts'

/** What the characters of one piece of text share, which the file sets at once. */
export interface Piece {
  /** Its number. */
  readonly object: number
  /** Font size as it shows, which is one em. */
  readonly size: number
  /** Degrees by which its line is turned counter-clockwise. */
  readonly angle: number
  readonly font: string | null
  /** The direction of its line, of length 1. */
  readonly right: number
  readonly up: number
  /** How far a character takes the line on, in points. */
  readonly measureAdvance: (code: number) => number
}

/** A character as the file sets it, in PDF points; its line may run in any direction. */
export interface Character {
  /** One character, or half of a pair of surrogates. */
  readonly text: string
  readonly piece: Piece
  /** Where its origin, and so its baseline, lies in user space. */
  readonly x: number
  readonly y: number
  /** The same place along its line and across it. */
  readonly along: number
  readonly across: number
  /** Where along its line it ends. */
  readonly end: number
  /** Whether it is of a replacement text, whose characters share the place of one piece of text. */
  readonly isReplaced: boolean
}

/** The six letters and plus sign before the name of a subset font (ISO 32000-1, 9.6.4). */
const SUBSET_PREFIX = /^[A-Z]{6}\+/

const MAX_NAME_BYTES = 256

/** PDFium's marks for a hyphen at the end of a line, which are no characters. */
const LINE_END_HYPHENS: readonly number[] = [0x02, 0xfffe]

const LAST_CODE_POINT = 0x10ffff

const utf8 = new TextDecoder()

const readFontName = ({ call, answer, bytes }: Engine, font: number): string | null => {
  const length = font === 0 ? 0 : call.FPDFFont_GetBaseFontName(font, answer, MAX_NAME_BYTES)
  if (length <= 1 || length > MAX_NAME_BYTES) return null
  return utf8.decode(bytes().slice(answer, answer + length - 1)).replace(SUBSET_PREFIX, '') || null
}

/** A reader of pieces of text by one of their characters; it asks once for what the pieces of a page share. */
const makePieceReader = (engine: Engine, textPage: number) => {
  const { call, answer, float } = engine
  const getFont = remember((font: number) => ({
    name: readFontName(engine, font),
    measureAt: remember((size: number) =>
      remember((code: number): number =>
        font !== 0 && call.FPDFFont_GetGlyphWidth(font, code, size, answer) === 1 ? float(0) : 0,
      ),
    ),
  }))
  return (object: number, index: number): Piece => {
    const nominal = call.FPDFText_GetFontSize(textPage, index)
    call.FPDFText_GetMatrix(textPage, index, answer)
    const [a, b, c, d] = [float(0), float(1), float(2), float(3)]
    const stretch = Math.hypot(a, b)
    const { name, measureAt } = getFont(call.FPDFTextObj_GetFont(object))
    const measureWidth = measureAt(nominal)
    return {
      object,
      size: Math.abs(nominal) * (Math.hypot(c, d) || stretch),
      angle: Math.atan2(b, a) / RADIANS,
      font: name,
      right: stretch === 0 ? 1 : a / stretch,
      up: stretch === 0 ? 0 : b / stretch,
      measureAdvance: (code) => measureWidth(code) * stretch,
    }
  }
}

const decodeCharacter = (code: number, isHyphen: boolean): string => {
  if (isHyphen) return '-'
  if (code === 0 || code > LAST_CODE_POINT) return UNKNOWN
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}

/**
 * Hands on the characters of a page in the order of the file, spaces that it sets included; those that PDFium adds are
 * left out, since distances say more.
 */
export const readCharacters = (
  engine: Engine,
  textPage: number,
  take: (character: Character) => void,
): void => {
  const { call, answer, float, double } = engine
  const count = call.FPDFText_CountChars(textPage)
  const readPiece = makePieceReader(engine, textPage)
  let piece: Piece | undefined
  let [lastOrigin, lastStart] = [Number.NaN, Number.NaN]
  for (let index = 0; index < count; index++) {
    const object = call.FPDFText_GetTextObject(textPage, index)
    if (object === 0 || call.FPDFText_IsGenerated(textPage, index) === 1) continue
    if (piece?.object !== object) piece = readPiece(object, index)
    const { right, up, size } = piece
    call.FPDFText_GetCharOrigin(textPage, index, answer, answer + DOUBLE_BYTES)
    const [x, y] = [double(0), double(1)]
    call.FPDFText_GetLooseCharBox(textPage, index, answer)
    const [left, top, boxRight, bottom] = [float(0), float(1), float(2), float(3)]
    const start = Math.min(right * left, right * boxRight) + Math.min(up * top, up * bottom)
    const boxEnd = Math.max(right * left, right * boxRight) + Math.max(up * top, up * bottom)
    const origin = right * x + up * y
    // characters of a replacement text (ActualText) have one origin, and boxes side by side
    const isReplaced = origin === lastOrigin && start > lastStart
    const along = isReplaced ? start : origin
    lastOrigin = origin
    lastStart = start
    const code = call.FPDFText_GetUnicode(textPage, index)
    // the box of a Type 3 glyph covers only its ink, in the middle of its advance width
    const end = isReplaced
      ? boxEnd
      : Math.max(boxEnd, along + piece.measureAdvance(code), boxEnd + start - along)
    const across = right * y - up * x
    if (!Number.isFinite(along + across + end + size) || size === 0) continue
    const isHyphen = LINE_END_HYPHENS.includes(code) && call.FPDFText_IsHyphen(textPage, index) === 1
    take({
      text: decodeCharacter(code, isHyphen),
      piece,
      x: x + right * (along - origin),
      y: y + up * (along - origin),
      along,
      across,
      end,
      isReplaced,
    })
  }
}

/** Letters set wide are at least this far apart, in em; this many spaces between letters show it. */
const MIN_TRACKING_EM = 0.08
const MIN_TRACKED_GAPS = 5

/** A gap wider than this, in em, separates two runs. */
const RUN_GAP_EM = 0.6

/** Baselines that differ by less than this, in em, are one. */
const SAME_BASELINE_EM = 0.02

const BOLD_NAME = /bold|black|heavy|semibold|demi/i

/** A run as it grows: its characters, and the space before each, in em; infinite where the file sets a space. */
interface OpenRun {
  readonly first: Character
  readonly texts: string[]
  readonly gaps: number[]
  last: Character
  end: number
}

const isSameLine = (one: Character, other: Character): boolean =>
  one.piece.size === other.piece.size &&
  one.piece.font === other.piece.font &&
  one.piece.angle === other.piece.angle &&
  Math.abs(one.across - other.across) < SAME_BASELINE_EM * one.piece.size

const LETTER = /^[\p{Lu}\p{Ll}\p{Lo}]$/u

/** Letters of one glyph, such as a ligature, share a place; so may an accent and its letter, which are two glyphs. */
const isSameGlyph = (one: Character, other: Character): boolean =>
  one.along === other.along &&
  one.piece.object === other.piece.object &&
  LETTER.test(one.text) &&
  LETTER.test(other.text)

/** The space before a character that continues a run, in em; null if it does not. */
const measureGap = ({ last, end }: OpenRun, next: Character): number | null => {
  if (next.isReplaced && last.piece.object === next.piece.object) return 0
  if (!isSameLine(last, next)) return null
  if (isSameGlyph(last, next)) return 0
  const gap = (next.along - end) / next.piece.size
  return gap > -OVERLAP_EM && gap <= RUN_GAP_EM ? gap : null
}

/** The usual space between the letters of a run that is set wide, in em; 0 if it is not, null if it is too short. */
const measureTracking = ({ gaps }: OpenRun): number | null => {
  const inWords = gaps.filter(Number.isFinite)
  if (inWords.length < MIN_TRACKED_GAPS) return null
  // few runs are set wide, and sorting takes longer than a look
  const wide = inWords.filter((gap) => gap >= MIN_TRACKING_EM)
  return wide.length * 2 < inWords.length ? 0 : (findMedian(inWords) ?? 0)
}

const makeRun = ({ first, texts, gaps, end }: OpenRun, tracking: number, isSpaced: boolean): TextRun => {
  const { size, angle, font } = first.piece
  const text = texts.reduce((joined, letter, index) => {
    const isApart = (gaps[index - 1] ?? 0) >= WORD_GAP_EM + tracking
    return isApart ? `${joined} ${letter}` : joined + letter
  })
  return {
    text: isSpaced ? `${text} ` : text,
    x: first.x,
    y: first.y,
    width: end - first.along,
    size,
    font,
    bold: font !== null && BOLD_NAME.test(font),
    ...(angle === 0 ? {} : { angle }),
  }
}

/** Joins characters to runs, and hands these on: what is on one baseline in one font, with at most word spaces between. */
export const makeJoiner = (take: (run: TextRun) => void) => {
  let run: OpenRun | undefined
  let isSpaced = false
  // a run too short to show its letter spacing has that of the run before
  let tracking = 0
  /** Ends the run that is open. */
  const close = (): void => {
    if (!run) return
    tracking = measureTracking(run) ?? tracking
    take(makeRun(run, tracking, isSpaced))
  }
  const add = (character: Character): void => {
    if (character.text.trim() === '') {
      isSpaced = true
      return
    }
    const gap = run ? measureGap(run, character) : null
    if (run && gap !== null) {
      run.texts.push(character.text)
      run.gaps.push(isSpaced ? Number.POSITIVE_INFINITY : gap)
      run.last = character
      run.end = character.isReplaced ? character.end : Math.max(run.end, character.end)
    } else {
      close()
      run = { first: character, texts: [character.text], gaps: [], last: character, end: character.end }
    }
    isSpaced = false
  }
  return { add, close }
}

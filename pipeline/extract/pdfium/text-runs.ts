import type { TextRun } from '../page.ts'
import type { Engine } from './engine.ts'

/** A character as the file sets it, in PDF points; its line may run in any direction. */
export interface Character {
  /** One character, or half of a pair of surrogates. */
  readonly text: string
  /** The piece of text that the file sets at once, by a number. */
  readonly object: number
  /** Where its origin, and so its baseline, lies in user space. */
  readonly x: number
  readonly y: number
  /** The same place along its line and across it. */
  readonly along: number
  readonly across: number
  /** Where along its line it ends. */
  readonly end: number
  /** Font size as it shows, which is one em. */
  readonly size: number
  /** Degrees by which its line is turned counter-clockwise. */
  readonly angle: number
  readonly font: string | null
  /** Whether it is of a replacement text, whose characters share the place of one piece of text. */
  readonly isReplaced: boolean
}

/** What the characters of one piece of text share. */
interface Setting {
  readonly size: number
  readonly angle: number
  /** The direction of its line, of length 1. */
  readonly right: number
  readonly up: number
  readonly font: string | null
  /** How far a character takes the line on, in points. */
  readonly advance: (code: number) => number
}

/** The six letters and plus sign before the name of a subset font (ISO 32000-1, 9.6.4). */
const SUBSET_PREFIX = /^[A-Z]{6}\+/

const DEGREES = 180 / Math.PI

const LONGEST_NAME = 256

/** PDFium's marks for a hyphen at the end of a line, which are no characters. */
const LINE_END_HYPHENS: readonly number[] = [0x02, 0xfffe]

const LAST_CODE_POINT = 0x10ffff

const UNKNOWN = '\ufffd'

const utf8 = new TextDecoder()

const fontNameOf = ({ call, answer, bytes }: Engine, object: number): string | null => {
  const font = call.FPDFTextObj_GetFont(object)
  if (font === 0) return null
  const length = call.FPDFFont_GetBaseFontName(font, answer, LONGEST_NAME)
  if (length <= 1 || length > LONGEST_NAME) return null
  return utf8.decode(bytes().slice(answer, answer + length - 1)).replace(SUBSET_PREFIX, '') || null
}

/** How far characters of a font take the line on, at a size; what was asked once is kept. */
const advancesOf = ({ call, answer, float }: Engine, object: number, nominal: number, stretch: number) => {
  const known = new Map<number, number>()
  const font = call.FPDFTextObj_GetFont(object)
  return (code: number): number => {
    let advance = known.get(code)
    if (advance === undefined) {
      advance =
        font !== 0 && call.FPDFFont_GetGlyphWidth(font, code, nominal, answer) === 1 ? float(0) * stretch : 0
      known.set(code, advance)
    }
    return advance
  }
}

const settingOf = (engine: Engine, textPage: number, index: number, object: number): Setting => {
  const { call, answer, float } = engine
  const nominal = call.FPDFText_GetFontSize(textPage, index)
  call.FPDFText_GetMatrix(textPage, index, answer)
  const [a, b, c, d] = [float(0), float(1), float(2), float(3)]
  const stretch = Math.hypot(a, b)
  return {
    size: Math.abs(nominal) * (Math.hypot(c, d) || stretch),
    angle: Math.atan2(b, a) * DEGREES,
    right: stretch === 0 ? 1 : a / stretch,
    up: stretch === 0 ? 0 : b / stretch,
    font: fontNameOf(engine, object),
    advance: advancesOf(engine, object, nominal, stretch),
  }
}

const textOf = (code: number): string => {
  if (code === 0 || code > LAST_CODE_POINT) return UNKNOWN
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}

/**
 * The characters of a page in the order of the file, spaces that it sets included; those that PDFium adds are left out,
 * since distances tell more.
 */
export function* readCharacters(engine: Engine, textPage: number): Generator<Character> {
  const { call, answer, float, double } = engine
  const count = call.FPDFText_CountChars(textPage)
  let object = 0
  let setting: Setting | undefined
  let lastOrigin = Number.NaN
  let lastStart = Number.NaN
  for (let index = 0; index < count; index++) {
    const holder = call.FPDFText_GetTextObject(textPage, index)
    if (holder === 0 || call.FPDFText_IsGenerated(textPage, index) === 1) continue
    if (holder !== object || !setting) {
      object = holder
      setting = settingOf(engine, textPage, index, object)
    }
    const { size, angle, right, up, font, advance } = setting
    call.FPDFText_GetCharOrigin(textPage, index, answer, answer + 8)
    const x = double(0)
    const y = double(1)
    call.FPDFText_GetLooseCharBox(textPage, index, answer)
    const boxLeft = float(0)
    const boxTop = float(1)
    const boxRight = float(2)
    const boxBottom = float(3)
    const boxStart = Math.min(right * boxLeft, right * boxRight) + Math.min(up * boxTop, up * boxBottom)
    const boxEnd = Math.max(right * boxLeft, right * boxRight) + Math.max(up * boxTop, up * boxBottom)
    const origin = right * x + up * y
    // characters of a replacement text (ActualText) have one origin, and boxes side by side
    const isReplaced = origin === lastOrigin && boxStart > lastStart
    const along = isReplaced ? boxStart : origin
    lastOrigin = origin
    lastStart = boxStart
    const code = call.FPDFText_GetUnicode(textPage, index)
    // The box of a Type 3 glyph holds its ink alone, which stands in the middle of what it takes of the line.
    const end = isReplaced ? boxEnd : Math.max(boxEnd, along + advance(code), boxEnd + boxStart - along)
    const across = right * y - up * x
    if (!Number.isFinite(along + across + end + size) || size === 0) continue
    const isHyphen = LINE_END_HYPHENS.includes(code) && call.FPDFText_IsHyphen(textPage, index) === 1
    const text = isHyphen ? '-' : textOf(code)
    const [originX, originY] = [x + right * (along - origin), y + up * (along - origin)]
    yield { text, object, x: originX, y: originY, along, across, end, size, angle, font, isReplaced }
  }
}

/** Characters closer than this, in em, are of one word; the thinnest spaces of justified text are wider. */
const WORD_GAP_EM = 0.13

/** A gap of more than this, in em, parts two runs, so that each begins where it stands. */
const RUN_GAP_EM = 0.6

/** A character that begins so far before the end of the one before it, in em, stands over it. */
const OVERLAP_EM = 0.2

/** Baselines that differ by less than this, in em, are one. */
const SAME_BASELINE_EM = 0.02

const BOLD_NAME = /bold|black|heavy|semibold|demi/i

const SPACE = /^\s$/u

const [EXCLAMATION_MARK, TILDE] = [0x21, 0x7e] as const

const isSpace = (text: string): boolean => {
  const code = text.charCodeAt(0)
  // most characters are plain ones, and a comparison is far cheaper than a pattern
  return !(code >= EXCLAMATION_MARK && code <= TILDE) && SPACE.test(text)
}

interface OpenRun {
  text: string
  readonly first: Character
  last: Character
  end: number
}

const sameLine = (one: Character, other: Character): boolean =>
  one.size === other.size &&
  one.font === other.font &&
  one.angle === other.angle &&
  Math.abs(one.across - other.across) < SAME_BASELINE_EM * one.size

const LETTER = /^[\p{Lu}\p{Ll}\p{Lo}]$/u

/** Letters of one glyph, as of a ligature, stand in one place; so may an accent and its letter, which are two. */
const sameGlyph = (one: Character, other: Character): boolean =>
  one.object === other.object && one.along === other.along && LETTER.test(one.text) && LETTER.test(other.text)

const runOf = ({ text, first, end }: OpenRun): TextRun => ({
  text,
  x: first.x,
  y: first.y,
  width: end - first.along,
  size: first.size,
  font: first.font,
  bold: first.font !== null && BOLD_NAME.test(first.font),
  ...(first.angle === 0 ? {} : { angle: first.angle }),
})

/** Joins characters to runs: what stands on one baseline in one font, with no more than word spaces between. */
export function* joinCharacters(characters: Iterable<Character>): Generator<TextRun> {
  let run: OpenRun | undefined
  let spaced = false
  for (const character of characters) {
    if (isSpace(character.text)) {
      spaced = true
      continue
    }
    if (run && character.isReplaced && run.last.object === character.object) {
      run.text += (spaced ? ' ' : '') + character.text
      run.last = character
      run.end = character.end
      spaced = false
      continue
    }
    if (run && sameLine(run.last, character)) {
      const gap = (character.along - run.end) / character.size
      const glyph = sameGlyph(run.last, character)
      if (glyph || (gap > -OVERLAP_EM && gap <= RUN_GAP_EM)) {
        run.text += (spaced || (!glyph && gap >= WORD_GAP_EM) ? ' ' : '') + character.text
        run.last = character
        run.end = Math.max(run.end, character.end)
        spaced = false
        continue
      }
    }
    if (run) yield runOf(spaced ? { ...run, text: `${run.text} ` } : run)
    run = { text: character.text, first: character, last: character, end: character.end }
    spaced = false
  }
  if (run) yield runOf(run)
}

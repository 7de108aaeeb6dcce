import type { TextRun } from '../page.ts'
import type { Character } from './characters.ts'

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
export function* runsOfCharacters(characters: Iterable<Character>): Generator<TextRun> {
  let run: OpenRun | undefined
  let spaced = false
  for (const character of characters) {
    if (isSpace(character.text)) {
      spaced = true
      continue
    }
    if (run && sameLine(run.last, character)) {
      const gap = (character.along - run.end) / character.size
      const glyph = sameGlyph(run.last, character)
      if (glyph || (gap > -OVERLAP_EM && gap <= RUN_GAP_EM)) {
        run.text += (!glyph && (spaced || gap >= WORD_GAP_EM) ? ' ' : '') + character.text
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

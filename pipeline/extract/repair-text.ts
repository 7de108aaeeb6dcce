import { isEnglishWord } from '../io/english-words.ts'
import type { PageRemark, TextRun } from './page.ts'

/** Replaces a character that the file does not define. */
export const UNKNOWN = '\ufffd'

/**
 * Ligatures of Microsoft's fonts by the letter that some programs put in their place: the one whose code is the number
 * of the ligature in the font.
 */
const GLYPH_NUMBERS: Readonly<Record<string, string>> = {
  Ɵ: 'ti',
  Ʃ: 'tt',
  ƫ: 'tti',
  ƞ: 'tf',
  Ō: 'ft',
  ī: 'ff',
  Į: 'fi',
  Ň: 'fl',
  ĸ: 'ffi',
  '\uf001': 'fi',
  '\uf002': 'fl',
}

/** Of these no language that writes to the ITU in Latin letters makes a word of. */
const NO_LETTERS = /[ƟƩƫƞ\uf001\uf002]/u

/** Ligatures of TeX fonts without a map to Unicode: codes 11 to 15 in the OT1 encoding, 27 to 31 in T1. */
const TEX_LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl'] as const
const TEX_CODES = [11, 27] as const
const TEX_FONT = /^(?:CM|SF|LM|EC|cm|ec)[A-Za-z-]*\d|^LMRoman/

/** Ligatures that other fonts have under codes of their own. */
const LIGATURES = [...TEX_LIGATURES, 'ft', 'ti', 'tt', 'tti', 'Th'] as const

const mapTexLigature = (control: string): string | undefined => {
  const code = control.charCodeAt(0)
  return TEX_CODES.flatMap((first) => TEX_LIGATURES[code - first] ?? [])[0]
}

const PLAIN = /^[ -~\s]*$/

const WEB_ADDRESS = /^\W?https?:\/\//

const isWord = (text: string): boolean =>
  WEB_ADDRESS.test(text) || isEnglishWord(text.replace(/[^\p{L}]/gu, '').toLowerCase())

const mapGlyphNumbers = (word: string): string => {
  const mapped = word.replace(/./gsu, (character) => GLYPH_NUMBERS[character] ?? character)
  if (mapped === word) return word
  const isInside = /\p{Ll}[ŌĮŇ]|[ŌĮŇ]\p{Ll}+[ŌĮŇ]/u.test(word)
  return NO_LETTERS.test(word) || isInside || isWord(mapped) ? mapped : word
}

/** Letters whose two bytes were swapped: `琀` (U+7400) for `t` (U+0074). */
const mapSwappedBytes = (word: string): string => {
  const foreign = word.match(/[\u2000-\u7fff]/g) ?? []
  const isSwapped = (character: string): boolean =>
    /^[!-~]$/.test(String.fromCharCode(character.charCodeAt(0) >> 8))
  const swapped = foreign.filter((character) => character.charCodeAt(0) % 256 === 0 && isSwapped(character))
  if (swapped.length === 0 || swapped.length < foreign.length) return word
  return word.replace(/[\u2000-\u7fff]/g, (character) => String.fromCharCode(character.charCodeAt(0) >> 8))
}

/**
 * Letters of ligatures that a font does not name, by which most of its words with them are English: of a control code,
 * or of a whole word with an unknown character, which may be any ligature of the font.
 */
export type LigatureMap = Map<string, string>

const UNREAD = /[\p{Cc}\ufffd]/u
const makeKey = (font: string | null, text: string): string => `${font} ${text}`

/** This many different words, and this share of them, must be English to show the letters of ligatures. */
const MIN_LIGATURE_WORDS = 2
const MIN_LIGATURE_SHARE = 0.7

/** The commonest words with a ligature: `The` is likelier than `fie`, which is English too. */
const COMMON_WORD = /^\P{L}*Th(?:e|at|ey|is|ere|ese|eir|ose)\P{L}*$/u

/** The letters that make most of some words English; none if two do alike. */
const findLigature = (words: readonly string[], minWords: number): string | undefined => {
  const [best, next] = LIGATURES.map((letters) => {
    const mapped = words.map((word) => word.replace(UNREAD, letters))
    const count = mapped.filter(isWord).length
    return { letters, count, rank: count + mapped.filter((word) => COMMON_WORD.test(word)).length }
  }).toSorted((one, other) => other.rank - one.rank)
  return best && best.count >= minWords && best.rank !== next?.rank ? best.letters : undefined
}

/** Adds the letters of ligatures that the words of a page show. */
export const inferLigatures = (
  runs: readonly Pick<TextRun, 'text' | 'font'>[],
  ligatures: LigatureMap,
): void => {
  const groups = new Map<string, { font: string | null; character: string; words: Set<string> }>()
  for (const { text, font } of runs) {
    for (const word of PLAIN.test(text) || !UNREAD.test(text) ? [] : (text.match(/\S+/gu) ?? [])) {
      const [character, ...more] = word.match(/[\p{Cc}\ufffd]/gu) ?? []
      if (character === undefined || more.length > 0) continue
      const key = makeKey(font, character)
      const group = groups.get(key) ?? { font, character, words: new Set() }
      groups.set(key, group)
      group.words.add(word)
    }
  }
  for (const { font, character, words } of groups.values()) {
    const minWords = Math.max(MIN_LIGATURE_WORDS, words.size * MIN_LIGATURE_SHARE)
    if (character !== UNKNOWN) {
      const letters = findLigature([...words], minWords)
      if (letters !== undefined) ligatures.set(makeKey(font, character), letters)
      continue
    }
    const found = [...words].map((word) => [makeKey(font, word), findLigature([word], 1)] as const)
    const isKnown = ligatures.has(makeKey(font, UNKNOWN))
    if (!isKnown && found.filter(([, letters]) => letters !== undefined).length < minWords) continue
    ligatures.set(makeKey(font, UNKNOWN), UNKNOWN)
    for (const [key, letters = UNKNOWN] of found) ligatures.set(key, letters)
  }
}

const mapControls = (word: string, font: string | null, ligatures: LigatureMap): string => {
  const inferred = word
    .replace(/\p{Cc}/gu, (control) => ligatures.get(makeKey(font, control)) ?? control)
    .replace(UNKNOWN, (unknown) => ligatures.get(makeKey(font, word)) ?? unknown)
  const mapped = inferred.replace(/\p{Cc}/gu, (control) => mapTexLigature(control) ?? UNKNOWN)
  const isSure = (font !== null && TEX_FONT.test(font)) || isWord(mapped)
  return isSure ? mapped : inferred.replace(/\p{Cc}/gu, UNKNOWN)
}

/** A text with the letters of known ligatures, and a mark for each character that cannot be read. */
export const repairText = (
  text: string,
  font: string | null = null,
  ligatures: LigatureMap = new Map(),
): string => {
  if (PLAIN.test(text)) return text
  const repairWord = (word: string): string =>
    PLAIN.test(word) ? word : mapGlyphNumbers(mapSwappedBytes(mapControls(word, font, ligatures)))
  return text.replace(/\S+/gu, repairWord)
}

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Han}/u] as const

/** Whether a word holds a character that cannot be what the page shows. */
export const isDamaged = (word: string): boolean => {
  if (PLAIN.test(word)) return false
  if (/\p{L}[\ufffd\p{Co}\p{Cn}]|[\ufffd\p{Co}\p{Cn}]\p{L}|\ufffd\ufffd/u.test(word)) return true
  return /[A-Za-z]/.test(word) && SCRIPTS.filter((script) => script.test(word)).length > 1
}

/** What the words of a page say of its characters. */
export interface WordTally {
  readonly words: number
  readonly damaged: readonly string[]
  /** Words of four plain letters or more, and how many of them English has. */
  readonly long: number
  readonly english: number
}

/** Counts the words of runs that can be read, and those that cannot. */
export const tallyWords = (runs: readonly { readonly text: string }[]): WordTally => {
  const words = runs.flatMap((run) => run.text.match(/\S+/gu) ?? [])
  const long = runs.flatMap((run) => run.text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
  return {
    words: words.length,
    damaged: words.filter(isDamaged),
    long: long.length,
    english: long.filter(isEnglishWord).length,
  }
}

/** An issue repeats this many damaged words. */
const MAX_EXAMPLES = 3

/** Remarks on words of a page with characters that cannot be read. */
export const describeDamage = ({ words, damaged }: WordTally): readonly PageRemark[] => {
  const examples = damaged.slice(0, MAX_EXAMPLES).join(', ')
  const value = `${damaged.length} of ${words} words, such as ${examples}`
  return damaged.length === 0 ? [] : [{ code: 'damaged_text', value }]
}

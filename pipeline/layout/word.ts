import { OVERLAP_EM, type TextRun, WORD_GAP_EM } from '../extract/index.ts'

/** Accents that stand by themselves and that Unicode does not decompose, by those that combine with a letter. */
const COMBINING: Readonly<Record<string, string>> = { '`': '\u0300', ˆ: '\u0302', ˇ: '\u030c' }

/** Spacing accents, which Unicode decomposes into a space and the accent that combines. */
const SPACING_ACCENT = /^[´˜¯˘˙¨˚˝¸]$/

const findCombining = (accent: string): string | undefined =>
  SPACING_ACCENT.test(accent) ? accent.normalize('NFKD').slice(1) : COMBINING[accent]

/** Letters that lost their dot to the accent. */
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

/**
 * A text with the accent above its first letter that the text before it ends in, where fonts without accented letters
 * (those of TeX) set the two one over the other; null if the one ends in no accent or the other begins with no letter.
 */
const withAccent = (before: string, text: string): string | null => {
  const mark = findCombining(before.at(-1) ?? '')
  const letter = /^\p{L}/u.exec(text)?.[0]
  if (mark === undefined || letter === undefined) return null
  return ((DOTLESS[letter] ?? letter) + mark).normalize('NFC') + text.slice(letter.length)
}

/** A word with its place; lengths as in {@link TextRun}. */
export interface Word {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly size: number
  readonly bold: boolean
  /** True where no space is before it: the next piece of a word that the file set in several runs. */
  readonly joined: boolean
}

/** Characters without shape that extraction leaves in text: controls and format marks, but not the soft hyphen. */
const INVISIBLE = /(?!\u00ad)[\p{Cc}\p{Cf}]/gu

/** Nothing but visible ASCII characters and spaces, which are spelt as they are. */
const PLAIN = /^[ -~]*$/

/** Marks on one letter, beyond which normalising takes time by their square. */
const MARKS_AT_A_TIME = /(?:(?!\u034f)\p{M}){30}(?!\u034f)/gu

/** Text that normalises in steps (the Stream-Safe Text Process of UAX #15): a joiner parts what no script stacks. */
const toStreamSafe = (text: string): string =>
  text.length > 30 ? text.replace(MARKS_AT_A_TIME, (marks) => `${marks}\u034f`) : text

const spell = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[ﬀ-ﬆ]/gu, (ligature) => ligature.normalize('NFKC'))
    .replaceAll('\ufeff', '')
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')

/** One spelling for one word: letters for ligatures, NFC, nothing invisible; soft hyphens stay for the line joiner. */
export const normaliseText = (text: string): string =>
  PLAIN.test(text) ? text : toStreamSafe(spell(text)).normalize('NFC')

/** The words of runs that are on one baseline, from left to right. */
export const findWords = (runs: readonly TextRun[]): Word[] => {
  const words: Word[] = []
  let reach = Number.NEGATIVE_INFINITY
  let open = false
  for (const run of runs.toSorted((left, right) => left.x - right.x)) {
    const printed = normaliseText(run.text)
    if (printed === '') continue
    const above: Word | undefined = words.at(-1)
    const covers: boolean = open && run.x < reach - OVERLAP_EM * run.size
    const accented: string | null = above && covers ? withAccent(above.text, printed) : null
    if (above && accented !== null) {
      words.pop()
      const rest = above.text.slice(0, -1)
      if (rest === '') open = above.joined
      else words.push({ ...above, text: rest })
    }
    const text: string = accented ?? printed
    const advance = run.width / text.length
    const touches = run.x - reach < WORD_GAP_EM * run.size
    let start = 0
    for (const piece of text.split(' ')) {
      const end = start + piece.length
      const [x0, x1] = [run.x + advance * start, run.x + advance * end]
      const joined = open && touches && start === 0
      if (end > start) words.push({ text: piece, x0, x1, size: run.size, bold: run.bold, joined })
      start = end + 1
    }
    open = !text.endsWith(' ')
    reach = Math.max(reach, run.x + run.width)
  }
  return words
}

/** Words as text, with one space between separate words; an accent in its own run joins its letter. */
export const joinWords = (words: readonly Word[]): string => {
  let text = ''
  for (const word of words) text += text === '' || word.joined ? word.text : ` ${word.text}`
  return PLAIN.test(text) ? text : text.normalize('NFC')
}

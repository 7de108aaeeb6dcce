import type { Note } from '../note.ts'

/** A list entry or a piece of prose of a note; offsets into the note, list marks left out. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly listed: boolean
  /** The prose before the list that the entry stands in; empty for prose. */
  readonly lead: string
}

/** A full stop behind these ends no sentence. */
const ABBREVIATED =
  /(?:\b(?:no|nr|n|art|arts|sec|vs|e\.g|i\.e|dr|mr|mrs|st|rep|fed|ltd|inc|approx|govt|dept|etc|u\.s|u\.k|u\.n)|(?<=[\s(])\p{Lu})\.$/iu
const SENTENCE_END = /[.;!?]["”’)]?\s+(?=["“‘(]?\p{Lu})/gu

/** Where the sentences of a stretch begin. */
const sentenceStarts = (text: string, from: number, to: number): number[] => {
  const starts = [from]
  for (const match of text.slice(from, to).matchAll(SENTENCE_END)) {
    const stop = from + match.index + 1
    if (!ABBREVIATED.test(text.slice(Math.max(from, stop - 8), stop))) {
      starts.push(from + match.index + match[0].length)
    }
  }
  return starts
}

const BULLET = /(?:^|\s)[•·▪■□◦●○►▸▶➤➢✓✔❖]\s*(?=\S)/gu
const NUMBERED =
  /(?:^|(?<=[\s:;.,]))(?:\((?<a>\d{1,2}|[a-z]|[ivx]{1,4})\)|(?<b>\d{1,2}|[a-z]|[A-Z]|[ivx]{1,4})[).])\s*(?=["“‘(]?\p{Lu})/gu
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

const ordinals = (label: string): number[] => {
  if (/^\d+$/.test(label)) return [Number(label)]
  const roman = ROMAN.indexOf(label) + 1
  const letter = label.length === 1 ? [label.toLowerCase().charCodeAt(0) - 0x60] : []
  return roman > 0 ? [...letter, roman] : letter
}

interface Mark {
  readonly start: number
  readonly end: number
}

/** Numbered or lettered marks that count up from one. */
const numberedMarks = (text: string, from: number, to: number): Mark[] => {
  const marks: Mark[] = []
  for (const match of text.slice(from, to).matchAll(NUMBERED)) {
    const label = match.groups?.['a'] ?? match.groups?.['b'] ?? ''
    if (!ordinals(label).includes(marks.length + 1)) continue
    marks.push({ start: from + match.index, end: from + match.index + match[0].length })
  }
  return marks.length > 1 ? marks : []
}

/** The marks that a pattern finds outside of brackets. */
const patternMarks = (text: string, from: number, to: number, pattern: RegExp): Mark[] => {
  let [depth, read] = [0, from]
  return [...text.slice(from, to).matchAll(pattern)].flatMap((match) => {
    const start = from + match.index
    for (; read < start; read++)
      depth = Math.max(0, depth + (text[read] === '(' ? 1 : text[read] === ')' ? -1 : 0))
    return depth > 0 ? [] : [{ start, end: start + match[0].length }]
  })
}

/** The dash that a list uses, where it stands between its entries. */
const DASHES: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ['-', '–', '—', '*'].map((dash) => [
    dash,
    new RegExp(
      String.raw`(?:\s|(?<=\)))[${dash}]\s*(?=["“‘(§]?[\p{Lu}\d§]|\p{Ll}+-?\p{Lu}|e-|national\b)`,
      'gu',
    ),
  ]),
)
const DOT = /\s\.\s(?=["“]?\p{Lu})/gu

/** Marks behind a colon in prose (`with: FIRST - TERENA - ENISA`). */
const INLINE_LIST = /:\s*(?=(?<first>[-–—]?)\s*["“]?\p{Lu}[^.:;]*?\s[-–—]\s?\p{Lu})/gu

const marksIn = (note: Note, from: number, to: number, marked: boolean): Mark[] => {
  const { text } = note
  const numbered = numberedMarks(text, from, to)
  if (numbered.length > 0) return numbered
  const bullets = patternMarks(text, from, to, BULLET)
  if (bullets.length > 0) return bullets
  const mark = marked
    ? /[-–—*•.]\s*$/.exec(text.slice(Math.max(0, from - 3), from))?.[0].charAt(0)
    : undefined
  const dash = mark ?? (marked ? '-' : undefined)
  if (dash !== undefined && DASHES[dash]) return patternMarks(text, from, to, DASHES[dash])
  if (marked) return []
  const dots = patternMarks(text, from, to, DOT)
  if (dots.length > 1) return dots
  const colon = [...text.slice(from, to).matchAll(INLINE_LIST)].at(-1)
  if (!colon) return []
  const start = from + colon.index + colon[0].length
  const first = /^[-–—]?\s*/.exec(text.slice(start, to))?.[0].length ?? 0
  return [
    { start, end: start + first },
    ...patternMarks(text, start + first, to, /\s[-–—]\s?(?=["“]?[\p{Lu}])/gu),
  ]
}

/** A finite verb: the stretch is a sentence about what it names. */
const FINITE =
  /\s(?:is|are|was|were|has|have|had|will|provides?|offers?|conducts?|enforces?|participates?|establishes|aims?|serves?|promotes?|maintains?|develops?|coordinates?|manages?|works?|cooperates?|performs?|runs?|signed|created|implemented|held)\s/

/** Whether a stretch reads as a sentence rather than as a name. */
export const readsAsSentence = (words: string): boolean => FINITE.test(words)

/** Sentences that follow a name without a full stop (`… Act The Minister will …`). */
const gluedSentences = (text: string, from: number, to: number): number[] => {
  const words = text.slice(from, to)
  if (!readsAsSentence(words)) return []
  const glued =
    /(?<=\s(?!of|and|for|on|by|to|in|with|from|under|the|through|as|at|is|are)\S+)\s(?=(?:The|This|These|It|In|However,?|Also,?|Additionally,?|Furthermore,?)\s\p{L})/u.exec(
      words,
    )
  return glued ? [from + glued.index + 1] : []
}

/** A short piece in which only linking words are in lower case. */
const NAME_ALONE = /^\s*(?:(?:[\p{Lu}\d(“"][^\s.]*|of|and|for|on|the)\s+){0,7}[\p{Lu}\d(“"][^\s.]*\.?\s*$/u

/** The entries of a marked stretch: an entry ends where its sentence does, and what follows is prose. */
const entrySegments = (text: string, from: number, to: number, lead: string): Segment[] => {
  const starts = [...new Set([...sentenceStarts(text, from, to), ...gluedSentences(text, from, to)])]
    .filter((start, index) => index === 0 || !/\d\.\s*$/.test(text.slice(Math.max(from, start - 4), start)))
    .toSorted((left, right) => left - right)
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? to
    const listed = index === 0 || NAME_ALONE.test(text.slice(start, end))
    return { start, end, listed, lead: listed ? lead : '' }
  })
}

/** The entries and sentences of a note, in order. */
export const segmentsOf = (note: Note): Segment[] => {
  const { text } = note
  const segments: Segment[] = []
  let lead = ''
  const addProse = (from: number, to: number): void => {
    const starts = sentenceStarts(text, from, to)
    for (const [index, start] of starts.entries()) {
      segments.push({ start, end: starts[index + 1] ?? to, listed: false, lead: '' })
    }
    const last = text.slice(starts.at(-1) ?? from, to)
    if (last.trim() !== '') lead = last
  }
  for (const entry of note.entries) {
    const marks = marksIn(note, entry.start, entry.end, entry.marked)
    const first = marks[0]?.start ?? entry.end
    if (entry.marked) {
      segments.push(...entrySegments(text, entry.start, first, lead))
      const words = text.slice(entry.start, first)
      if (/:\s*$/.test(words)) lead = words
    }
    if (!entry.marked) addProse(entry.start, first)
    for (const [index, mark] of marks.entries()) {
      segments.push(...entrySegments(text, mark.end, marks[index + 1]?.start ?? entry.end, lead))
    }
  }
  return segments.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

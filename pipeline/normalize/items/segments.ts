import type { Note } from '../note.ts'
import { splitSentences } from '../status/clauses.ts'
import { findMatches, type Stretch } from './mentions.ts'

/** A list entry or a piece of prose of a note; offsets into the note, list marks left out. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly listed: boolean
  /** The prose before the list that the entry is in; empty for prose. */
  readonly lead: string
}

const BULLET = /(?:^|\s)[•·▪■□◦●○►▸▶➤➢✓✔❖]\s*(?=\S)/gu
const NUMBERED =
  /(?:^|(?<=[\s:;.,]))(?:[([](\d{1,2}|[a-z]|[ivx]{1,4})[)\]]|(\d{1,2}|[a-z]|[A-Z]|[ivx]{1,4}|[IVX]{1,4})(?:[).]|-(?=\s)))\s*(?=["“‘(]?\p{Lu})/gu
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')
const DASH =
  /(?<!(?:§|Chapter|Section|Article)\s?\d{1,5})(?:\s|(?<=\)))([-–—*])\s*(?=["“‘(§]?[\p{Lu}\d§]|\p{Ll}+-?\p{Lu}|e-|national\b)/gu

/** Whether a label numbers the entry at an index, in figures, letters or Roman figures. */
const isLabelAt = (label: string, index: number): boolean =>
  label === String(index + 1) ||
  label.toLowerCase() === ROMAN[index] ||
  label.toLowerCase() === String.fromCharCode(0x61 + index)

/** The marks of the entries that follow the first one in a stretch; of one kind, and outside of brackets. */
const findMarks = (note: Note, from: number, to: number, marked: boolean): Stretch[] => {
  const { text } = note
  const numbered: Stretch[] = []
  for (const mark of findMatches(text, NUMBERED, from, to))
    if (isLabelAt(mark.match[1] ?? mark.match[2] ?? '', numbered.length)) numbered.push(mark)
  if (numbered.length > 1) return numbered
  let [depth, read] = [0, from]
  const isOutside = ({ start }: Stretch): boolean => {
    for (; read < start; read++)
      depth = Math.max(0, depth + (text[read] === '(' ? 1 : text[read] === ')' ? -1 : 0))
    return depth === 0
  }
  const bullets = findMatches(text, BULLET, from, to).filter(isOutside)
  if (bullets.length > 0 || !marked) return bullets
  depth = 0
  read = from
  const own = /[-–—*]\s*$/.exec(text.slice(Math.max(0, from - 3), from))?.[0].charAt(0) ?? '-'
  return findMatches(text, DASH, from, to).filter((mark) => mark.match[1] === own && isOutside(mark))
}

/** A finite verb: the stretch is a sentence about what it names. */
const FINITE =
  /\s(?:is|are|was|were|has|have|had|will|provides?|offers?|conducts?|enforces?|participates?|establishes|aims?|serves?|promotes?|maintains?|develops?|coordinates?|manages?|works?|cooperates?|performs?|runs?|signed|created|implemented|held)\s/

/** Whether a stretch reads as a sentence rather than as a name. */
export const readsAsSentence = (words: string): boolean => FINITE.test(words)

/** The stretch of an entry: it ends where its sentence does, and what follows is prose. */
const splitEntry = (text: string, start: number, end: number, lead: string): Segment[] =>
  splitSentences(text, { start, end }).map((sentence, index) => ({
    ...sentence,
    listed: index === 0,
    lead: index === 0 ? lead : '',
  }))

/** Parts a note into its list entries and sentences, in order. */
export const findSegments = (note: Note): Segment[] => {
  const { text } = note
  const segments: Segment[] = []
  let lead = ''
  for (const { start, end, marked } of note.entries) {
    const marks = findMarks(note, start, end, marked)
    const first = marks[0]?.start ?? end
    const before = splitEntry(text, start, first, lead)
    segments.push(...(marked ? before : before.map((part) => ({ ...part, listed: false, lead: '' }))))
    const last = text.slice(before.at(-1)?.start ?? start, first)
    if (marked ? /:\s*$/.test(last) : last.trim() !== '') lead = last
    for (const [index, mark] of marks.entries())
      segments.push(...splitEntry(text, mark.end, marks[index + 1]?.start ?? end, lead))
  }
  return segments
}

import type { Note } from '../note.ts'

/** A stretch of a note that says one thing: its words by their offsets in the note. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly text: string
  /** An entry of a list, rather than prose. */
  readonly listed: boolean
  /** Prose that announces a list (`... the following instruments:`) and says nothing by itself. */
  readonly introduces: boolean
  /** Place of its sentence, or list entry, in the note. */
  readonly sentence: number
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:No|Nos|Art|Arts|St|Dr|Mr|Mrs|Ms|Sec|Vol|Ltd|Inc|Co|Corp|Dept|e\.g|i\.e|etc|vs|cf|approx|n|art|no|[A-Z])|\b[A-Z](?:\.[A-Z])+)\.$/

const SENTENCE_BREAK = /[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\d])/gu

/** Words at which a sentence turns: what follows may take back what stands before. */
const TURN =
  /(?:;\s*|,\s*)?\b(?:however|but|nevertheless|nonetheless|although|though|whereas)\b|(?<=^\W*(?:although|though|while|whereas|even\s+though)\b[^,]*),\s+|,\s+yet\b|\byet(?=\s+(?:it|there)\b)|;\s+|(?<=\b(?:is|are|was|were|has|have|had|do|does|did|not|no|will)\b[^.;]*),\s+(?=(?:one|it|there|they)\s+(?:is|are|has|have)\b)|,\s+and\s+(?=(?:an?|the|one|it|there|they|this)\s+[^,.;]{0,40}?\b(?:is|are|has|have|will|was|were)\b)/giu

interface Span {
  readonly start: number
  readonly end: number
}

const splitAt = (text: string, span: Span, points: readonly number[]): Span[] => {
  const cuts = [span.start, ...points.filter((point) => point > span.start && point < span.end), span.end]
  return cuts
    .slice(1)
    .map((end, index) => ({ start: cuts[index] ?? span.start, end }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

const sentencesOf = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  const points = [...body.matchAll(SENTENCE_BREAK)]
    .filter((match) => !ABBREVIATION.test(body.slice(0, match.index + 1)))
    .map((match) => span.start + match.index + match[0].length)
  return splitAt(text, span, points)
}

const turnsOf = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  return splitAt(
    text,
    span,
    [...body.matchAll(TURN)].map((match) => span.start + match.index),
  )
}

/** A sentence that announces entries; they may run on behind its colon without marks. */
const FOLLOWING = /\bfollowing\b[^:]*:$/i

const runInList = (text: string, span: Span): Span[] => {
  const announced = /\bfollowing\b[^:.]*:(?=\s+\S)/i.exec(text.slice(span.start, span.end))
  return announced ? splitAt(text, span, [span.start + announced.index + announced[0].length]) : [span]
}

const trimmed = (text: string, { start, end }: Span): Span => {
  const body = text.slice(start, end)
  const lead = body.length - body.replace(/^[\s,;:–—-]+/, '').length
  return { start: start + lead, end: start + body.trimEnd().length }
}

/** The clauses of a note, in order: prose by sentence and turn, lists by entry. */
export const clausesOf = (note: Note): Clause[] => {
  const clauses: Clause[] = []
  let sentence = 0
  for (const [index, entry] of note.entries.entries()) {
    const sentences = entry.marked ? [{ start: entry.start, end: entry.end }] : sentencesOf(note.text, entry)
    const announces = !entry.marked && note.entries[index + 1]?.marked === true
    let listed = entry.marked
    for (const whole of sentences) {
      sentence++
      for (const rough of listed
        ? [whole]
        : turnsOf(note.text, whole).flatMap((turn) => runInList(note.text, turn))) {
        const span = trimmed(note.text, rough)
        if (span.end <= span.start) continue
        const text = note.text.slice(span.start, span.end)
        const runsIn = !entry.marked && FOLLOWING.test(text)
        const introduces = runsIn || (announces && span.end === entry.end && text.endsWith(':'))
        clauses.push({ ...span, text, listed, introduces, sentence })
        listed ||= runsIn
      }
    }
  }
  return clauses
}

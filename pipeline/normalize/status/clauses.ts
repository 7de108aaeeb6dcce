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
  /** Whether it takes up, after a turn such as “but”, a sentence that began before it. */
  readonly turnsSentence: boolean
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:No|Nos|Art|Arts|St|Dr|Mr|Mrs|Ms|Sec|Vol|Ltd|Inc|Co|Corp|Dept|e\.g|i\.e|etc|vs|cf|approx|n|art|no|[A-Z])|\b[A-Z](?:\.[A-Z])+)\.$/

const SENTENCE_BREAK = /[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\d])/gu

/** Words at which a sentence turns: what follows may take back what stands before. */
const TURN =
  /(?:;\s*|,\s*)?\b(?:however|but|nevertheless|nonetheless|although|though|whereas|yet(?=\s+(?:it|there)\b))\b|;\s+|,\s+(?=(?:one|it|there|they)\s+(?:is|are|has|have)\b)/giu

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

const trimmed = (text: string, { start, end }: Span): Span => {
  const body = text.slice(start, end)
  const lead = body.length - body.replace(/^[\s,;:–—-]+/, '').length
  return { start: start + lead, end: start + body.trimEnd().length }
}

/** The clauses of a note, in order: prose by sentence and turn, lists by entry. */
export const clausesOf = (note: Note): Clause[] => {
  const clauses: Clause[] = []
  for (const [index, entry] of note.entries.entries()) {
    const spans = entry.marked
      ? [{ start: entry.start, end: entry.end, turnsSentence: false }]
      : sentencesOf(note.text, entry).flatMap((sentence) =>
          turnsOf(note.text, sentence).map((span, place) => ({ ...span, turnsSentence: place > 0 })),
        )
    for (const [place, rough] of spans.entries()) {
      const span = trimmed(note.text, rough)
      if (span.end <= span.start) continue
      const text = note.text.slice(span.start, span.end)
      const beforeList =
        !entry.marked && place === spans.length - 1 && note.entries[index + 1]?.marked === true
      const { turnsSentence } = rough
      const introduces = beforeList && /:\s*$/.test(text)
      clauses.push({ ...span, text, listed: entry.marked, introduces, turnsSentence })
    }
  }
  return clauses
}

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
  /** Begins with `however`, `but` or the like, or follows an `although`. */
  readonly turns: boolean
}

const ABBREVIATION =
  /(?:\b(?:No|Nos|Art|Arts|St|Dr|Mr|Mrs|Ms|Sec|Vol|Ltd|Inc|Co|Corp|Dept|e\.g|i\.e|etc|vs|cf|approx|n|art|no|[A-Z])|\b[A-Z](?:\.[A-Z])+)\.$/
const SENTENCE_BREAK = /[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\d])/gu

const CONJUNCTION = String.raw`(?:however|but|nevertheless|nonetheless|although|though|whereas|albeit|notwithstanding|even\s+(?:if|though))`
const AUXILIARY = '(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|can|may|must|lacks?|exists?)'

/** Places where a sentence turns to something else. */
const TURNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?=[;,]|\b(?:and|${CONJUNCTION})\b)(?<!\b(?:is|are|was|were|has|have),?\s*)(?:;\s*|,\s*)?\b(?:and\s+)?${CONJUNCTION}\b`,
    'gi',
  ),
  /,\s+(?:yet|while|whilst|instead|still)\b/gi,
  /;\s+/g,
  // A second main clause.
  new RegExp(
    String.raw`,\s+(?:(?:and|nor|or|so)\s+)?(?=(?:an?|the|one|it|there|they|this|that|its|no|none|nothing|nobody|several|some|other)\s+(?:[\w’'-]+\s+){0,6}?${AUXILIARY}\b)`,
    'gi',
  ),
  new RegExp(
    String.raw`,?\s+and\s+(?=(?:it|there|they|this)\s+${AUXILIARY}\b|(?:is|are|has|have)\s+(?:(?:currently|now|presently|already)\s+)?(?:been\s+(?:submitted|sent)|not\s+(?:yet\s+)?been|being|under|in\s+the|awaiting|pending|planning|drafting|developing|preparing|expected|to\s+be)\b|(?:will|plans|intends|hopes|aims)\b|(?:an?|the|its|several)\s+(?:[\w-]+\s+){1,4}(?:is|are)\s+(?:being|under|in\s+(?:preparation|progress|draft)))`,
    'gi',
  ),
  // A colon behind a denial.
  /:(?<=\b(?:[Nn]o(?:t|ne|r|thing|body)?|[Nn]ever|[Nn]either|lacks?|without|yet\s+to|\w+n['’]t)\b[^:]*:)\s+(?=\p{Ll})/gu,
]

/** Openings of a clause that is before the main one. */
const SUBORDINATE =
  /^\W*(?:although|though|while|whilst|whereas|even\s+(?:though|if)|since|because|as\s+there)\b/i
const TURNING = new RegExp(
  String.raw`^\W*(?:and\s+)?(?:${CONJUNCTION}|yet|while|whilst|instead|still)\b`,
  'i',
)

/** A conjunction, an adjunct without a verb, or one word. */
const NO_CLAUSE = new RegExp(
  String.raw`^\W*(?:and\s+)?(?:${CONJUNCTION}\b)?\W*(?:[\w’'-]+\W*|so\s+far\W*|(?:in|according\s+to|under|at|as|for|with|on|by|to|from|within|through|during|after)\s+(?:(?!\b${AUXILIARY}\b)[^,;])*)?$`,
  'i',
)

// most texts have none, and `matchAll` copies the pattern
const findAll = (text: string, pattern: RegExp): RegExpExecArray[] =>
  text.search(pattern) === -1 ? [] : [...text.matchAll(pattern)]

const findPlaces = (text: string, pattern: RegExp): number[] =>
  findAll(text, pattern).map(({ index }) => index)

interface Span {
  readonly start: number
  readonly end: number
}

/** Cuts a span at places counted from its start. */
const splitAt = (text: string, { start, end }: Span, places: readonly number[]): Span[] => {
  const inside = places.map((place) => start + place).filter((cut) => cut > start && cut < end)
  const cuts = [...inside.toSorted((one, other) => one - other), end]
  return cuts
    .map((cut, index) => ({ start: cuts[index - 1] ?? start, end: cut }))
    .filter((part) => /[\p{L}\d]/u.test(text.slice(part.start, part.end)))
}

/** The sentences of a stretch of text, in order. */
export const splitSentences = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  const breaks = findAll(body, SENTENCE_BREAK)
    .filter(({ index }) => !ABBREVIATION.test(body.slice(Math.max(0, index - 20), index + 1)))
    .map((match) => match.index + match[0].length)
  return splitAt(text, span, breaks)
}

/** The comma behind a clause that is before the main one. */
const findSubordinateEnd = (body: string): number[] => {
  if (!SUBORDINATE.test(body)) return []
  const comma = body.search(/,\s+(?!(?:and|or|which|who|including|such)\b)/)
  return comma === -1 ? [] : [comma]
}

const splitTurns = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  const points = TURNS.flatMap((turn) => findPlaces(body, turn)).concat(findSubordinateEnd(body))
  // A conjunction or an adjunct alone is no clause.
  const whole = points
    .sort((one, other) => one - other)
    .filter((point, index) => !NO_CLAUSE.test(body.slice(points[index - 1] ?? 0, point)))
  return splitAt(text, span, whole)
}

/** A sentence that announces entries; they may run on behind its colon without line breaks. */
const FOLLOWING = /\bfollowing\b[^:]*:$/i
const ANNOUNCED = /\bfollowing\b[^:.]*:(?=\s+\S)|:(?=\s+[-•–]\s*\p{L})/iu
const RUN_IN_MARK = /(?<=[\s)])[-•–](?=\s?[\p{Lu}\d“])/gu

const splitEntries = (text: string, span: Span): Span[] =>
  splitAt(text, span, findPlaces(text.slice(span.start, span.end), RUN_IN_MARK))

const splitAnnouncement = (text: string, span: Span): Span[] => {
  const announced = ANNOUNCED.exec(text.slice(span.start, span.end))
  if (!announced) return [span]
  const behind = span.start + announced.index + announced[0].length
  return [{ start: span.start, end: behind }, ...splitEntries(text, { start: behind, end: span.end })]
}

const trim = (text: string, { start, end }: Span): Span => {
  const body = text.slice(start, end)
  const lead = body.length - body.replace(/^[\s,;:–—-]+/, '').length
  return { start: start + lead, end: start + body.trimEnd().length }
}

/** Cuts a note into its clauses, in order: prose by sentence and turn, lists by entry. */
export const splitClauses = (note: Note): Clause[] => {
  const clauses: Clause[] = []
  let sentence = 0
  for (const [index, entry] of note.entries.entries()) {
    const onlyEntry = entry.marked && note.entries.length === 1
    const sentences = onlyEntry
      ? splitEntries(note.text, entry)
      : entry.marked
        ? [{ start: entry.start, end: entry.end }]
        : splitSentences(note.text, entry)
    const announces = !entry.marked && note.entries[index + 1]?.marked === true
    let listed = entry.marked
    for (const whole of sentences) {
      sentence++
      const parts = listed
        ? [whole]
        : splitTurns(note.text, whole).flatMap((turn) => splitAnnouncement(note.text, turn))
      const subordinate = SUBORDINATE.test(note.text.slice(whole.start, whole.end))
      for (const [place, rough] of parts.entries()) {
        const span = trim(note.text, rough)
        const text = note.text.slice(span.start, span.end)
        if (span.end <= span.start) continue
        const colon = text.endsWith(':')
        const runsIn = colon && !entry.marked && (span.end < whole.end || FOLLOWING.test(text))
        const introduces = runsIn || (colon && announces && span.end === entry.end)
        const turns = TURNING.test(text) || (subordinate && place === 1)
        clauses.push({ ...span, text, listed, introduces, sentence, turns })
        listed ||= runsIn
      }
    }
  }
  return clauses
}

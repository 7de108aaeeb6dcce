/** A stretch of a note that affirms or denies as one: offsets into the note. */
export interface PartnerClause {
  readonly start: number
  readonly end: number
  /** Where the sentence or turn that governs it begins: a denial there reaches into its list. */
  readonly governedFrom: number
}

const SENTENCE_END = /[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\d•-])/gu
/** An abbreviation or initial whose full stop ends no sentence. */
const ABBREVIATION = /(?:\b(?:St|Rep|Dem|Fed|Dr|Mr|Mrs|Ms|No|Art|vs|e\.g|i\.e)|\b\p{Lu})\.$/u
/** Words at which a sentence takes back what it said before. */
const TURN =
  /;\s+|(?:,\s*)?\b(?:however|but|nevertheless|nonetheless|although|though|whereas|while|yet(?=,))\b|,\s+(?=(?:it|they|there|the country)\s)/giu
const LIST_MARK = /(?:^|\s)[-–—•▪■●·*](?:\s+|(?=[\p{L}\d(“"]))/gu

const cutsOf = (note: string, pattern: RegExp): number[] =>
  [...note.matchAll(pattern)]
    .filter((match) => pattern !== SENTENCE_END || !ABBREVIATION.test(note.slice(0, match.index + 1)))
    .map((match) => match.index + (pattern === TURN ? 0 : match[0].length))

/** The clauses of a note in order: its sentences, parted where they turn and at the marks of their lists. */
export const partnerClauses = (note: string): PartnerClause[] => {
  const governing = new Set([0, ...cutsOf(note, SENTENCE_END), ...cutsOf(note, TURN)])
  const starts = [...new Set([...governing, ...cutsOf(note, LIST_MARK)])].toSorted(
    (left, right) => left - right,
  )
  let governedFrom = 0
  return starts.map((start, index) => {
    if (governing.has(start)) governedFrom = start
    return { start, end: starts[index + 1] ?? note.length, governedFrom }
  })
}

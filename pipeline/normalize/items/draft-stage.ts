import type { Stage } from '../../../schemas/index.ts'
import { partnerClauses } from '../partner-clauses.ts'

/** An instrument that is not law yet, by its own words. */
const DRAFT = /\b(?:draft|bills?|proposal|proposed)\b/i
/** Words before a name by which an instrument is not law yet, unless words of the other kind stand between. */
const PREPARED =
  /\b(?:draft(?:s|ing|ed)?|proposed|propos(?:al|ing)|preparing|developing|finali[sz]ing|working on|upcoming|forthcoming|planned|pending|bills?)\b/gi
const ENACTED =
  /\b(?:enacted|adopted|in\s+force|passed|approved|promulgated|through|has|have|had|under|pursuant|amended|reviewing)\b/gi
const DRAFT_BEHIND =
  /^[^.;:]{0,60}?\b(?:(?:is|are)\s+(?:currently\s+|still\s+|now\s+)?(?:being\s+|to\s+be\s+|under\s+|in\s+|at\s+|awaiting\s+|a\s+|at\s+the\s+)?(?:draft\w*|prepar\w+|pending|consider\w*|await\w*|process|progress|develop\w*|review\w*|finali[sz]\w*|discussi\w+|pipeline|adopt(?:ed|ion)\s+soon)|awaits?\b|(?:has|have)\s+(?:not\s+(?:yet\s+)?been|yet\s+to\s+be)|will\s+be\b|yet\s+to\s+be)/i

/** Whether the words of a list entry say that it is law. */
export const stageOfEntry = (words: string, lead: string): Stage =>
  DRAFT.test(words) || /\b(?:drafts?|bills?|proposed)\b[^.:]{0,60}:\s*$/i.test(lead) ? 'draft' : 'in_force'

interface Word {
  readonly start: number
  readonly end: number
}

const wordsOf = (text: string, pattern: RegExp): Word[] =>
  [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))

/** Where the last of some words begins within a stretch; -1 where none does. */
const lastWithin = (words: readonly Word[], from: number, to: number): number => {
  const last = words.findLast((word) => word.end <= to)
  return last !== undefined && last.start >= from ? last.start : -1
}

/** Tells whether the last word about its making before a name, in its clause, says that it is being made. */
const preparedIn = (text: string): ((start: number) => boolean) => {
  const clauses = partnerClauses(text)
  const prepared = wordsOf(text, PREPARED)
  const enacted = wordsOf(text, ENACTED)
  return (start) => {
    const from = clauses.findLast((candidate) => candidate.start <= start)?.start ?? 0
    return lastWithin(prepared, from, start) > lastWithin(enacted, from, start)
  }
}

/** Tells whether instruments named in a text are law, by their names and the words beside them; offsets into the text. */
export const stagesIn = (text: string): ((start: number, end: number) => Stage) => {
  const isPrepared = preparedIn(text)
  return (start, end) =>
    DRAFT.test(text.slice(start, end)) || isPrepared(start) || DRAFT_BEHIND.test(text.slice(end, end + 140))
      ? 'draft'
      : 'in_force'
}

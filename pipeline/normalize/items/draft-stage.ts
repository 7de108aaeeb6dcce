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

const lastIndex = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/** Whether the last word about its making before a name, in its clause, says that it is being made. */
const isPrepared = (text: string, start: number): boolean => {
  const clause = partnerClauses(text).findLast((candidate) => candidate.start <= start)
  const before = text.slice(clause?.start ?? 0, start)
  return lastIndex(before, PREPARED) > lastIndex(before, ENACTED)
}

/** Whether an instrument named in prose is law, by its name and the words beside it; offsets into the note. */
export const stageOf = (text: string, start: number, end: number): Stage =>
  DRAFT.test(text.slice(start, end)) ||
  isPrepared(text, start) ||
  DRAFT_BEHIND.test(text.slice(end, end + 140))
    ? 'draft'
    : 'in_force'

import type { Stage } from '../../../schemas/index.ts'

/** An instrument that is not law yet, by its own words. */
const DRAFT = /\b(?:draft|bills?|proposal|proposed)\b/i
/** What comes before the clause that a name is in. */
const EARLIER = /^.*(?:(?<!\b(?:e\.g|i\.e|no))[.;]\s|\b(?:however|but|although|while|whereas)\b)/isu
/** Words by which an instrument is being made, or is law. */
const MAKING =
  /\b(?:(draft(?:s|ing|ed)?|proposed|propos(?:al|ing)|preparing|developing|finali[sz]ing|working on|upcoming|forthcoming|planned|pending|bills?)|enacted|adopted|in\s+force|passed|approved|promulgated|through|has|have|had|under|pursuant|amended|reviewing)\b/gi
const DRAFT_BEHIND =
  /^[^.;:]{0,60}?\b(?:(?:is|are)\s+(?:currently\s+|still\s+|now\s+)?(?:being\s+|to\s+be\s+|under\s+|in\s+|at\s+|awaiting\s+|a\s+|at\s+the\s+)?(?:draft\w*|prepar\w+|pending|consider(?:ed|ation)|await\w*|process\b|progress|develop\w*|review\w*|finali[sz]\w*|discussi\w+|pipeline|adopt(?:ed|ion)\s+soon)|awaits?\b|(?:has|have)\s+(?:not\s+(?:yet\s+)?been|yet\s+to\s+be)|will\s+be\b|yet\s+to\s+be)/i

/** Whether the words of a list entry say that it is law. */
export const findEntryStage = (words: string, lead: string): Stage =>
  DRAFT.test(words) || /\b(?:drafts?|bills?|proposed)\b[^.:]{0,60}:\s*$/i.test(lead) ? 'draft' : 'in_force'

/** Whether an instrument named in prose is in force, from its name and the words around it; offsets into the text. */
export const findStage = (text: string, start: number, end: number): Stage => {
  const clause = text.slice(Math.max(0, start - 200), start).replace(EARLIER, '')
  const isMade = [...clause.matchAll(MAKING)].at(-1)?.[1] !== undefined
  return isMade || DRAFT.test(text.slice(start, end)) || DRAFT_BEHIND.test(text.slice(end, end + 140))
    ? 'draft'
    : 'in_force'
}

import { possibleAmong } from '../screen/index.ts'
import { HARMLESS } from './wordings/index.ts'

const ADDRESS = /\b\S{1,200}@\S+|\b(?:https?:\/\/|www\.)\S+/gi
/** Words in quotation marks, but for those that somebody is told to have spoken. */
const QUOTED =
  /(?:“[^”]*”|"[^"]*"|‘[^’]*’(?!\p{L}))(?![^.]{0,60}\b(?:said|says|told|tells|added|announced|promised|declared|explained|stated|admitted|confirmed|wrote|writes|concede[sd])\b)/gu
/** A remark behind a comma, or a relative clause behind a main verb; `X which is being formed will ...` keeps its verb. */
const SIDE_REMARK =
  /,\s+(?:(?:\p{L}+\s+){0,3}(?:of|to|in|for|from|by|with|under|on|at|through)\s+)?(?:which|whom|who|whose|without)\b[^,;.:]*|(?<=\b(?:has|have|had|is|are|was|were|provides?|offers?|shares?|runs?|keeps?|gives?|helps?|exchanges?|teaches|receives?|uses?|issues?|maintains?|punishes|forbids|prohibits|obliges|outlaws|[a-z]{3,}ed)\b.*)\b(?<!(?:after|upon|until)\s+)(?:which|who|whose)\b[^,;.:]*|(?<=\b(?:renewed|replaced|replaces|passed|publishes|shares?|keeps?|found|see|something|after)\b.*)\bthat\s+(?:had|have|has|was|were|should|could|would|found|caused|left)\b[^,;.:]*|(?<=^(?:[\w’'-]+\s+){1,6})\b(?:who|that|which)\s+(?:do|does|did|are|is|have|has|were|fail|fails|need|want)\b[^,;.:]*?(?=\s+(?:can|may|must)\b)|(?<=^(?:under\s+[^,]*,\s+)?(?:[\w’'-]+\s+){1,6})\bthat\s+(?:are|have|were)\b[^,;.:]*?(?=\s+(?:can|may|must)\b)|\bthat\s+(?:do|does|did|is|are|was|were|has|have|can)\b(?:[^,;.:]*?\b(?:not|no|never)\b|n['’]t\b)[^,;.:]*/giu

/** Sections that ask for a body: what it has been told to do there is no plan. */
const ASK_FOR_BODY: ReadonlySet<string> = new Set(['1.3.3', '2.3'])
const DUTY =
  /\b(?:responsib\w+|mandated?|tasked|task|charged|entrusted|authori[sz]ed|empowered|assigned)\b[^.;,]*?\b(?:to|for|with|of)\s+(?:\w+ly\s+)?(?:coordinat|defin|develop|draft|draw|elaborat|ensur|establish|formulat|implement|monitor|oversee|prepar|promot|provid|set|support)\w*(?:(?!\b(?:is|are|was|were|has|have|had|not|no|never)\b)[^.;,])*/gi

/** What is taken out of a clause, in this order. To take one out makes no words that were not there. */
const possibleAsides = possibleAmong([...HARMLESS, SIDE_REMARK], (pattern) => pattern)

/** The main words of a clause, without phrases, names and side remarks whose words decide nothing. */
export const mainWords = (text: string, section: string | null): string => {
  const named = text.replace(ADDRESS, '').replace(QUOTED, '')
  const bare = section !== null && ASK_FOR_BODY.has(section) ? named.replace(DUTY, 'responsible') : named
  const main = possibleAsides(bare).reduce((words, aside) => words.replace(aside, ''), bare)
  return /\p{L}/u.test(main) || !/\p{L}/u.test(named) ? main.trim() || text : ''
}

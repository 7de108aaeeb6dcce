/** The words of a name, and what is cited of it. */
export interface NameText {
  readonly text: string
  readonly detail: string | null
}

const MAX_LENGTH = 160

const UNIT = String.raw`(?:[Ss]ub[Dd]ivisions?|[Aa]rticles?|[Aa]rts?\.?|[Ss]ections?|[Ss]ec\.|[Cc]hapters?|[Dd]ivisions?|[Pp]aragraphs?|[Pp]arts?|[Rr]ules?|S(?=\.?\s?\d)|§)`
const NUMBERS = String.raw`(?:\s?[\dIVXL][\w.()/§–-]*|\s*(?:,|and|to|until|&|;|or|-|–|:|bis|BIS|ter|§|${UNIT}|\([^()]{0,40}\)|\d+nd))+`
/** “Section 15 of the …”, “Section 293, …”. */
const CITED_BEFORE = new RegExp(
  String.raw`^(${UNIT}${NUMBERS})(?:\s+(?:of|under|in|from)\s+(?:the\s+)?|,\s+|\s+(?=\p{Lu}\p{Ll}))`,
  'u',
)
/** “… (Article 12)”, “… Articles 211 and 212”. */
const CITED_BEHIND = new RegExp(
  String.raw`(?<=.)[\s,]*(?:[([]\s*(${UNIT}[^()[\]]*(?:\([^()]*\)[^()[\]]*)*)[)\]]?|\s((?!Rules?\s)${UNIT}${NUMBERS}))\s*$`,
  'u',
)
/** A list of alternatives, one on a line, as one pattern. */
const eitherLine = (lines: string): string => `(?:${lines.trim().split(/\n\s*/).join('|')})`

/** Words in lower case in brackets, such as `(still a draft)`; those of a title or a citation stay. */
const REMARK = new RegExp(
  String.raw`\s*\((?:\*|\S+\.(?:org|com|net|int|gov)\b|${eitherLine(String.raw`
    (?<!\d\s?\()(?!(?:on|of|for|concerning|(?:section|article|art|chapter|part|paragraph|rule)s?)\b)\p{Ll}[\p{Ll}’'-]* (?=[\p{Ll}\d])
    (?:[Ss]till|[Cc]urrently|[Yy]et|[Ii]n|[Uu]nder|[Ff]inal|[Nn]ot|[Dd]raft|[Ss]ee|[Aa]s|[Aa]lso)\b
    (?:[Oo]perated|[Aa]dopted|[Pp]roposed|[Pp]ending|[Aa]pproved|[Aa]mended|which|being|described|mentioned)\b
    \d+ (?:standards|hours)`)}[^()]*)\)?\s*$`,
  'u',
)
/** What follows a name and describes it, to the end. */
const DESCRIPTION = new RegExp(
  eitherLine(String.raw`
    \s+[–—-]\s+(?=\p{Ll}+\s+\p{Ll}+)(?!.*[–—-]\s+\p{Lu}).*$
    ,?\s+(?:which|that(?!\s\p{Lu})|who|whose|where|whereby)\s.*$
    ,\s+(?:a|an|the|for|for the)\s+\p{Ll}.*$
    \s+between\s(?<=(?:\S+\s+){6}between\s).*$
    ,\s+(?:added|respectively|as|under|including|established|not|part of|amended by|short for)\s.*$
    ,\s+in (?:collaboration|cooperation|order)\s.*$
    :\s*\p{Ll}.*$
    \s(?:(?:issued|published|drawn up|put forward) by|based (?:up)?on ISO|held (?:in|on|at)|adopted with)\s.*$
    \s+(?:there is|but)\s.*$`),
  'u',
)
const OPENING =
  /^(?:[-–—•*.“"‘'«\s]+|[\p{L} ]{3,40}:\s+(?=(?:Law|Act|Decree|Regulation)\b)|(?:the|a|an|its|their|our|of|and|with|by|from|through|for)\s+(?=\S))/iu
const CLOSING = /[\s.,;:*•–—\-_/«]+$|['’]s$|\s+(?:and|or|of|the|for|in|on|by|with|to)$/i

const cutRepeatedly = (text: string, pattern: RegExp): string => {
  const shorter = text.replace(pattern, '')
  return shorter === text || shorter === '' ? text : cutRepeatedly(shorter, pattern)
}

const countSigns = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** Quotes and brackets that surround the whole name, or have lost their partner. */
const unwrap = (text: string): string => {
  const wrapped = /^[“"‘«]([^“”"«»]+)[”"’»]?$/.exec(text)?.[1] ?? /^\(([^()]+)\)?$/.exec(text)?.[1]
  if (wrapped !== undefined) return unwrap(wrapped.trim())
  const open = countSigns(text, /\(/g) - countSigns(text, /\)/g)
  if (open > 0) return `${text})`.replace(/\s*\(\)$/, '')
  if (open < 0) return text.replace(/\)([^)]*)$/, '$1')
  return countSigns(text, /[“”"]/g) === 1 ? text.replace(/\s*[“”"]\s*/, ' ').trim() : text
}

/** Takes marks of footnotes off, and spaces that print added. */
const closeUp = (text: string): string =>
  text
    .replace(/\s*\(\s*\*+\s*\)|\*+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([),;])/g, '$1')
    .replace(/(\p{L})- (?=\p{L})(?!(?:and|or)\b)/gu, '$1-')
    .trim()

/** Cuts a name at the last word that fits. */
const shorten = (text: string): string =>
  text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH + 1).replace(/\s+\S*$/, '')

const trimEnds = (text: string): string => unwrap(cutRepeatedly(cutRepeatedly(text, OPENING), CLOSING)).trim()

/** The name in a stretch of a note without description, mark, article or citation, and the citation. */
export const cleanName = (printed: string, citations: boolean): NameText => {
  const cited: string[] = []
  const cut = (words: string, pattern: RegExp): string =>
    citations
      ? words.replace(pattern, (_, first?: string, second?: string) => {
          cited.push(cutRepeatedly(first ?? second ?? '', CLOSING).trim())
          return ''
        })
      : words
  const named = cut(closeUp(printed).replace(/^[-–—•*.\s]+(?:[Tt]he\s+)?|^[Tt]he\s+/, ''), CITED_BEFORE)
  const bare = cutRepeatedly(cutRepeatedly(named.replace(DESCRIPTION, ''), CLOSING), REMARK)
  const name = cut(cutRepeatedly(bare, CLOSING), CITED_BEHIND)
  return { text: trimEnds(shorten(trimEnds(trimEnds(name)))), detail: cited.join(', ') || null }
}

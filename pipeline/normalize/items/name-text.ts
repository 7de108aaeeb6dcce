/** The words of a name, and what is cited of it. */
export interface NameText {
  readonly text: string
  readonly detail: string | null
}

const MAX_LENGTH = 160

const UNIT = String.raw`(?:[Ss]ub[Dd]ivisions?|[Aa]rticles?|[Aa]rts?\.?|[Ss]ections?|[Ss]ec\.|[Cc]hapters?|[Dd]ivisions?|[Pp]aragraphs?|[Pp]arts?|[Rr]ules?|S(?=\.?\s?\d)|§)`
const NUMBERS = String.raw`(?:\s?[\dIVXL][\w.()/§–-]*|\s*(?:,|and|to|until|&|;|or|-|–|:|bis|ter|§|${UNIT}|\([^()]{0,40}\)|\d+nd))+`
/** “Section 15 of the …”, “Section 293, …”. */
const CITED_BEFORE = new RegExp(
  String.raw`^(${UNIT}${NUMBERS})(?:\s+(?:of|under|in|from)\s+(?:the\s+)?|,\s+|\s+(?=\p{Lu}\p{Ll}))`,
  'u',
)
/** “… (Article 12)”, “… Articles 211 and 212”. */
const CITED_BEHIND = new RegExp(
  String.raw`[\s,]*(?:\(\s*(${UNIT}[^()]*(?:\([^()]*\)[^()]*)*)\)|\s(${UNIT}${NUMBERS}))\s*$`,
  'u',
)
const CITED_WITHIN = new RegExp(String.raw`,\s+(${UNIT}\s\d+)(?=\s)`, 'u')
const GAZETTE = /\s*\((Official Gazette[^()]*)\)?\s*$/

const REMARK =
  /\s*\((?:\*|(?:still |currently |yet |in |under |final |not |being |to be |only |draft |draft\b|\d+ (?:standards|hours)|described|mentioned|see |as |which |also |operated |adopted |proposed |pending |approved )[^()]*)\)?\s*$/i
const DESCRIPTION =
  /\s+[–—-]\s+(?=\p{Ll}+\s+\p{Ll}+)(?!.*[–—-]\s+\p{Lu}).*$|,?\s+(?:which|that|who|whose|where|whereby)\s.*$|,\s+(?:a|an|the)\s+\p{Ll}.*$|\s+between\s(?<=(?:\S+\s+){6}between\s).*$|,\s+(?:added|respectively|as|under|including|established|part of|amended by|short for|in (?:collaboration|cooperation|order))\s.*$|:\s*\p{Ll}.*$|\s+there is\s.*$/u
const OPENING = /^(?:[-–—•*.“"‘'«\s]+|(?:the|a|an|its|their|our|of|and|with|by|from|through|for)\s+(?=\S))/i
const CLOSING = /[\s.,;:*•–—\-_/«]+$|['’]s$|\s+(?:and|or|of|the|for|in|on|by|with|to)$/i

const repeat = (text: string, pattern: RegExp, by = ''): string => {
  const shorter = text.replace(pattern, by)
  return shorter === text || shorter === '' ? text : repeat(shorter, pattern, by)
}

/** Quotes and brackets that surround the whole name, or have lost their partner. */
const unwrap = (text: string): string => {
  const quoted = /^[“"‘«]([^“”"«»]+)[”"’»]?$/.exec(text) ?? /^\(([^()]+)\)?$/.exec(text)
  if (quoted?.[1] !== undefined) return unwrap(quoted[1].trim())
  const opened = (text.match(/\(/g) ?? []).length
  const closed = (text.match(/\)/g) ?? []).length
  if (opened > closed) return `${text})`.replace(/\s*\(\)$/, '')
  if (closed > opened) return text.replace(/\)([^)]*)$/, '$1')
  if ((text.match(/[“”"]/g) ?? []).length === 1) return text.replace(/\s*[“”"]\s*/, ' ').trim()
  return text
}

/** Marks of footnotes off, spaces where print has them. */
const plain = (text: string): string =>
  text
    .replace(/\s*\(\s*\*+\s*\)|\*+/g, '')
    .replace(/\s*\((?:https?:\/\/)?[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|int|gov)\)/gi, '')
    .replace(/^\p{Lu}\p{L}+-led\s+/u, '')
    .replace(/\s+/g, ' ')
    .replace(/\[(?=(?:[Aa]rt|[Ss]ec)[^[\]]*\]?$)/, '(')
    .replace(/(\((?:[Aa]rt|[Ss]ec)[^()[\]]*)\]/, '$1)')
    .replace(/\(\s+/g, '(')
    .replace(/\s+([),;])/g, '$1')
    .replace(/(\p{L})- (?=\p{L})(?!(?:and|or)\b)/gu, '$1-')
    .trim()

/** Off goes a closing bracket that neither abbreviates nor spells out the name before it. */
const withoutRemark = (text: string): string => {
  const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(text)
  const [, name = '', content = ''] = match ?? []
  if (name === '') return text
  if (/,\s\p{Ll}/u.test(content)) return name
  const words = content.trim().split(/\s+/)
  const initials = words
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase()
  const isGloss =
    !/\s/.test(name) &&
    words.length > 1 &&
    words.length < 4 &&
    /[a-z]/.test(content) &&
    !name.toLowerCase().startsWith(initials)
  return isGloss ? name : text
}

/** Cuts a name at the last word that fits. */
const shorten = (text: string): string =>
  text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH + 1).replace(/\s+\S*$/, '')

const trimEnds = (text: string): string => unwrap(repeat(repeat(text, OPENING), CLOSING)).trim()

/** The name within a stretch of a note: no description, mark, article or citation, and what it cites apart. */
export const nameText = (raw: string, citations: boolean): NameText => {
  let text = plain(raw)
  let detail: string | null = null
  const cite = (words: string | undefined): void => {
    const tidy = words?.replace(CLOSING, '').trim()
    if (tidy) detail = detail === null ? tidy : `${detail}, ${tidy}`
  }
  text = text.replace(/^[-–—•*.\s]+/, '')
  if (citations) {
    const before = CITED_BEFORE.exec(text.replace(/^(?:The|the)\s+/, ''))
    if (before) {
      cite(before[1])
      text = text.replace(/^(?:The|the)\s+/, '').slice(before[0].length)
    }
  }
  text = repeat(text.replace(DESCRIPTION, ''), CLOSING)
  text = repeat(text, REMARK)
  text = withoutRemark(repeat(text, CLOSING)).replace(/^Draft of the\s+/, '')
  if (citations) {
    const behind = CITED_BEHIND.exec(text)
    if (behind && behind.index > 0) {
      cite(behind[1] ?? behind[2])
      text = text.slice(0, behind.index)
    }
    const gazette = GAZETTE.exec(text)
    if (gazette) {
      cite(gazette[1])
      text = text.slice(0, gazette.index)
    }
    const within = CITED_WITHIN.exec(text)
    if (within) {
      cite(within[1])
      text = text.replace(within[0], '')
    }
  }
  text = trimEnds(trimEnds(text))
  return { text: trimEnds(shorten(text)), detail }
}

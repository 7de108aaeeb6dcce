import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import {
  ADJECTIVE,
  CONNECTORS,
  findHeadKind,
  GENERIC,
  LOOSE_CONNECTORS,
  LOWER_HEAD,
  OWNED_HEAD,
  VERBS,
} from './lexicon.ts'
import { isAcronym, isCapitalised, isName, isNumber, isSpace, isYear, type Token, tokenAt } from './tokens.ts'

/** Longer than any name. */
const MAX_WORDS = 40
const MAX_LAW_TITLE_WORDS = 14
const MAX_BRACKET_WORDS = 16

/** A name so far: text and tokens, where it began and where it ends so far. */
interface Chunk {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly from: number
  readonly end: number
}

/** The index behind a bracket that belongs to the name before it; `end` where none does. */
const behindBracket = ({ text, tokens, end: open }: Chunk): number => {
  if (!/^\s*[([]\s*[“"']?$/.test(tokenAt(tokens, open).gap)) return open
  let end = open + 1
  while (end < open + MAX_BRACKET_WORDS && !/[)\].;:]/.test(tokenAt(tokens, end).gap)) end++
  const last = tokenAt(tokens, end - 1)
  if (!/^["”'*•\s(]*[)\]]/.test(text.slice(last.end, last.end + 6))) return open
  const content = tokens.slice(open, end)
  const first = tokenAt(tokens, open)
  const isTitle = isNumber(tokenAt(tokens, open - 1).text) && content.length > 4
  const isShort = content.length <= 4 && (isCapitalised(first.text) || isYear(first.text))
  const isLong =
    isCapitalised(first.text) &&
    content.every(
      (token) => isName(token) || CONNECTORS.has(token.text) || isNumber(token.text) || token.text === '-',
    )
  return isTitle || isShort || isLong ? end : open
}

/** The end of a list of nouns inside one name (`Ministry of Trade, Industry and Crafts`). */
const behindNouns = ({ tokens, from, end: at }: Chunk): number => {
  if (!tokens.slice(from, at).some(({ text }) => text === 'of' || text === 'for')) return at
  let words = 0
  for (let index = at; index < at + 14; index++) {
    const token = tokenAt(tokens, index)
    const isComma = /^\s*,\s*$/.test(token.gap)
    if (index > at && !isComma && !isSpace(token.gap)) return at
    if (token.text === 'and' || token.text === '&') {
      const next = tokenAt(tokens, index + 1)
      const isNoun = isName(next) && findHeadKind(next.text) !== 'organisation'
      return isNoun && words + Number(isComma) > 0 ? index + 2 : at
    }
    words = isComma ? 1 : words + 1
    const isNoun = isName(token) ? findHeadKind(token.text) !== 'organisation' : CONNECTORS.has(token.text)
    const isOther = isAcronym(token.text) && !GENERIC.has(token.text.toLowerCase())
    if (words > 4 || !isNoun || isOther || resolveCountry(token.text) !== null) return at
  }
  return at
}

/** The end of the lower-case words in which a law says what it is about (`Directive on attacks against systems`). */
const behindLawTitle = (tokens: readonly Token[], from: number): number => {
  let end = from + 1
  while (end < from + MAX_LAW_TITLE_WORDS) {
    const token = tokenAt(tokens, end)
    if (!isSpace(token.gap) || VERBS.test(token.text)) break
    end++
  }
  return end
}

const NUMBERED = /^(?:No|N°|n°|Nº|nº|Number|number|Resolution|Group|Thrust|Circular|n|no|nr|Year|\d+)$/i

const isLawNumber = (token: Token, before: Token): boolean =>
  isYear(token.text) ||
  NUMBERED.test(before.text) ||
  isAcronym(before.text) ||
  findHeadKind(before.text) === 'instrument'

/** Whether capitalised words up to a bracketed abbreviation or the head of a law follow (`in Asia-Pacific (CSCAP)`). */
const isNameAhead = (chunk: Chunk, from: number): boolean => {
  const { tokens } = chunk
  for (let end = from; end < from + 6; end++) {
    const token = tokenAt(tokens, end)
    if (end > from && behindBracket({ ...chunk, end }) > end) return true
    if (!isName(token) || (end > from && !isSpace(token.gap))) return false
    if (findHeadKind(token.text) === 'instrument') return true
  }
  return false
}

/** The end of a name that continues behind connecting words; `end` where it does not. */
const behindConnectors = (chunk: Chunk): number => {
  const { tokens, from, end } = chunk
  const word = tokenAt(tokens, end).text
  if (word === 'the') return end
  let next = end
  while (next < end + 4 && CONNECTORS.has(tokenAt(tokens, next).text) && isSpace(tokenAt(tokens, next).gap))
    next++
  const target = tokenAt(tokens, next)
  const kind = headKind(tokens.slice(from, end))
  if (!isSpace(target.gap)) return end
  const isTitled = kind === 'instrument' || kind === 'treaty' || (kind === 'event' && word === 'on')
  const namesCountry = [1, 2].some(
    (count) =>
      resolveCountry(
        tokens
          .slice(next, next + count)
          .map(({ text }) => text)
          .join(' '),
      ) !== null,
  )
  if (isName(target)) {
    const isOne = end === from + 1 && isAcronym(tokenAt(tokens, from).text)
    if (word === 'for' && (isOne || (namesCountry && (kind === 'event' || kind === 'programme')))) return end
    const joins =
      !LOOSE_CONNECTORS.has(word) || isTitled || (word === 'in' && kind === 'programme' && !namesCountry)
    const isOther = kind === 'organisation' && headKind(tokens.slice(next, next + 4)) !== null
    if (joins || (!isOther && isNameAhead(chunk, next))) return next + 1
  }
  if (word === 'of' && (isYear(target.text) || (kind === 'instrument' && isNumber(target.text))))
    return next + 1
  return isTitled &&
    /^(?:on|of|for|concerning|regarding|respecting|about|against|de)$/.test(word) &&
    !VERBS.test(target.text)
    ? behindLawTitle(tokens, next)
    : end
}

/** Whether a lower-case word is the head of the name before it (`Cyber law`, `CIRT readiness assessment`). */
const isLowerHead = (chunk: Chunk): boolean => {
  const { tokens, from, end } = chunk
  const { text } = tokenAt(tokens, end)
  const before = tokenAt(tokens, end - 1)
  if (OWNED_HEAD.test(text) && findHeadKind(before.text) === null) return true
  if (findHeadKind(text) === null || (end === from + 1 && isAcronym(before.text))) return false
  const isHead = LOWER_HEAD.test(text) && headKind(tokens.slice(from, end)) === null
  return isHead || behindBracket({ ...chunk, end: end + 1 }) > end + 1
}

/** Where a name ends that continues behind `end`; `end` where it does not. */
const goOn = (chunk: Chunk): number => {
  const { tokens, end } = chunk
  const token = tokenAt(tokens, end)
  const before = tokenAt(tokens, end - 1)
  if (/^\s*,\s*$/.test(token.gap)) return behindNouns(chunk)
  const isJoined =
    isSpace(token.gap) ||
    (/^\.\s*$/.test(token.gap) && /^(?:No|n|nr|Law)$/i.test(before.text)) ||
    (/^["”]?\)\s$/.test(token.gap) && findHeadKind(token.text) !== null)
  if (!isJoined) return behindBracket(chunk)
  if (isName(token)) return end + 1
  if (isNumber(token.text)) return isLawNumber(token, before) ? end + 1 : end
  if (/^(?:n[°or]?|nº|number|n\.\d+)$/i.test(token.text) && findHeadKind(before.text) === 'instrument')
    return end + 1
  if (CONNECTORS.has(token.text)) return behindConnectors(chunk)
  const next = tokenAt(tokens, end + 1)
  const isAdjective =
    ADJECTIVE.test(token.text) &&
    isSpace(next.gap) &&
    (isName(next) || isLowerHead({ ...chunk, end: end + 1 }))
  return isAdjective || isLowerHead(chunk) ? end + 1 : end
}

/** The end of the name that begins at a token; `known` is the end of the entity that begins there, or less. */
export const chunkEnd = (text: string, tokens: readonly Token[], from: number, known: number): number => {
  let end = Math.max(from + 1, known)
  while (end < from + MAX_WORDS) {
    const next = goOn({ text, tokens, from, end })
    if (next === end) break
    end = next
  }
  return end
}

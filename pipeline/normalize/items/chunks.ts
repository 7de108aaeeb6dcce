import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import {
  ADJECTIVE,
  CONNECTORS,
  findHeadKind,
  LOOSE_CONNECTORS,
  LOWER_HEAD,
  OWNED_HEAD,
  VERBS,
} from './lexicon.ts'
import { isAcronym, isName, isNumber, isSpace, type Token, tokenAt } from './tokens.ts'

/** Longer than any name. */
const MAX_WORDS = 40
const MAX_PART_WORDS = 15

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
  while (end < open + MAX_PART_WORDS && !/[)\].;:]/.test(tokenAt(tokens, end).gap)) end++
  const last = tokenAt(tokens, end - 1)
  if (!/^["”'*•\s(]*[)\]]/.test(text.slice(last.end, last.end + 6))) return open
  const content = tokens.slice(open, end)
  const isTitle = isNumber(tokenAt(tokens, open - 1).text)
  const isNamed = content.every(
    (token) => isName(token) || isNumber(token.text) || CONNECTORS.has(token.text),
  )
  return isTitle || (isNamed && isName(tokenAt(content, 0))) ? end : open
}

/** The end of a list of nouns inside one name (`Ministry of Trade, Industry and Crafts`). */
const behindNouns = ({ tokens, from, end: at }: Chunk): number => {
  if (!tokens.slice(from, at).some(({ text }) => text === 'of' || text === 'for')) return at
  const isNoun = (token: Token): boolean => isName(token) && findHeadKind(token.text) !== 'organisation'
  for (let index = at; index < at + MAX_PART_WORDS; index++) {
    const token = tokenAt(tokens, index)
    if (index > at && !isSpace(token.gap.replace(',', ''))) return at
    if (token.text === 'and' || token.text === '&') return isNoun(tokenAt(tokens, index + 1)) ? index + 2 : at
    if (!(isNoun(token) || CONNECTORS.has(token.text)) || resolveCountry(token.text) !== null) return at
  }
  return at
}

/** The end of the lower-case words in which a law says what it is about (`Directive on attacks against systems`). */
const behindLawTitle = (tokens: readonly Token[], from: number): number => {
  let end = from + 1
  while (end < from + MAX_PART_WORDS) {
    const token = tokenAt(tokens, end)
    const isBroken = token.text === 'and' && /^(?:in|at|by|from|as|to)$/.test(tokenAt(tokens, end + 1).text)
    if (!isSpace(token.gap) || VERBS.test(token.text) || isBroken) break
    end++
  }
  return end
}

/** Whether capitalised words up to a bracketed abbreviation or the head of a law follow (`in Asia-Pacific (CSCAP)`). */
const isNameAhead = (chunk: Chunk, from: number): boolean => {
  for (let end = from; end < from + 6; end++) {
    if (end > from && behindBracket({ ...chunk, end }) > end) return true
    const token = tokenAt(chunk.tokens, end)
    if (!isName(token)) return false
    if (findHeadKind(token.text) === 'instrument') return true
  }
  return false
}

/** The end of a name that continues behind connecting words; `end` where it does not. */
const behindConnectors = (chunk: Chunk): number => {
  const { tokens, from, end } = chunk
  const word = tokenAt(tokens, end).text
  if (word === 'the' || (word === 'and' && /^(?:in|at|by|to|with|from)$/.test(tokenAt(tokens, end + 1).text)))
    return end
  let next = end
  while (next < end + 4 && CONNECTORS.has(tokenAt(tokens, next).text)) next++
  const target = tokenAt(tokens, next)
  const kind = headKind(tokens.slice(from, end))
  if (!isSpace(target.gap)) return end
  const isTitled = kind === 'instrument' || kind === 'treaty' || (kind === 'event' && word === 'on')
  const namesCountry = (): boolean =>
    [next, next + 1].some(
      (last) => resolveCountry(chunk.text.slice(target.start, tokenAt(tokens, last).end)) !== null,
    )
  if (isName(target)) {
    const isOne = end === from + 1 && isAcronym(tokenAt(tokens, from).text)
    if (word === 'for' && (isOne || (kind === 'event' && namesCountry()))) return end
    const joins =
      !LOOSE_CONNECTORS.has(word) || isTitled || (word === 'in' && kind === 'programme' && !namesCountry())
    const isOther = kind === 'organisation' && headKind(tokens.slice(next, next + 4)) !== null
    if (joins || (!isOther && isNameAhead(chunk, next))) return next + 1
  }
  return isTitled && /^(?:on|of|for|concerning|regarding|respecting|about|against|de)$/.test(word)
    ? behindLawTitle(tokens, next)
    : end
}

/** Whether a lower-case word is the head of the name before it (`Cyber law`, `CIRT readiness assessment`). */
const isLowerHead = ({ tokens, from, end }: Chunk): boolean => {
  const { text } = tokenAt(tokens, end)
  const isOneAcronym = end === from + 1 && isAcronym(tokenAt(tokens, from).text)
  return OWNED_HEAD.test(text) || (!isOneAcronym && LOWER_HEAD.test(text))
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
  if (isName(token) || isNumber(token.text)) return end + 1
  if (/^(?:n[°or]?|nº|number|n\.\d+)$/i.test(token.text) && findHeadKind(before.text) === 'instrument')
    return end + 1
  if (CONNECTORS.has(token.text)) return behindConnectors(chunk)
  const next = tokenAt(tokens, end + 1)
  const isAdjective = ADJECTIVE.test(token.text) && (isName(next) || isLowerHead({ ...chunk, end: end + 1 }))
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

import { resolveCountry } from '../country-name.ts'
import { CONNECTORS, GENERIC, kindOfHead, VERBS } from './lexicon.ts'
import { isAcronym, isCapitalised, isName, isNumber, isSpace, isYear, type Token } from './tokens.ts'

/** Where a list of nouns inside one name ends (`Ministry of Trade, Industry and Crafts`); `at` where there is none. */
export const nounList = (tokens: readonly Token[], at: number): number => {
  let words = 0
  for (let index = at; index < tokens.length && index < at + 14; index++) {
    const token = tokens[index]
    if (!token) return at
    const comma = /^\s*,\s*$/.test(token.gap)
    if (index > at && !comma && !isSpace(token.gap)) return at
    if (comma && token.text === 'and')
      return isNameAt(tokens, index + 1) && !endsAsBody(tokens, index + 1) ? index + 1 : at
    if (token.text === 'and' || token.text === '&')
      return isNameAt(tokens, index + 1) && words > 0 && !endsAsBody(tokens, index + 1) ? index + 1 : at
    if (comma) words = 0
    if (!isName(token) && !CONNECTORS.has(token.text)) return at
    if (
      (isAcronym(token.text) && !GENERIC.has(token.text.toLowerCase())) ||
      (kindOfHead(token.text) === 'organisation' && !/^Services?$/.test(token.text)) ||
      resolveCountry(token.text) !== null
    )
      return at
    words++
    if (words > 4) return at
  }
  return at
}

/** Whether the capitalised words from a token on end with the head of a body. */
const endsAsBody = (tokens: readonly Token[], from: number): boolean => {
  let index = from
  while (
    index < from + 5 &&
    isName(tokens[index + 1] ?? { text: '', start: 0, end: 0, gap: '' }) &&
    isSpace(tokens[index + 1]?.gap ?? '(')
  )
    index++
  return (
    index > from &&
    kindOfHead(tokens[index]?.text ?? '') === 'organisation' &&
    !/^Services?$/.test(tokens[index]?.text ?? '')
  )
}

export const isNameAt = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]
  return token !== undefined && isName(token) && kindOfHead(token.text) !== 'organisation'
}

/** The index behind a bracket that belongs to the name before it; `at` where none does. */
export const bracketEnd = (text: string, tokens: readonly Token[], at: number): number => {
  const opened = tokens[at]
  if (!opened || !/^\s*[([]\s*[“"']?$/.test(opened.gap)) return at
  let end = at + 1
  while (end < tokens.length && end < at + 16 && !/[)\].;:]/.test(tokens[end]?.gap ?? '')) end++
  const last = tokens[end - 1]
  if (!last || !/^["”'*•\s(]*[)\]]/.test(text.slice(last.end, last.end + 6))) return at
  const content = tokens.slice(at, end)
  const first = content[0]
  if (first === undefined) return at
  const isTitle =
    at - 1 >= 0 &&
    isNumber(tokens[at - 1]?.text ?? '') &&
    isCapitalised(first.text) &&
    content.length > 4 &&
    content.every((token) => !VERBS.test(token.text))
  if (isTitle) return end
  const isShort =
    content.length <= 4 && (isCapitalised(first.text) || isAcronym(first.text) || isYear(first.text))
  const isLong =
    isCapitalised(first.text) &&
    content.every(
      (token) => isName(token) || CONNECTORS.has(token.text) || isNumber(token.text) || token.text === '-',
    )
  return isShort || isLong || /^(?:amendment|prohibition|prevention|group)/i.test(first.text) ? end : at
}

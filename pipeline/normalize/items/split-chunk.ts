import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import { findHeadKind, GENERIC, LAW, PREPOSITIONS } from './lexicon.ts'
import { isAcronym, type Token, tokenAt } from './tokens.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

const joinWords = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ')
const isGeneric = (token: Token): boolean => GENERIC.has(token.text.toLowerCase())

/** Whether a genitive names a body of its own (`IDA’s`); the Prime Minister’s Office is one name. */
const isOwner = (before: readonly Token[], owner: Token): boolean =>
  before.length === 0
    ? isAcronym(owner.text)
    : headKind([...before, owner]) === 'organisation' && owner.text !== 'Minister'

/** Whether tokens are a name by themselves: with a head of their own, or an abbreviation. */
const standsAlone = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 || tokenAt(tokens, 1).gap.includes('(')
    ? isAcronym(tokenAt(tokens, 0).text)
    : headKind(tokens) !== null

/** Whether the words on the two sides of `and` are two names rather than one (`Ministry of Trade and Industry`). */
const areTwo = (left: readonly Token[], behind: readonly Token[]): boolean => {
  const hasArticle = tokenAt(behind, 0).text === 'the'
  const stop = behind.findIndex(({ text, gap }, index) => index > 0 && (text === 'and' || /^[)]?,/.test(gap)))
  const right = behind.slice(Number(hasArticle), stop < 0 ? undefined : stop)
  const [first, last] = [tokenAt(right, 0), tokenAt(left, left.length - 1)]
  const [leftKind, rightKind] = [headKind(left), headKind(right)]
  if (left.length === 1 && findHeadKind(last.text) !== null) return false
  if (leftKind === 'instrument' && /^Action$/i.test(first.text)) return false
  if (hasArticle) return leftKind !== 'instrument' || rightKind !== null
  if (findHeadKind(first.text) === 'organisation' && /^(?:of|for|on)$/.test(tokenAt(right, 1).text))
    return true
  if (left.length === 1 && isAcronym(last.text)) return rightKind !== 'instrument' && !isGeneric(last)
  const areWords = left.length === 1 && behind.length === 1 && !isGeneric(last) && !isGeneric(first)
  const areTwins = leftKind !== null && last.text === tokenAt(right, right.length - 1).text
  if (areWords || areTwins || resolveCountry(joinWords(left)) !== null) return true
  const listsNouns =
    left.some(({ text }) => PREPOSITIONS.has(text)) &&
    findHeadKind(last.text) === null &&
    !isAcronym(first.text) &&
    (rightKind === 'organisation' || (rightKind === 'instrument' && !LAW.test(first.text)))
  const isLong = leftKind !== 'instrument' || right.length > 2
  return !listsNouns && isLong && standsAlone(left) && standsAlone(right)
}

/** Whether `of` is between two bodies (`Cyber Crime Unit of the Ministry of Interior`). */
const areBodies = (left: readonly Token[], right: readonly Token[]): boolean => {
  const open = left.findIndex(({ gap }, index) => index > 0 && gap.includes('('))
  const core = left.slice(0, open < 0 ? undefined : open)
  const head = tokenAt(core, core.length - 1)
  const isOwned = /^(?:organisation|programme|contact)$/.test(headKind(core) ?? '')
  if (core.length < 2 || !isOwned || findHeadKind(head.text) === null) return false
  const hasArticle = tokenAt(right, 0).text === 'the'
  const name = right.slice(Number(hasArticle))
  return name.length > 1 ? hasArticle && headKind(name) === 'organisation' : isAcronym(tokenAt(name, 0).text)
}

/** Parts a chunk into names at `and`, behind owners, and at `of` between two bodies. */
export const splitChunk = (
  tokens: readonly Token[],
  from: number,
  to: number,
  known: readonly Span[],
): Span[] => {
  for (let at = from; at < to - 1; at++) {
    if (known.some((span) => span.from < at && at < span.to)) continue
    const token = tokenAt(tokens, at)
    const word = token.text
    const left = tokens.slice(from, at)
    const right = tokens.slice(at + 1, to)
    const owner = word.replace(/['’]s$/, '')
    if (owner !== word && isOwner(left, { ...token, text: owner }))
      return [{ from, to: at + 1 }, ...splitChunk(tokens, at + 1, to, known)]
    if (at === from) continue
    const isKnown = known.some((span) => span.from === from && span.to === at)
    const parts =
      (/^(?:and|&)$/.test(word) && isKnown) ||
      (word === 'and' && areTwo(left, right)) ||
      (word === 'of' && areBodies(left, right))
    if (parts) {
      const next = at + (tokenAt(right, 0).text === 'the' ? 2 : 1)
      return [{ from, to: at }, ...splitChunk(tokens, next, to, known)]
    }
  }
  return [{ from, to }]
}

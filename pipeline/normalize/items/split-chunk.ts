import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import { findHeadKind, isGeneric } from './lexicon.ts'
import { isAcronym, isNumber, type Token, tokenAt } from './tokens.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

/** Whether a genitive names a body of its own (`IDA’s`); the Prime Minister’s Office is one name. */
const isOwner = (before: readonly Token[], owner: Token): boolean =>
  before.length === 0
    ? isAcronym(owner.text)
    : headKind([...before, owner]) === 'organisation' &&
      !/^(?:Minister|Children|Women|People)$/.test(owner.text)

/** Whether tokens are a name by themselves: with a head of their own, or an abbreviation. */
const standsAlone = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 || tokenAt(tokens, 1).gap.includes('(')
    ? isAcronym(tokenAt(tokens, 0).text)
    : headKind(tokens) !== null

/** Whether the words on the two sides of `and` are two names rather than one (`Ministry of Trade and Industry`). */
const areTwo = (left: readonly Token[], behind: readonly Token[]): boolean => {
  const first = tokenAt(behind, 0)
  const last = tokenAt(left, left.length - 1)
  const leftKind = headKind(left)
  if (leftKind === 'instrument' && /^Action$/i.test(first.text)) return false
  if (first.text === 'the' || findHeadKind(first.text) === 'organisation') return true
  if (left.length === 1 && isAcronym(last.text)) return !isGeneric(last.text)
  const areWords = left.length === 1 && behind.length === 1 && !isGeneric(last.text) && !isGeneric(first.text)
  const isEnd = isNumber(last.text) || resolveCountry(last.text) !== null
  const listsNouns = findHeadKind(last.text) === null && !isEnd && headKind(behind) !== null
  return areWords || (!listsNouns && standsAlone(left) && standsAlone(behind))
}

/** Who leads a body, an institute of a university and an office of the state bear the name of what they belong to. */
const BELONGS = /^(?:Minister|Commissioner|President|Director|University|Presidency|Republic|Federation)$/

/** Whether `of` is between two bodies (`Cyber Crime Unit of the Ministry of Interior`). */
const areBodies = (left: readonly Token[], right: readonly Token[]): boolean => {
  const open = left.findIndex(({ gap }, index) => index > 0 && gap.includes('('))
  const core = left.slice(0, open < 0 ? undefined : open)
  const head = tokenAt(core, core.length - 1)
  const isOwned = /^(?:organisation|programme|contact)$/.test(headKind(core) ?? '')
  const isTeam = core.length === 1 && isAcronym(head.text) && !isGeneric(head.text)
  if (!isTeam && (core.length < 2 || !isOwned || BELONGS.test(head.text))) return false
  const hasArticle = tokenAt(right, 0).text === 'the'
  const name = right.slice(Number(hasArticle))
  const end = name.findIndex(({ text, gap }, index) => index > 0 && (text === 'of' || gap.includes('(')))
  if (BELONGS.test(name.at(end < 0 ? -1 : end - 1)?.text ?? '') && headKind(core) === 'organisation')
    return false
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
    const behind = at + (tokenAt(right, 0).text === 'the' ? 2 : 1)
    const isKnown = known.some((span) => span.from === behind || (span.from === from && span.to === at))
    const parts =
      (/^(?:and|&)$/.test(word) && isKnown) ||
      (word === 'and' && areTwo(left, right)) ||
      (word === 'of' && areBodies(left, right))
    if (parts) return [{ from, to: at }, ...splitChunk(tokens, behind, to, known)]
  }
  return [{ from, to }]
}

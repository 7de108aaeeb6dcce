import type { ItemKind } from '../../../schemas/index.ts'
import { findHeadKind, LAW, PREPOSITIONS, ROMANCE, TEAM } from './lexicon.ts'
import { isNumber, type Token, tokenAt } from './tokens.ts'

/** The number of a law, or what it does (`Law Regulating …`). */
const BEHIND_LAW = /^\d|^n(?:°|º|o|r|\.)?\d*$|^number$|^\p{L}+ing$/iu
const PERIOD = /^(?:19|20)\d\d[-–](?:19|20)?\d\d$/

const outsideBrackets = (tokens: readonly Token[]): Token[] => {
  let depth = 0
  return tokens.filter(({ gap }, index) => {
    for (const sign of index > 0 ? gap : '')
      depth = Math.max(0, depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0))
    return depth === 0
  })
}

/** The kind that the head of a name says: its last word before the first preposition, else its first or last word. */
export const headKind = (tokens: readonly Token[]): ItemKind | null => {
  const outside = outsideBrackets(tokens)
  // `Decree N° 12`, `Law Regulating …`: the law comes first
  const isLaw = outside
    .slice(0, 5)
    .some(({ text }, index) => LAW.test(text) && BEHIND_LAW.test(tokenAt(outside, index + 1).text))
  if (isLaw) return 'instrument'
  const named = outside.filter(({ text }, index) => index === 0 || !isNumber(text))
  const preposition = named.findIndex(({ text }, index) => index > 0 && PREPOSITIONS.has(text))
  const core = preposition < 0 ? named : named.slice(0, preposition)
  const words = core.map(({ text }) => text)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const kind = findHeadKind(last)
  const isPeriod = PERIOD.test(tokens.at(-1)?.text ?? '')
  if (kind !== null && !(kind === 'programme' && isPeriod)) return kind
  if (core.length > 1 && /^Network$/i.test(last))
    return /ing$|^(?:Detection|Response|Alert)$/.test(words.at(-2) ?? '') ? 'programme' : 'organisation'
  if (words.some((word) => TEAM.test(word))) return 'organisation'
  const firstKind = findHeadKind(first)
  if (core.length > 1 && (LAW.test(first) || ROMANCE.test(first) || firstKind === 'organisation'))
    return firstKind
  if (isPeriod) return 'instrument'
  return preposition < 0 ? null : findHeadKind(named.at(-1)?.text ?? '')
}

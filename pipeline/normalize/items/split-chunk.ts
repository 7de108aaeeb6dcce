import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import { GENERIC, kindOfHead, PREPOSITIONS } from './lexicon.ts'
import { isAcronym, type Token } from './tokens.ts'

/** Whether a genitive names a body or country of its own (`IDA’s`, `Finland’s`); the title of a strategy keeps its. */
const isOwner = (before: readonly Token[], owner: string, behind: readonly Token[]): boolean => {
  const words = [...before.map(({ text }) => text), owner].join(' ')
  if (resolveCountry(words) !== null)
    return !behind.some(({ text }) => /^(?:strategy|policy|plan)$/i.test(text))
  return (
    (before.length === 0 && isAcronym(owner)) ||
    (before.length > 0 && kindOfHead(owner) === 'organisation' && !/^Minister$/.test(owner))
  )
}

export interface Span {
  readonly from: number
  readonly to: number
}

/** Whether tokens are a name by themselves: with a head of their own, or an abbreviation. */
const standsAlone = (tokens: readonly Token[]): boolean => {
  const [first] = tokens
  if (!first) return false
  if (tokens.length === 1 || tokens[1]?.gap.includes('('))
    return isAcronym(first.text) && kindOfHead(first.text) === null
  return headKind(tokens) !== null
}

/** The abbreviation in the bracket that ends a name; null where there is none. */
const bracketLetters = (tokens: readonly Token[], from: number, to: number): string | null => {
  const first = tokens.slice(from, to).find(({ gap }, index) => index > 0 && gap.includes('('))
  return first !== undefined && isAcronym(first.text) ? first.text : null
}

/** Parts a chunk into names at `and`, and at `of the` between two bodies. */
export const splitChunk = (
  tokens: readonly Token[],
  from: number,
  to: number,
  known: readonly Span[],
): Span[] => {
  const isKnown = (left: number, right: number): boolean =>
    known.some((span) => span.from === left && span.to === right)
  for (let at = from; at < to - 1; at++) {
    const word = tokens[at]?.text
    const owner = /^(.+)['’]s$/u.exec(word ?? '')?.[1]
    if (owner !== undefined && isOwner(tokens.slice(from, at), owner, tokens.slice(at + 1, to))) {
      return [{ from, to: at + 1 }, ...splitChunk(tokens, at + 1, to, known)]
    }
    if (at === from) continue
    if (known.some((span) => span.from < at && at < span.to)) continue
    if (tokens[at]?.gap.includes('(')) {
      while (at < to && !/\)/.test(tokens[at + 1]?.gap ?? ')')) at++
      continue
    }
    const left = tokens.slice(from, at)
    if (word === 'and' || word === '&') {
      const stop = tokens.findIndex(
        ({ text, gap }, index) => index > at + 1 && index < to && (text === 'and' || /^[)]?,/.test(gap)),
      )
      const right = tokens.slice(at + 1, stop < 0 ? to : stop)
      const the = right[0]?.text === 'the'
      const rightName = the ? right.slice(1) : right
      const firstOfRight = rightName[0]?.text ?? ''
      const startsBody =
        kindOfHead(firstOfRight) === 'organisation' && /^(?:of|for|on)$/.test(rightName[1]?.text ?? '')
      const leftKind = headKind(left)
      const rightKind = headKind(rightName)
      const both =
        leftKind !== null &&
        rightKind !== null &&
        (rightName.length > 1 || isAcronym(firstOfRight)) &&
        (leftKind !== 'instrument' || rightName.length > 2)
      const bareLeft = left.length === 1 && kindOfHead(left[0]?.text ?? '') !== null
      const leftListsNouns =
        left.some(({ text }) => PREPOSITIONS.has(text)) &&
        !the &&
        !startsBody &&
        (rightKind === 'organisation' ||
          (rightKind === 'instrument' && !/^(?:Laws?|Acts?|Decree)$/.test(firstOfRight))) &&
        kindOfHead(left.at(-1)?.text ?? '') === null &&
        !/^National$/.test(firstOfRight) &&
        !isAcronym(firstOfRight)
      if (word === '&' && !isKnown(from, at)) continue
      // the abbreviation behind the whole spells its first word, not that of the second part
      const letters = /^[(\s]*[“"]?(\p{L})/u
        .exec(bracketLetters(tokens, at + 1, to) ?? '')?.[1]
        ?.toLowerCase()
      const spells = (name: string | undefined): boolean =>
        letters !== undefined && name?.[0]?.toLowerCase() === letters
      if (!the && spells(left[0]?.text) && !spells(firstOfRight)) continue
      const isCountry = resolveCountry(left.map(({ text }) => text).join(' ')) !== null
      if (leftKind === 'instrument' && /^(?:Action|action)$/.test(firstOfRight)) continue
      const twins = left.at(-1)?.text === rightName.at(-1)?.text && leftKind !== null
      const isPair =
        left.length === 1 &&
        rightName.length === 1 &&
        at + 2 === to &&
        !GENERIC.has((left[0]?.text ?? '').toLowerCase()) &&
        !GENERIC.has(firstOfRight.toLowerCase())
      if (
        !bareLeft &&
        ((the && leftKind !== 'instrument') ||
          (the && rightKind !== null) ||
          startsBody ||
          (both && !leftListsNouns) ||
          isCountry ||
          isPair ||
          twins ||
          (!leftListsNouns &&
            standsAlone(left) &&
            standsAlone(rightName) &&
            (leftKind !== 'instrument' || rightName.length > 2)) ||
          isKnown(from, at) ||
          (left.length === 1 &&
            isAcronym(left[0]?.text ?? '') &&
            rightKind !== 'instrument' &&
            !/^(?:ICT|IT|ICTs|R&D)$/.test(left[0]?.text ?? '')) ||
          (isAcronym(firstOfRight) && leftKind !== null && rightName.length === 1))
      ) {
        return [{ from, to: at }, ...splitChunk(tokens, at + (the ? 2 : 1), to, known)]
      }
    }
    if (
      word === 'of' &&
      left.length > 1 &&
      headKind(left) === 'organisation' &&
      kindOfHead(left.at(-1)?.text ?? '') !== null
    ) {
      const the = tokens[at + 1]?.text === 'the'
      const right = tokens.slice(at + (the ? 2 : 1), to)
      const kind = headKind(right)
      const letters = bracketLetters(tokens, at + 1, to)?.[0]?.toLowerCase()
      if (
        letters !== undefined &&
        left[0]?.text[0]?.toLowerCase() === letters &&
        right[0]?.text[0]?.toLowerCase() !== letters
      )
        continue
      const acronymOnly =
        right.length === 1 &&
        isAcronym(right[0]?.text ?? '') &&
        !GENERIC.has((right[0]?.text ?? '').toLowerCase())
      if ((the && kind === 'organisation' && right.length > 1) || acronymOnly) {
        return [{ from, to: at }, ...splitChunk(tokens, at + (the ? 2 : 1), to, known)]
      }
    }
  }
  return [{ from, to }]
}

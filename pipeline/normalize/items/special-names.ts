import type { ItemKind } from '../../../schemas/index.ts'
import { findHeadKind, GENERIC } from './lexicon.ts'
import { isAcronym, isCapitalised, type Token, tokenAt, tokenize } from './tokens.ts'

/** A name in quotes, or in lower case before its abbreviation; offsets into the note. */
export interface SpecialName {
  readonly start: number
  readonly end: number
  readonly kind: ItemKind | null
}

const QUOTED =
  /[“"‘«](?=[\p{Lu}\d]|\p{Ll}+\p{Lu})([^“”"«»]{3,300})[”"’»](?:\s*\(([\p{L}\p{N}-]{2,15})\s?\))?/gu
const WORD_BEFORE =
  /([\p{L}-]+)(?:\s+(?:called|named|titled|entitled|on|of|is|as|known as|referred to as|–|-|:))?[\s(,]*$/u
const WORD_BEHIND = /^\s*(?:\([^()]*\)\s*)?([\p{L}-]+)/u

const findKindBeside = (text: string, start: number, end: number): ItemKind | null => {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? ''
  const behind = WORD_BEHIND.exec(text.slice(end, end + 40))?.[1] ?? ''
  return findHeadKind(before) ?? findHeadKind(behind)
}

/** Names in quotes, with the kind that the words beside them give. */
export const quotedNames = (text: string, from: number, to: number): SpecialName[] =>
  [...text.slice(from, to).matchAll(QUOTED)].flatMap((match) => {
    const start = from + match.index
    const end = start + match[0].length
    const words = (match[1] ?? '').trim()
    const last = words.split(/\s+/).at(-1) ?? ''
    const kind = findKindBeside(text, start, end) ?? findHeadKind(last)
    return words.split(/\s+/).length > 42 ? [] : [{ start, end, kind }]
  })

const BRACKETED = /\s?\(\s?[“"]?(?<letters>[\p{L}\p{N}][\p{L}\p{N}.&/-]{1,14})[”"]?\s?(?:\(\*\))?\s*\)/gu
const DETERMINER =
  /^(?:the|a|an|its|their|this|has|have|by|through|under|called|is|are|as|with|from|to|and|of|in|on|recognized|recognised|official|officially|known)$/i

const LINK = /^(?:of|and|for|on|the)$/
const TEAM_WORD = /^(?:CERT|CIRT|CSIRT)s?$/
const MAX_WORDS = 10

/** Where the words before a bracket begin that may be a name; they reach back to a determiner or a stop. */
const startOfName = (words: readonly Token[]): number => {
  let first = words.length
  while (first > 0) {
    const { text: word } = tokenAt(words, first - 1)
    const isInside = first < words.length
    if (isInside && /[.,;:()]/.test(tokenAt(words, first).gap)) break
    if (DETERMINER.test(word) && !(isInside && LINK.test(word))) break
    first--
  }
  while (LINK.test(tokenAt(words, first).text)) first++
  return first
}

/** Names that begin in lower case and end with their abbreviation in brackets, and abbreviations alone in brackets. */
export const lowerCaseNames = (text: string, from: number, to: number): SpecialName[] =>
  [...text.slice(from, to).matchAll(BRACKETED)].flatMap((match) => {
    const letters = match.groups?.['letters'] ?? ''
    const open = from + match.index
    const end = open + match[0].length
    if (!isAcronym(letters) || GENERIC.has(letters.toLowerCase())) return []
    const words = tokenize(text, Math.max(from, open - 120), open)
    const name = words.slice(startOfName(words))
    const before = tokenAt(words, words.length - 1)
    const isTeam = TEAM_WORD.test(before.text)
    const kind = name.map(({ text: word }) => findHeadKind(word)).findLast((found) => found !== null) ?? null
    const hasLowerHead = name.some(({ text: word }) => findHeadKind(word) !== null && !isCapitalised(word))
    if (hasLowerHead && !isTeam && name.length > 1 && name.length <= MAX_WORDS)
      return [{ start: tokenAt(name, 0).start, end, kind }]
    return []
  })

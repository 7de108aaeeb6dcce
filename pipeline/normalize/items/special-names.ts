import type { ItemKind } from '../../../schemas/index.ts'
import { findHeadKind, isGeneric, TEAM, VERBS } from './lexicon.ts'
import { findMatches } from './mentions.ts'
import type { Candidate } from './reading.ts'
import { isAcronym, isCapitalised, tokenAt, tokenize } from './tokens.ts'

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
export const quotedNames = (text: string, from: number, to: number): Candidate[] =>
  findMatches(text, QUOTED, from, to).flatMap(({ start, end, match }) => {
    const words = (match[1] ?? '').trim().split(/\s+/)
    const kind = findKindBeside(text, start, end) ?? findHeadKind(words.at(-1) ?? '')
    return words.length > 42 ? [] : [{ start, end, kind }]
  })

const BRACKETED =
  /\s?\(\s?[“"]?(?!\d{5})(?<letters>[\p{L}\p{N}][\p{L}\p{N}.&/-]{1,14})[”"]?\s?(?:\(\*\))?\s*\)/gu
const LINK = /^(?:of|and|for|on|the)$/i
const DETERMINER = /^(?:an?|its|their|this|with|to|called|known)$/i
const STOP = /[.,;:()]/
const MAX_WORDS = 10

/** Names that begin in lower case and end with their abbreviation in brackets; they reach back to a verb or a stop. */
export const lowerCaseNames = (text: string, from: number, to: number): Candidate[] =>
  findMatches(text, BRACKETED, from, to).flatMap(({ start: open, end, match }) => {
    const letters = match.groups?.['letters'] ?? ''
    if (!isAcronym(letters) || isGeneric(letters)) return []
    const words = tokenize(text, Math.max(from, open - 120), open)
    const before = words.findLastIndex(
      ({ text: word }, index) =>
        VERBS.test(word) || DETERMINER.test(word) || STOP.test(words[index + 1]?.gap ?? ''),
    )
    const start = words.findIndex(({ text: word }, index) => index > before && !LINK.test(word))
    const name = start < 0 ? [] : words.slice(start)
    // of `the oil team (OilCSIRT)` the name is the abbreviation
    if (name.length === 2 && TEAM.test(letters)) return []
    const kinds = name.flatMap(({ text: word }) => findHeadKind(word) ?? [])
    const hasLowerHead = name.some(({ text: word }) => findHeadKind(word) !== null && !isCapitalised(word))
    return hasLowerHead && name.length <= MAX_WORDS
      ? [{ start: tokenAt(name, 0).start, end, kind: kinds.at(-1) ?? null }]
      : []
  })

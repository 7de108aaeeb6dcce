import { COUNTRIES } from '../../../schemas/countries.ts'
import type { Entity } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import type { NameMatch } from '../name-matcher.ts'
import { chunkEnd } from './chunks.ts'
import { headKind } from './head-kind.ts'
import { isGeneric, OPENERS } from './lexicon.ts'
import { countBefore } from './mentions.ts'
import type { Candidate } from './reading.ts'
import { type Span, splitChunk } from './split-chunk.ts'
import { isAcronym, isName, isSpace, isYear, type Token, tokenAt, tokenize } from './tokens.ts'

/** A stretch of prose that reads as a name; offsets into the note. */
export interface Phrase extends Candidate {
  readonly tokens: readonly Token[]
}

interface KnownSpan extends Span {
  readonly entity: Entity
}

const adjectives: ReadonlySet<string> = new Set(COUNTRIES.flatMap((country) => country.adjectives))
const isCountryWord = (word: string): boolean => adjectives.has(word) || resolveCountry(word) !== null
const TEAM_WORD = /^(?:CERT|CIRT|CSIRT)s?$/

/** The tokens of a name without a country or generic words before its abbreviation (`national CIRT (AFCERT)`). */
const withoutBearer = (tokens: readonly Token[]): readonly Token[] => {
  const open = tokens.findIndex(({ gap }, index) => index > 0 && /[([]/.test(gap))
  if (open < 0) {
    const isBearer = ({ text }: Token): boolean =>
      text === 'national' || TEAM_WORD.test(text) || isCountryWord(text)
    const bearers = tokens.findIndex((token) => !isBearer(token))
    if (bearers < 0 && tokens.length > 1) return tokens.some(({ text }) => isCountryWord(text)) ? tokens : []
    const own = tokens.slice(Math.max(bearers, 0))
    return own.length === 1 && isAcronym(tokenAt(own, 0).text) ? own : tokens
  }
  const core = tokens.slice(0, open)
  const inner = tokens.slice(open)
  if (resolveCountry(core.map(({ text }) => text).join(' ')) !== null) return inner
  const isTeam = headKind(core) === null || TEAM_WORD.test(tokenAt(core, open - 1).text)
  if (!isTeam || !core.every(({ text }) => isGeneric(text) || isCountryWord(text))) return tokens
  return inner.some(({ text }) => isAcronym(text)) ? inner : []
}

const makePhrase = (text: string, tokens: readonly Token[], known: KnownSpan | undefined): Phrase[] => {
  const name = known ? tokens : withoutBearer(tokens)
  const [first] = name
  const last = name.at(-1)
  if (!first || !last) return []
  const opens = name.some(({ gap }, index) => index > 0 && /[([]/.test(gap))
  const closing = opens ? (/^["”']?\s*[)\]]/.exec(text.slice(last.end, last.end + 4))?.[0].length ?? 0) : 0
  const place = { start: first.start, end: last.end + closing }
  return [{ ...place, kind: headKind(name), entity: known?.entity ?? null, tokens: name }]
}

/** Whether a name may begin with a word. */
const beginsName = (token: Token, next: Token): boolean =>
  isName(token)
    ? !OPENERS.test(token.text)
    : (token.text === 'national' || (isYear(token.text) && resolveCountry(next.text) === null)) &&
      isName(next) &&
      isSpace(next.gap)

/** The names in a stretch of prose, in order of mention. */
export const phrasesIn = (
  text: string,
  from: number,
  to: number,
  mentions: readonly NameMatch<Entity>[],
  taken: (at: number) => number | null,
): Phrase[] => {
  const tokens = tokenize(text, from, to)
  const knownAt = new Map(
    mentions.flatMap((mention) => {
      const from = countBefore(tokens, mention.start)
      const to = countBefore(tokens, mention.end)
      const { end } = tokenAt(tokens, to - 1)
      const isWhole =
        tokenAt(tokens, from).start === mention.start && (end === mention.end || end === mention.end - 1)
      return isWhole ? [[from, { from, to, entity: mention.value }] as const] : []
    }),
  )
  const phrases: Phrase[] = []
  for (let index = 0; index < tokens.length; ) {
    const token = tokenAt(tokens, index)
    const known = knownAt.get(index)
    const next = tokenAt(tokens, index + 1)
    if (!(known || beginsName(token, next)) || taken(token.start) !== null) {
      index++
      continue
    }
    let end = chunkEnd(text, tokens, index, known?.to ?? 0)
    const near = tokens.slice(index, end).flatMap((_, offset) => knownAt.get(index + offset) ?? [])
    // two known names side by side are two
    const isNext = near.some((other) => other.from === known?.to && other.to <= end)
    if (known && isNext && !tokenAt(tokens, known.to).gap.includes('(')) end = known.to
    for (const part of splitChunk(tokens, index, end, near)) {
      const whole = near.find((span) => span.from === part.from && span.to === part.to)
      phrases.push(...makePhrase(text, tokens.slice(part.from, part.to), whole))
    }
    index = end
  }
  return phrases
}

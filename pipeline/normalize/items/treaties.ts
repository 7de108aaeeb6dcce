import { abbreviationAt } from './abbreviation.ts'
import { type Found, withoutOverlap } from './found.ts'
import { lowerCaseTail } from './lower-case-tail.ts'
import { namePhrases } from './name-phrases.ts'

/** A word for a paper, not the name of one. */
const UNNAMED =
  /^Memorand(?:um|a)\s+of\s+(?:Understanding|Co-?operation|Agreement|Collaboration)(?:\s\(.*\))?$/i
/** A protocol between states, not one between machines. */
const STATES_PROTOCOL =
  /\b(?:Optional|Additional|Facultative|Supplementary)\b|\bProtocols?\s+(?:to|on|of|against)\b/i
/** “articles 16, 17(e) and 34(c), to the”, before the name of a treaty. */
const ARTICLES = String.raw`\bart(?:icle)?s?\.?\s+(?<articles>\d+\w?(?:\s?\(\w{1,3}\))*(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*[-–]\s*)\d+\w?(?:\s?\(\w{1,3}\))*)*)`
const ARTICLES_BEFORE = new RegExp(String.raw`${ARTICLES}\s*,?\s*(?:to|of)\s+(?:the\s+)?$`, 'i')
/** “(articles 2 and 3)” or “, without reservations to articles 2 and 3” behind the name of a treaty. */
const ARTICLES_BEHIND = new RegExp(
  String.raw`^(?:\s*[(,]\s*|[^.;]{0,60}?\b(?:declarations?|reservations?)\b[^.;]{0,20}?)${ARTICLES}(?!\s*,?\s*(?:to|of)\s+the\b)`,
  'i',
)
/** The rest of an enumeration in a title (`on the Sale of Children, Child Prostitution and …`). */
const REST =
  /^(?:,\s+\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*){0,3})+,?\s+(?:and|&)\s+(?:(?:in|on)\s+)?\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*){0,3}/u
const YEAR = /^,?\s+(?:of\s+)?(?:19|20)\d\d\b/
const FARTHEST = 160

const numbersOf = (articles: string): string =>
  (articles.match(/\d+\w?(?:\s?\(\w{1,3}\))*/g) ?? []).map((number) => number.replace(/\s/g, '')).join(', ')

const articlesBefore = (text: string, start: number): { start: number; code: string } | null => {
  const from = Math.max(0, start - FARTHEST)
  const match = ARTICLES_BEFORE.exec(text.slice(from, start))
  const articles = match?.groups?.['articles']
  if (!match || articles === undefined) return null
  return { start: from + match.index, code: numbersOf(articles) }
}

const articlesBehind = (text: string, end: number): string | null => {
  const articles = ARTICLES_BEHIND.exec(text.slice(end, end + FARTHEST))?.groups?.['articles']
  return articles === undefined ? null : numbersOf(articles)
}

/**
 * Treaties, conventions and protocols, each with the articles named before it (`articles 2 and 3, to the Optional
 * Protocol …`) or behind it, whose numbers are its code (`2, 3`).
 */
export const treaties = (text: string): Found[] =>
  withoutOverlap(
    namePhrases(text).flatMap((phrase): Found[] => {
      if (phrase.kind !== 'treaty') return []
      let end = lowerCaseTail(text, phrase.end, phrase.hasComplement)
      end += REST.exec(text.slice(end, end + 160))?.[0].length ?? 0
      end = abbreviationAt(text, end)?.end ?? end
      end += YEAR.exec(text.slice(end, end + 20))?.[0].length ?? 0
      const named = text.slice(phrase.start, end)
      if (!phrase.isNamed && end === phrase.end) return []
      if (phrase.head === 'Protocol' && !STATES_PROTOCOL.test(named)) return []
      if (UNNAMED.test(named)) return []
      const articles = articlesBefore(text, phrase.start)
      return [
        {
          kind: 'treaty',
          start: articles?.start ?? phrase.start,
          end,
          stage: null,
          code: articles?.code ?? articlesBehind(text, end),
        },
      ]
    }),
  )

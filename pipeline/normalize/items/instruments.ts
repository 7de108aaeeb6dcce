import { abbreviationAt } from './abbreviation.ts'
import { stagesIn } from './draft-stage.ts'
import { type Found, withoutOverlap } from './found.ts'
import { lowerCaseTail } from './lower-case-tail.ts'
import { type NamePhrase, namePhrases } from './name-phrases.ts'

/** Codes that bind nobody by law. */
const SOFT_CODE = /\bCodes? of (?:Conduct|Practices?|Ethics)\b|\bOrders? of\b/i
/** Nouns that name an instrument without any word beside them. */
const ALONE: ReadonlySet<string> = new Set(['Constitution'])
/** Nouns in the plural name no instrument by what they are about alone (“Acts on forgery are in force”). */
const PLURAL = /^(?:Laws|Acts|Codes|Decrees|Bills|Orders|Ordinances|Rules|Instructions|Statutes)$/
/** Nouns that are common words as well: they need a number or what they are about. */
const COMMON: ReadonlySet<string> = new Set(
  'Order Orders Decision Instruction Instructions Laws Acts Bills Legislation Amendment'.split(' '),
)

const ARTICLES_BEFORE =
  /(?:\b(?:Art(?:icle)?s?|Sections?|Sec|Chapters?|Paragraphs?|Parts?|Titles?)\b\.?|§+)\s*\d[^.;:]{0,60}?\b(?:of|from|in)\s+(?:the\s+)?$/i
const CITATION = /^,?\s*(?:(?:No|Nr|N|n|no)[.°º]?\s?|N[°º]\s?|n[°º]\s?|#\s?)\d[\p{L}\p{N}/.-]*(?<![.-])/u
const YEAR = /^,?\s+(?:of\s+)?(?:\p{Lu}\p{Ll}+\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d\b/u
const BRACKET =
  /^\s?\((?:\s?(?:No|Law|Act|Art|Section|Sec|Chapter|Cap|CAP|draft|Draft|as amended|amended|LN|\d|§))[^()]{0,60}(?:\([^()]{0,12}\)[^()]{0,30})*\)/u

const endOf = (text: string, phrase: NamePhrase): number => {
  let end = phrase.end
  for (const pattern of [CITATION, YEAR]) {
    const match = pattern.exec(text.slice(end, end + 60))
    if (match) end += match[0].length
  }
  end = lowerCaseTail(text, end, phrase.hasComplement && phrase.end === end)
  end = abbreviationAt(text, end)?.end ?? end
  for (const pattern of [CITATION, YEAR, BRACKET]) {
    const match = pattern.exec(text.slice(end, end + 120))
    if (match) end += match[0].length
  }
  return end
}

const startOf = (text: string, start: number): number => {
  const from = Math.max(0, start - 90)
  const match = ARTICLES_BEFORE.exec(text.slice(from, start))
  return match ? from + match.index : start
}

/** Laws, acts, codes, decrees, regulations and directives named in prose, with their articles, numbers and years. */
export const instruments = (text: string): Found[] => {
  const phrases = namePhrases(text).filter((phrase) => phrase.kind === 'instrument')
  if (phrases.length === 0) return []
  const stageOf = stagesIn(text)
  return withoutOverlap(
    phrases.flatMap((phrase): Found[] => {
      const end = endOf(text, phrase)
      const named = text.slice(phrase.start, end)
      const extended = end > phrase.end || phrase.hasComplement
      if (SOFT_CODE.test(named) || (PLURAL.test(phrase.head) && !phrase.isNamed)) return []
      if (!phrase.isNamed && !extended && !ALONE.has(phrase.head)) return []
      if (COMMON.has(phrase.head) && !extended && !/\d/.test(named) && named.split(' ').length < 3) return []
      return [
        {
          kind: 'instrument',
          start: startOf(text, phrase.start),
          end,
          stage: stageOf(phrase.start, end),
          code: null,
        },
      ]
    }),
  )
}

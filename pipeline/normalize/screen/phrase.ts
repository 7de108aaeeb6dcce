import { PLAIN_LETTER } from './plain-letters.ts'
import { alternativesIn, type RequiredWords, requiredWords } from './required-words.ts'

/** A pattern that is compiled when a text is first tried against it, and what such a text must hold. */
export interface Phrase {
  readonly required: RequiredWords
  readonly test: (text: string) => boolean
}

/** Phrases, any of which may match. */
export interface Phrases {
  readonly phrases: readonly Phrase[]
  readonly test: (text: string) => boolean
}

/** What a text is tried against. A regular expression may neither refer back to its groups nor keep its place. */
export type Pattern = RegExp | Phrases

const lazily = (compile: () => RegExp): Phrase['test'] => {
  let pattern: RegExp | undefined
  return (text) => {
    pattern ??= compile()
    return pattern.test(text)
  }
}

/**
 * A phrase of whole words in any case, from a regular expression in which single characters stand for others. It is
 * tried against plain letters.
 */
export const phraseOf = (outline: string, standIns: ReadonlyMap<string, string>): Phrase => ({
  required: requiredWords(outline, { unicode: true, wholeWords: true, standIns }),
  test: lazily(() => {
    const source = Array.from(outline, (character) => standIns.get(character) ?? character).join('')
    return new RegExp(`(?<![${PLAIN_LETTER}])(?:${source})(?![${PLAIN_LETTER}])`, 'iu')
  }),
})

/** The phrases of a pattern: those of a regular expression are its alternatives. */
export const phrasesOf = (pattern: Pattern): readonly Phrase[] => {
  if (!(pattern instanceof RegExp)) return pattern.phrases
  const { source, flags, unicode } = pattern
  return alternativesIn(source, unicode).map(({ raw }) => ({
    required: requiredWords(raw, { unicode, wholeWords: false }),
    test: lazily(() => new RegExp(raw, flags)),
  }))
}

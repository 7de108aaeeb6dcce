import { type Pattern, phrasesOf } from './phrase.ts'
import { plainLetters } from './plain-letters.ts'
import { makeScreen } from './screen.ts'

/** Whether a text matches a pattern, by the place of the pattern in the list. */
export type Matches = (place: number) => boolean

/** Tries texts against patterns, but only against those phrases whose words they hold. */
export const makeMatcher = (patterns: readonly Pattern[]): ((text: string) => Matches) => {
  const lists = patterns.map(phrasesOf)
  const screen = makeScreen(lists.flat().map(({ required }) => required))
  const starts: number[] = []
  let start = 0
  for (const { length } of lists) {
    starts.push(start)
    start += length
  }
  return (printed) => {
    const text = plainLetters(printed)
    const mayMatch = screen(text)
    return (place) =>
      lists[place]?.some((phrase, index) => mayMatch((starts[place] ?? 0) + index) && phrase.test(text)) ??
      false
  }
}

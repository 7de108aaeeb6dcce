import { type Pattern, phrasesOf } from './phrase.ts'
import { plainLetters } from './plain-letters.ts'
import { makeScreen } from './screen.ts'

/** The place in the list of the first pattern that a text matches, of those that count; null where it matches none. */
export type FirstMatch = (text: string, counts?: (place: number) => boolean) => number | null

/** Tries texts against patterns in their order, but only against those phrases whose words they hold. */
export const makeMatcher = (patterns: readonly Pattern[]): FirstMatch => {
  const all = patterns.flatMap((pattern, place) => phrasesOf(pattern).map((phrase) => ({ phrase, place })))
  const screen = makeScreen(all.map(({ phrase }) => phrase.required))
  return (printed, counts = () => true) => {
    const text = plainLetters(printed)
    const found = screen(text).find((index) => {
      const candidate = all[index]
      return candidate && counts(candidate.place) && candidate.phrase.test(text)
    })
    return found === undefined ? null : (all[found]?.place ?? null)
  }
}

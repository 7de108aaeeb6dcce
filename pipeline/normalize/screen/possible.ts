import { plainLetters } from './plain-letters.ts'
import { requiredWords } from './required-words.ts'
import { makeScreen } from './screen.ts'

/**
 * Of a list of things with a pattern each those whose pattern a text may match, in their order: the others need not be
 * tried.
 */
export const possibleAmong = <Thing>(
  things: readonly Thing[],
  patternOf: (thing: Thing) => RegExp,
): ((text: string) => readonly Thing[]) => {
  const screen = makeScreen(
    things.map(patternOf).map(({ source, unicode }) => requiredWords(source, { unicode, wholeWords: false })),
  )
  return (text) =>
    screen(plainLetters(text)).flatMap((place) => {
      const thing = things[place]
      return thing === undefined ? [] : [thing]
    })
}

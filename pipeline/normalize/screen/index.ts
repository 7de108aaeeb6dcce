export { makeMatcher } from './matcher.ts'
export { type Pattern, type Phrases, phraseOf } from './phrase.ts'
export { PLAIN_LETTER, plainLetters } from './plain-letters.ts'
export { possibleAmong } from './possible.ts'

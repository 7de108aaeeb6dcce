import type { Finder } from '../../../pipeline/normalize/items/found.ts'

/** What a finder takes from a text: the words of each finding. */
export const findingTexts = (finder: Finder, text: string): string[] =>
  finder(text).map(({ start, end }) => text.slice(start, end))

/** What a finder takes from a text: the words and the code of each finding. */
export const codedTexts = (finder: Finder, text: string): [string, string | null][] =>
  finder(text).map(({ start, end, code }) => [text.slice(start, end), code])

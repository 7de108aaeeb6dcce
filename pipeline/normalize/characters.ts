import type { DocumentRow } from '../../schemas/index.ts'
import type { Page } from '../extract/index.ts'
import { type Line, normaliseText } from '../layout/index.ts'
import type { Profile } from '../parse/index.ts'

/** The number of visible characters of a text: code points but white space and accents, which belong to their letter. */
export const countCharacters = (text: string): number => {
  let plain = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code > 0x7e) {
      const letters = normaliseText(text).normalize('NFD')
      return [...letters.replace(/[\s\p{M}]/gu, '')].length
    }
    if (code !== 0x20) plain++
  }
  return plain
}

/** The number of visible characters of lines. */
export const countLines = (lines: readonly { readonly text: string }[]): number =>
  lines.reduce((sum, line) => sum + countCharacters(line.text), 0)

/** The character account of a document: how many characters went into each part of it. */
export type CharacterAccount = Pick<DocumentRow, Extract<keyof DocumentRow, `characters${string}`>>

/**
 * Counts the characters of a document part by part. `characters` is counted on the extracted pages, apart from the
 * parts, so that the account closes only if layout and parsing lost nothing. `others` are the lines on these pages
 * that belong to other profiles of the file, or to none.
 */
export const characterAccount = (
  pages: readonly Page[],
  profile: Profile,
  others: readonly Line[] = [],
): CharacterAccount => {
  const sections = [...profile.sections.values()]
  const onPages = countLines(pages.flatMap((page) => page.runs))
  return {
    characters: Math.max(0, onPages - countLines(others)),
    characters_title: countLines(profile.title),
    characters_background: countLines(profile.background),
    characters_headings: countLines([
      ...profile.parents,
      ...profile.remarks,
      ...sections.flatMap((section) => section.heading),
    ]),
    characters_notes: countLines(sections.flatMap((section) => section.lines)),
    characters_closing: countLines(profile.closing),
    characters_furniture: countLines(profile.furniture),
    characters_unexplained: countLines(profile.unexplained),
  }
}

/** The sum of the parts, which must equal `characters`. */
export const countAccountedCharacters = (account: CharacterAccount): number =>
  account.characters_title +
  account.characters_background +
  account.characters_headings +
  account.characters_notes +
  account.characters_closing +
  account.characters_furniture +
  account.characters_unexplained

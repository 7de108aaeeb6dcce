/** The first mark after a colon or at the beginning shows how the entries of a list are marked. */
const OPENING = /(?:^|:)\s*(?<=^|\s)([-–—])(\s?)(?=\S)/u

/** A bullet, or a hyphen joined to a capital: never a dash of prose. */
const SURE_MARK = /\s(?=[•·▪■□◦●○►▸✓✔❖➢\uf0a7\uf0b7\uf0d8\uf0fc]\s*\S|-[\p{Lu}"“‘'])/u

/** A spaced dash before an instrument is a mark among joined ones too. */
const BEFORE_INSTRUMENT =
  /\s(?=-\s[\p{Lu}\d](?:(?!\s-).)*?\b(?:Acts?|Bills?|Codes?|Decrees?|Laws?|Ordinances?|Regulations?)\b)/u

/** A mark at the end of a line, its entry on the next. */
const LONE_MARK = /(?<=\s)([-–—•])\n(?=\S)/gu

/** The white space before each list entry of a note. */
const makeEntryPattern = (note: string): RegExp => {
  const [, mark, space] = OPENING.exec(note) ?? []
  const patterns = [SURE_MARK]
  if (mark !== undefined && space === '')
    patterns.push(new RegExp(`\\s(?=${mark}[^\\s\\-–—])`), BEFORE_INSTRUMENT)
  else if (mark !== undefined) patterns.push(new RegExp(`\\s(?=${mark}\\s[\\p{Lu}\\d"“‘§])`, 'u'))
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'gu')
}

const hasOpenBracket = (text: string): boolean => text.split('(').length > text.split(')').length

/**
 * Puts each list entry of a note on a line of its own. Dashes between words and inside brackets stay.
 *
 * @example breakListEntries('Laws are: -Cybercrime Act -Data Protection Act')
 */
export const breakListEntries = (note: string): string => {
  const text = note.replace(LONE_MARK, '$1 ').replace(/(?<=:)[^\S\n]+(?=[-–—•]\s?\S)/gu, '\n')
  let from = 0
  return text.replace(makeEntryPattern(note.replace(LONE_MARK, '$1 ')), (space: string, offset: number) => {
    if (hasOpenBracket(text.slice(from, offset))) return space
    from = offset
    return '\n'
  })
}

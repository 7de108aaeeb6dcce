/** A mark after a colon or at the very beginning, which tells how the entries of a list are marked. */
const OPENING = /(?:^|:)\s*(?<=^|\s)([-–—])(\s?)(?=\S)/u

/** A hyphen set before a capital, with a space before it alone, is no dash of prose. */
const GLUED_MARK = /\s(?=-[\p{Lu}"“‘'])/u

const BULLET = /\s(?=[•·▪■□◦●○►▸✓✔❖➢\uf0a7\uf0b7\uf0d8\uf0fc]\s*\S)/u

/** What an entry may begin with behind a mark that is set off as a dash of prose is. */
const ENTRY_START = '[\\p{Lu}\\d"“‘§]'

/** A dash of prose that an instrument follows, before the next mark: copies set some marks of a list off by a space. */
const BEFORE_INSTRUMENT =
  /\s(?=-\s[\p{Lu}\d](?:(?!\s-).)*?\b(?:Acts?|Bills?|Codes?|Decrees?|Laws?|Ordinances?|Regulations?)\b)/u

/** A mark that the end of a line parts from its entry. */
const LONE_MARK = /(?<=\s)([-–—•])\n(?=\S)/gu

/** The breaks before list entries, by how the list is opened; none where a text holds no list. */
const breaksOf = (text: string): readonly RegExp[] => {
  const [, mark, space] = OPENING.exec(text) ?? []
  if (mark === undefined) return [GLUED_MARK, BULLET]
  const spaced = new RegExp(`\\s(?=${mark}\\s${ENTRY_START})`, 'u')
  const glued = new RegExp(`\\s(?=${mark}[^\\s\\-–—])`, 'u')
  return space === '' ? [GLUED_MARK, BULLET, glued, BEFORE_INSTRUMENT] : [GLUED_MARK, BULLET, spaced]
}

/** How many brackets are open behind a text. */
const openBrackets = (text: string): number =>
  Math.max(0, (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0))

/**
 * A note with each list entry on a line of its own. An entry begins at a bullet, at a hyphen before a capital, or at
 * the mark that follows a colon; dashes between words and within brackets stay.
 */
export const breakListEntries = (note: string): string => {
  const whole = note.replace(LONE_MARK, '$1 ')
  const opening = whole.replace(/(?<=:)[^\S\n]+(?=[-–—•]\s?\S)/gu, '\n')
  const either = new RegExp(
    breaksOf(whole)
      .map((pattern) => pattern.source)
      .join('|'),
    'gu',
  )
  let from = 0
  return opening.replace(either, (space: string, offset: number) => {
    if (openBrackets(opening.slice(from, offset)) > 0) return space
    from = offset
    return '\n'
  })
}

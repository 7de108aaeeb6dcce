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

/** The rule that plain-text copies of a PDF put between pages, and the number of the page above it. */
const RULE = /\s*?(?:(?<=\s)(\d{1,3})\s+)?(-{5,}\s*Page\s+\d+\s*-{5,})\s*/gi

/** A text with page rules, and page numbers right before them, on lines of their own. */
export const breakPageRules = (text: string): string =>
  text.replace(RULE, (_, number: string | undefined, rule: string) =>
    number === undefined ? `\n${rule}\n` : `\n${number}\n${rule}\n`,
  )

const standingAlone = (number: number): RegExp => new RegExp(`(?<=\\s|^)${number}(?=\\s|$)`, 'g')

/** Where a page number may stand: at the end of a line (a heading or closing line follows), or in its middle. */
const placesOf = (text: string, number: number, from: number): { atLineEnd: number[]; within: number[] } => {
  const places = [...text.matchAll(standingAlone(number))]
    .map((match) => match.index)
    .filter((index) => index >= from)
  const endsLine = (index: number): boolean => /^\d+[^\S\n]*(?:\n|$)/.test(text.slice(index))
  return {
    atLineEnd: places.filter(endsLine),
    within: places.filter((index) => !endsLine(index)),
  }
}

const onlyOne = (places: readonly number[]): number | undefined =>
  places.length === 1 ? places[0] : undefined

/** Where a sentence ends, or a line. */
const SENTENCE_END = /(?:[.;:!?)]|^|\n)\s*$/

const SENTENCE_START = /^\d+\s+[\p{Lu}-]/u

const MONTH = /^\d+\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i

/**
 * A text with page numbers on lines of their own, where its last line is one: numbers alone that count 1, 2, 3, ...
 * up to it. Each ends a line; where none does, the only such number between sentences is believed, else the only one.
 * Nothing before `bodyStart` is looked at: figures of the background are parted by spaces.
 */
export const breakPageNumbers = (text: string, bodyStart: number): string => {
  const pages = Number(/\n(\d{1,3})\s*$/.exec(text)?.[1] ?? 0)
  let from = bodyStart
  const cuts: { start: number; end: number }[] = []
  for (let number = 1; number < pages; number++) {
    const { atLineEnd, within } = placesOf(text, number, from)
    const next = placesOf(text, number + 1, from).atLineEnd[0] ?? text.length
    const between = within.filter((index) => index < next && !MONTH.test(text.slice(index, index + 12)))
    const parting = between.filter(
      (index) =>
        SENTENCE_END.test(text.slice(Math.max(0, index - 3), index)) &&
        SENTENCE_START.test(text.slice(index)),
    )
    const start = atLineEnd[0] ?? onlyOne(parting) ?? onlyOne(between)
    if (start === undefined) continue
    from = start + String(number).length
    cuts.push({ start, end: from })
  }
  return cuts.reduceRight(
    (broken, { start, end }) =>
      `${broken.slice(0, start).trimEnd()}\n${broken.slice(start, end)}\n${broken.slice(end).trimStart()}`,
    text,
  )
}

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

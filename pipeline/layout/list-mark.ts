/** A mark before a list entry: a dash, or a bullet of a text or symbol font. */
const LIST_MARK = /^(?:[-–—−‐‑•·▪■□◦●○►▸✓✔❖➢*\uf0a7\uf0b7\uf0d8\uf0fc\uf02d]|o(?=\s))\s*(?=\S)/u

/** Whether a line or segment begins with a list mark. */
export const startsWithListMark = (text: string): boolean => LIST_MARK.test(text) && !/^-{3,}/.test(text)

/** The text behind a leading list mark, or several; a text without one is returned as it is. */
export const withoutListMark = (text: string): string =>
  startsWithListMark(text) ? withoutListMark(text.replace(LIST_MARK, '').trimStart()) : text

/** Whether a word is nothing but a list mark. */
export const isLoneListMark = (word: string): boolean => word.length === 1 && LIST_MARK.test(`${word} x`)

/** Marks and rules before a text; the plus sign of a telephone number is none. */
const LEADING_MARKS = /^(?:[-–—=@\s]|\+(?!\d))+/u

/** A text without the marks and rules that it begins with, an entry's or any other; empty where it is nothing else. */
export const withoutLeadingMarks = (text: string): string => {
  const rest = startsWithListMark(text) ? withoutListMark(text) : text.replace(LEADING_MARKS, '')
  if (rest !== text && rest !== '') return withoutLeadingMarks(rest)
  return isLoneListMark(rest) ? '' : rest
}

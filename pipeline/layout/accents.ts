/** Accents that stand by themselves, by those that combine with the letter before them. */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ['\u00b4', '\u0301'],
  ['\u02c6', '\u0302'],
  ['\u02dc', '\u0303'],
  ['\u00af', '\u0304'],
  ['\u02d8', '\u0306'],
  ['\u02d9', '\u0307'],
  ['\u00a8', '\u0308'],
  ['\u02da', '\u030a'],
  ['\u02dd', '\u030b'],
  ['\u02c7', '\u030c'],
  ['\u00b8', '\u0327'],
])

/** Letters that lost their dot to the accent. */
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

/**
 * A text with the accent above its first letter that the text before it ends in, where fonts without accented letters
 * (those of TeX) set the two one over the other; null where the one ends in no accent or the other begins with no letter.
 */
export const withAccent = (before: string, text: string): string | null => {
  const mark = COMBINING.get(before.at(-1) ?? '')
  const letter = /^\p{L}/u.exec(text)?.[0]
  if (mark === undefined || letter === undefined) return null
  return ((DOTLESS[letter] ?? letter) + mark).normalize('NFC') + text.slice(letter.length)
}

/** The title, and what stands between it and the background figures. */
const TITLE =
  /(CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE)\b\s*(.{0,600}?)\s*(?=\bBACKG?ROUND\b|\bTotal\s+Population\b)/gs

const BEFORE_TITLE = /(?<=\S)[^\S\n]+(?=CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b)/g

const BACKGROUND = /\s*\b(BACKG?ROUND)\s+(?=(?:Total\s+Population|Internet\s+users)\b)/g

const LABEL = /\s+(?=(?:Total\s+Population|Internet\s+users,?\s+percentage)\b)/g

/** A name in capitals, or a caption or address in small letters. */
const kindOf = (word: string): 'name' | 'caption' | 'either' => {
  if (/\p{Ll}/u.test(word)) return 'caption'
  return /\p{Lu}.*\p{Lu}/u.test(word) ? 'name' : 'either'
}

/** Puts the name and the captions of the flag on lines of their own; a word that may be either goes with the next. */
const partNames = (text: string): string => {
  const words = text.split(/\s+/)
  const kinds = words.map(kindOf)
  const decided = kinds.map((_, index) => kinds.slice(index).find((kind) => kind !== 'either') ?? 'either')
  return words
    .map((word, index) => {
      const [above, own] = [decided[index - 1], decided[index]]
      const turns = own !== 'either' && above !== own
      return index === 0 ? word : `${turns ? '\n' : ' '}${word}`
    })
    .join('')
}

/** A text with the title, the name, the captions of the flag and the background labels on lines of their own. */
export const breakTitleBlock = (text: string): string =>
  text
    .replace(BEFORE_TITLE, '\n')
    .replace(TITLE, (_, title: string, name: string) => `${title}\n${partNames(name)}\n`)
    .replace(BACKGROUND, '\n$1\n')
    .replace(LABEL, '\n')

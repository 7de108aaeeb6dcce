import { type NamedCountry, resolveCountry, resolveMisspeltCountry } from './country-name.ts'
import { nameWords } from './name-words.ts'

/** Words that file names of profiles hold beside the country. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  `country countries profile profiles cyberwellness cyber wellness cybersecurity itu report final draft version copy
  updated update revised rev en eng english e pdf txt text doc docx html ocr january february march april may june july
  august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`.split(/\s+/),
)

/** A part of a file name must have this many letters to stand for a country by itself (`about-us` is not). */
const SHORTEST_PART = 4

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The words of a file name: folders and endings taken off, `CamelCase` and underscores parted. */
const wordsOf = (path: string): string[] => {
  const base = decoded(path).split(/[\\/]/).at(-1) ?? ''
  const parted = base
    .replace(/(?:\.(?:pdf|txt|text|html?|docx?|gz))+$/i, '')
    .replaceAll('_', ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)/gu, ' ')
    .replace(/(?<=\p{L})\.(?=[\p{L}\d]{2})/gu, ' ')
  return nameWords(parted).map(({ word }) => word)
}

/** The one country that parts of a file name stand for, longest first; null where none or several do. */
const countryAmong = (words: readonly string[]): NamedCountry | null => {
  const found = new Map<string, NamedCountry>()
  for (let start = 0; start < words.length; ) {
    let length = words.length - start
    for (; length > 0; length--) {
      const part = words.slice(start, start + length).join(' ')
      const country = part.length < SHORTEST_PART ? null : resolveCountry(part)
      if (!country) continue
      found.set(country.code, country)
      break
    }
    start += Math.max(length, 1)
  }
  const [only] = found.values()
  return found.size === 1 ? (only ?? null) : null
}

/**
 * The country that the name of a file speaks of, or null. Folders, endings, dates, copy numbers and words
 * such as “profile” do not matter; a letter or two may be wrong in a long name that no other country's is as
 * near to.
 */
export const countryFromFileName = (path: string): NamedCountry | null => {
  const words = wordsOf(path).filter((word) => !/\d/.test(word) && word !== '')
  const telling = words.filter((word) => !OTHER_WORDS.has(word))
  return (
    resolveCountry(words.join(' ')) ??
    resolveCountry(telling.join(' ')) ??
    countryAmong(words) ??
    resolveMisspeltCountry(telling.join(' '))
  )
}

import { type CountrySource, type Issue, makeIssue } from '../../schemas/index.ts'
import { countryMentions } from './country-mentions.ts'
import {
  type NamedCountry,
  nearestCountries,
  resolveCountry,
  resolveMisspeltCountry,
  resolveWithState,
} from './country-name.ts'
import { nameWords } from './name-words.ts'
import type { Title } from './title.ts'

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

/** Notes that must name a country as their subject: where no title is printed, and where one cannot be read. */
const MIN_NOTES = 2
const MIN_NOTES_AGAINST_TITLE = 4

/** A title block with more lines than this has the name in its last ones. */
const MAX_TITLE_LINES = 12

/** The country of a document and where it was read. */
export interface DocumentCountry {
  readonly code: string
  readonly name: string
  /** The name as printed in the title; null where it was read elsewhere. */
  readonly printed: string | null
  readonly source: CountrySource
}

/** A country, with what there is to say of it, or the issue that sets the document aside. */
export type CountryReading =
  | { readonly country: DocumentCountry; readonly issues: readonly Issue[] }
  | { readonly country: null; readonly issues: readonly Issue[] }

/**
 * The name in a title, which may run over lines and stand between others: the longest run of lines that is a name, or
 * else the longest that is one but for a letter or two.
 */
const nameInTitle = (lines: readonly string[]): (NamedCountry & { readonly printed: string }) | null => {
  const near = lines.slice(-MAX_TITLE_LINES)
  const resolveExactly = (printed: string) => resolveCountry(printed) ?? resolveWithState(printed)
  for (const resolve of [resolveExactly, resolveMisspeltCountry]) {
    for (let count = near.length; count > 0; count--) {
      for (let start = 0; start + count <= near.length; start++) {
        const printed = near.slice(start, start + count).join(' ')
        const country = resolve(printed)
        if (country) return { printed, ...country }
      }
    }
  }
  return null
}

const spellingIssues = ({ name, repaired }: NamedCountry, printed: string, document: string): Issue[] =>
  repaired ? [makeIssue('country_misspelt', { document, value: `${printed} was read as ${name}` })] : []

/** The country that notes speak of most as their subject, in at least `least` of them; null where none leads. */
const countryOfNotes = (notes: readonly string[], least: number): NamedCountry | null => {
  const counts = new Map<string, { count: number; text: string }>()
  for (const note of notes) {
    const [first] = countryMentions(note)
    if (!first) continue
    counts.set(first.code, { count: (counts.get(first.code)?.count ?? 0) + 1, text: first.text })
  }
  const [leader, second] = [...counts].toSorted((left, right) => right[1].count - left[1].count)
  if (!leader || leader[1].count < least || leader[1].count === second?.[1].count) return null
  return resolveCountry(leader[1].text)
}

/**
 * Finds the country: in the title, else in the file name, else in what the notes are about. The name of a file that
 * binds several profiles says nothing of each.
 */
export const findCountry = (
  title: Title,
  file: string,
  notes: readonly string[],
  bound = false,
): CountryReading => {
  const named = nameInTitle(title.nameLines)
  const byFile = bound ? null : countryFromFileName(file)
  if (named) {
    const conflict = byFile !== null && byFile.code !== named.code
    const value = conflict ? `${named.printed} in the title, ${byFile.name} in the file name` : ''
    return {
      country: { code: named.code, name: named.name, printed: named.printed, source: 'title' },
      issues: [
        ...spellingIssues(named, named.printed, file),
        ...(conflict ? [makeIssue('country_conflict', { document: file, value })] : []),
      ],
    }
  }
  const printed = title.nameLines.join(' ')
  const found = byFile ?? countryOfNotes(notes, printed === '' ? MIN_NOTES : MIN_NOTES_AGAINST_TITLE)
  if (!found) {
    const nearest = nearestCountries(printed).join(', ')
    const value = printed === '' ? 'none is printed' : `${printed} (nearest known names: ${nearest})`
    return { country: null, issues: [makeIssue('country_unknown', { document: file, value })] }
  }
  const value = byFile ? 'the file name' : 'the notes'
  return {
    country: {
      code: found.code,
      name: found.name,
      printed: null,
      source: byFile ? 'file_name' : 'notes',
    },
    issues: [makeIssue('title_missing', { document: file, value }), ...spellingIssues(found, file, file)],
  }
}

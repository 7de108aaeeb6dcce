import { type CountrySource, type Issue, makeIssue } from '../../schemas/index.ts'
import { decodePercent } from '../io/decode-percent.ts'
import { countryMentions } from './country-mentions.ts'
import {
  type NamedCountry,
  nearestCountries,
  resolveCountry,
  resolveMisspeltCountry,
  resolveWithState,
  resolveWords,
} from './country-name.ts'
import { nameWords } from './name-words.ts'
import type { Title } from './title.ts'

/** Words that file names of profiles hold beside the country. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  `country countries profile profiles cyberwellness cyber wellness cybersecurity itu report final draft version copy
  updated update revised rev en eng english e pdf txt text doc docx html ocr january february march april may june july
  august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`.split(/\s+/),
)

/** A shorter part of a file name is not taken as a country (`about-us`), and no country's name has more words. */
const MIN_PART_LETTERS = 4
const MAX_PART_WORDS = 16

/** An issue repeats this much of a title. */
const MAX_SHOWN_LETTERS = 80

/** Words before or after a name that make it another one: `New Guinea` is not Guinea. */
const CHANGING_WORDS: ReadonlySet<string> = new Set(
  `new former north south east west northern southern eastern western central upper lower greater british french dutch
  spanish portuguese american`.split(/\s+/),
)

/** The words of a file name: folders and endings taken off, `CamelCase` and underscores parted. */
const splitFileName = (path: string): string[] => {
  const base = (decodePercent(path) ?? path).split(/[\\/]/).at(-1) ?? ''
  const parted = base
    .replace(/(?:\.(?:pdf|txt|text|html?|docx?|gz))+$/i, '')
    .replaceAll('_', ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)/gu, ' ')
    .replace(/(?<=\p{L})\.(?=[\p{L}\d]{2})/gu, ' ')
  return nameWords(parted).map(({ word }) => word)
}

/** The one country that parts of a file name mean, longest first; null if none or several do. */
const findCountryAmong = (words: readonly string[]): NamedCountry | null => {
  const found = new Map<string, NamedCountry>()
  const findEnd = (start: number): number => Math.min(words.length, start + MAX_PART_WORDS)
  for (let start = 0, end = findEnd(0); start < words.length; ) {
    const part = words.slice(start, end)
    const country = part.join(' ').length < MIN_PART_LETTERS ? null : resolveWords(part)
    if (country) found.set(country.code, country)
    if (part.length === 1 && !country && CHANGING_WORDS.has(part.join())) return null
    if (country || part.length === 1) {
      start = end
      end = findEnd(start)
    } else end--
  }
  const [only = null, ...others] = found.values()
  return others.length === 0 ? only : null
}

/** The words of a file name without digits, and those of them that may name a country. */
const listNameWords = (path: string): { words: readonly string[]; telling: readonly string[] } => {
  const words = splitFileName(path).filter((word) => !/\d/.test(word) && word !== '')
  return { words, telling: words.filter((word) => !OTHER_WORDS.has(word)) }
}

/**
 * The country that the name of a file mentions, or null. Folders, endings, dates, copy numbers and words
 * such as “profile” do not matter; a letter or two may be wrong in a long name that no other country's is as
 * near to.
 */
export const countryFromFileName = (path: string): NamedCountry | null => {
  const { words, telling } = listNameWords(path)
  return (
    resolveWords(words) ??
    resolveWords(telling) ??
    findCountryAmong(words) ??
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
  /** The name as printed in the title; null if it was read elsewhere. */
  readonly printed: string | null
  readonly source: CountrySource
}

/** A country with the issues of reading it; without a country they set the document aside. */
export interface CountryReading {
  readonly country: DocumentCountry | null
  readonly issues: readonly Issue[]
}

/**
 * The name in a title, which may run over lines and lie between others: the longest run of lines that is a name, or
 * else the longest that is one but for a letter or two.
 */
const findNameInTitle = (lines: readonly string[]): (NamedCountry & { readonly printed: string }) | null => {
  const near = lines.slice(-MAX_TITLE_LINES)
  const runs = near
    .flatMap((_, start) => near.slice(start).map((_last, more) => near.slice(start, start + more + 1)))
    .toSorted((left, right) => right.length - left.length)
    .map((run) => run.join(' '))
  const resolveExactly = (printed: string) => resolveCountry(printed) ?? resolveWithState(printed)
  for (const resolve of [resolveExactly, resolveMisspeltCountry]) {
    for (const printed of runs) {
      const country = resolve(printed)
      if (country) return { printed, ...country }
    }
  }
  return null
}

const spellingIssues = ({ name, repaired }: NamedCountry, printed: string, document: string): Issue[] =>
  repaired ? [makeIssue('country_misspelt', { document, value: `${printed} was read as ${name}` })] : []

/** The country that most notes have as their subject, at least `least` of them; null if none leads. */
const findCountryInNotes = (notes: readonly string[], least: number): NamedCountry | null => {
  const subjects = notes.flatMap((note) => countryMentions(note).slice(0, 1))
  const [leader = [], second = []] = [...Map.groupBy(subjects, ({ code }) => code).values()].toSorted(
    (left, right) => right.length - left.length,
  )
  const leads = leader.length >= least && leader.length > second.length
  return leads && leader[0] ? resolveCountry(leader[0].text) : null
}

/**
 * Finds the country: in the title, else in the file name, else in what the notes are about. The name of a file that
 * binds several profiles says nothing of each.
 */
export const findCountry = (
  title: Title,
  file: string,
  joinNotes: () => readonly string[],
  bound = false,
): CountryReading => {
  const named = findNameInTitle(title.nameLines)
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
  // `us.txt` says little beside a title that prints another name
  const believed =
    printed === '' || listNameWords(file).telling.join('').length >= MIN_PART_LETTERS ? byFile : null
  const found =
    believed ?? findCountryInNotes(joinNotes(), printed === '' ? MIN_NOTES : MIN_NOTES_AGAINST_TITLE)
  if (!found) {
    const nearest = nearestCountries(printed).join(', ')
    const value = printed === '' ? 'none is printed' : `${printed} (nearest known names: ${nearest})`
    return { country: null, issues: [makeIssue('country_unknown', { document: file, value })] }
  }
  const shown = printed === '' ? '' : ` (the title prints “${printed.slice(0, MAX_SHOWN_LETTERS)}”)`
  const value = `${believed ? 'the file name' : 'the notes'}${shown}`
  const source = believed ? 'file_name' : 'notes'
  return {
    country: { code: found.code, name: found.name, printed: null, source },
    issues: [makeIssue('title_missing', { document: file, value }), ...spellingIssues(found, file, file)],
  }
}

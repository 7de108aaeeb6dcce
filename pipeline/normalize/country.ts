import { type CountrySource, type Issue, makeIssue } from '../../schemas/index.ts'
import { countryFromFileName } from './country-from-file-name.ts'
import { countryMentions } from './country-mentions.ts'
import { nearestCountries, resolveCountry, resolveMisspeltCountry } from './country-name.ts'
import type { Title } from './title.ts'

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
 * The name in a title that may run over lines and be followed by other words: the longest beginning that is one,
 * or else the longest that is one but for a letter or two.
 */
const nameInTitle = (lines: readonly string[]): { printed: string; code: string; name: string } | null => {
  for (const resolve of [resolveCountry, resolveMisspeltCountry]) {
    for (let count = lines.length; count > 0; count--) {
      const printed = lines.slice(0, count).join(' ')
      const country = resolve(printed)
      if (country) return { printed, ...country }
    }
  }
  return null
}

/** The country that notes speak of most as their subject; null where none leads. */
const countryOfNotes = (notes: readonly string[]): { code: string; name: string } | null => {
  const counts = new Map<string, { count: number; text: string }>()
  for (const note of notes) {
    const [first] = countryMentions(note)
    if (!first) continue
    counts.set(first.code, { count: (counts.get(first.code)?.count ?? 0) + 1, text: first.text })
  }
  const [leader, second] = [...counts].toSorted((left, right) => right[1].count - left[1].count)
  if (!leader || leader[1].count < 2 || leader[1].count === second?.[1].count) return null
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
      country: { ...named, source: 'title' },
      issues: conflict ? [makeIssue('country_conflict', { document: file, value })] : [],
    }
  }
  const printed = title.nameLines.join(' ')
  if (printed !== '') {
    const nearest = nearestCountries(printed).join(', ')
    const value = nearest === '' ? printed : `${printed} (nearest known names: ${nearest})`
    return { country: null, issues: [makeIssue('country_unknown', { document: file, value })] }
  }
  const found = byFile ? { ...byFile, source: 'file_name' as const } : countryOfNotes(notes)
  if (!found) {
    return {
      country: null,
      issues: [makeIssue('country_unknown', { document: file, value: 'none is printed' })],
    }
  }
  const source = 'source' in found ? 'file_name' : 'notes'
  const value = source === 'file_name' ? 'the file name' : 'the notes'
  return {
    country: { code: found.code, name: found.name, printed: null, source },
    issues: [makeIssue('title_missing', { document: file, value })],
  }
}

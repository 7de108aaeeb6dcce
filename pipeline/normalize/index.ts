import { CORRECTION_RULE, type Issue, makeDocumentId, makeIssue } from '../../schemas/index.ts'
import type { ExtractedDocument } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import { collectVocabulary, joinLines, listLines, type Profile, type Volume } from '../parse/index.ts'
import { countLines } from './characters.ts'
import { findCountry } from './country.ts'
import { EXCERPT_LENGTH, makeDocumentRows } from './document-rows.ts'
import { FIGURE_RULES } from './figures.ts'
import { type PageRange, pageCount, pageList, pageRange } from './page-ranges.ts'
import type { DocumentRows } from './profile-rows.ts'
import { readSourceDate } from './source-date.ts'
import { STATUS_RULES, type StatusRule } from './status/index.ts'
import { readTitle } from './title.ts'

export { countAccountedCharacters } from './characters.ts'
export { countryFromFileName } from './country.ts'
export type { DocumentRows } from './profile-rows.ts'
export { PATTERNS, readNote, SIGNALS } from './status/index.ts'

/** Every rule that `status_rule` can name, apart from corrections. */
export const ALL_RULES: readonly StatusRule[] = [...STATUS_RULES, ...Object.values(FIGURE_RULES)]

/** When a rule applies, by its name; null for one that there is not. */
export const ruleMeaning = (name: string): string | null =>
  name === CORRECTION_RULE
    ? 'A person settled the row, in the corrections file.'
    : (ALL_RULES.find((rule) => rule.name === name)?.explanation ?? null)

/** The rows of a profile, or the issues for which it is set aside. */
export type Normalized =
  | { readonly rows: DocumentRows }
  | { readonly rows: null; readonly issues: readonly Issue[] }

/** A document with fewer of the 21 sections is something else. */
const MIN_SECTIONS = 5

/** Remarks on the pages of a profile, and lines that may not be page furniture. */
const listPageIssues = (
  profile: Profile,
  extracted: ExtractedDocument,
  document: string,
  range: PageRange,
): Issue[] => {
  const doubtful = Map.groupBy(
    profile.furniture.filter((line) => line.doubtful),
    (line) => line.page,
  )
  return [
    ...extracted.pages
      .filter(({ number }) => number >= range.first && number <= range.last)
      .flatMap(({ number: page, remarks = [] }) =>
        remarks.map(({ code, value }) => makeIssue(code, { document, page, value })),
      ),
    ...[...doubtful].map(([page, lines]) => {
      const value = lines.map((line) => line.text).join(' / ')
      return makeIssue('furniture_doubtful', { document, page, value: value.slice(0, EXCERPT_LENGTH) })
    }),
  ]
}

const SENTENCE_END = /[.!?…][”"’')]*$/

/** Where the last profile of a volume may have ended before, if it has no closing lines: a new page behind a sentence. */
const reportDoubtfulEnd = ({ closing, sections }: Profile, document: string): Issue[] => {
  const lines = closing.length > 0 ? [] : ([...sections.values()].at(-1)?.lines ?? [])
  const start = lines.find(({ page, text }, index) => {
    const above = lines[index - 1]
    return (
      above !== undefined && above.page !== page && SENTENCE_END.test(above.text) && /^\p{Lu}/u.test(text)
    )
  })
  if (!start) return []
  return [
    makeIssue('end_doubtful', { document, page: start.page, value: start.text.slice(0, EXCERPT_LENGTH) }),
  ]
}

const normalizeProfile = (
  source: SourceDocument,
  extracted: ExtractedDocument,
  volume: Volume,
  profile: Profile,
  pages: number,
): Normalized => {
  const bound = volume.profiles.length > 1
  const range = pageRange(profile, volume, pages)
  const setAside = (issues: readonly Issue[]): Normalized => ({
    rows: null,
    issues: issues.map((issue) => ({ ...issue, page: issue.page ?? (bound ? range.first : null) })),
  })
  const found = profile.sections.size
  if (found < MIN_SECTIONS) {
    return setAside([makeIssue('not_a_profile', { document: source.name, value: String(found) })])
  }
  const vocabulary = collectVocabulary(listLines(profile))
  const title = readTitle(profile.title)
  const joinNotes = () => [...profile.sections.values()].map(({ lines }) => joinLines(lines, vocabulary))
  const { country, issues } = findCountry(title, source.name, joinNotes, bound)
  if (country === null) return setAside(issues)
  const dateLines = [...profile.title, ...profile.furniture, ...profile.unexplained, ...profile.closing]
  const date = readSourceDate(dateLines, source.name)
  const document_id = makeDocumentId({
    countryCode: country.code,
    date: date.date,
    sha256: source.sha256,
    page: bound ? range.first : null,
  })
  const isLast = bound && profile === volume.profiles.at(-1)
  const allIssues = [
    ...issues,
    ...listPageIssues(profile, extracted, source.name, range),
    ...(isLast ? reportDoubtfulEnd(profile, source.name) : []),
  ]
  const file = { source, extracted, volume, pages }
  const read = { document_id, profile, vocabulary, range, title, country, date }
  return { rows: makeDocumentRows({ ...file, ...read }, allIssues) }
}

/**
 * Turns what the profiles of a file print into rows: country, date, figures, statuses with their evidence, list items.
 * Text outside all profiles is an issue of the first.
 */
export const normalize = (
  source: SourceDocument,
  extracted: ExtractedDocument,
  volume: Volume,
): readonly Normalized[] => {
  const pages = pageCount(extracted, volume)
  const results = volume.profiles.map((profile) =>
    normalizeProfile(source, extracted, volume, profile, pages),
  )
  const [first, ...rest] = results
  const { outside } = volume
  const characters = countLines(outside)
  if (!first || characters === 0) return results
  const page = outside.reduce((least, line) => Math.min(least, line.page), pages)
  const value = `pages ${pageList(outside)}, ${characters} characters`
  const issue = makeIssue('outside_profiles', { document: source.name, page, value })
  const withOutside: Normalized = first.rows
    ? { rows: { ...first.rows, issues: [issue, ...first.rows.issues] } }
    : { rows: null, issues: [issue, ...first.issues] }
  return [withOutside, ...rest]
}

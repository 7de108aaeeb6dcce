import type { Box, DocumentRow, Indicator, Issue, Item, ReviewRow } from '../../schemas/index.ts'
import { documentIdOf, makeIssue } from '../../schemas/index.ts'
import type { ExtractedDocument } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { Line } from '../layout/index.ts'
import {
  joinLines,
  type Profile,
  profileLines,
  type Vocabulary,
  type Volume,
  vocabularyOf,
} from '../parse/index.ts'
import { accountedCharacters, characterAccount, countLines } from './characters.ts'
import { collectionOf } from './collection.ts'
import { type DocumentCountry, findCountry } from './country.ts'
import { type PageRange, pageCount, pageList, pageRange, sharedPages } from './page-ranges.ts'
import { profileRows } from './profile-rows.ts'
import { readSourceDate, type SourceDate } from './source-date.ts'
import { readTitle, type Title } from './title.ts'

export { accountedCharacters } from './characters.ts'
export { countryFromFileName } from './country-from-file-name.ts'
export { ALL_RULES, ruleMeaning } from './rule-meaning.ts'
export { MEANINGS, WORDINGS } from './status/index.ts'

/** The rows of one document, with its issues. */
export interface DocumentRows {
  readonly document: DocumentRow
  readonly indicators: readonly Indicator[]
  readonly items: readonly Item[]
  readonly boxes: readonly Box[]
  readonly review: readonly ReviewRow[]
  readonly issues: readonly Issue[]
}

/** The rows of a profile, or the issues for which it is set aside. */
export type Normalized =
  | { readonly rows: DocumentRows }
  | { readonly rows: null; readonly issues: readonly Issue[] }

/** A document with fewer of the 21 sections than this is something else. */
const FEWEST_SECTIONS = 5

/** The first words of an unexplained line that an issue repeats. */
const EXCERPT = 80

const strayLineIssues = (profile: Profile, document: string): Issue[] => {
  const issueOf = (code: 'unexplained_text' | 'part_remark') => (line: Line) =>
    makeIssue(code, { document, page: line.page, value: line.text.slice(0, EXCERPT) })
  return [
    ...profile.unexplained.map(issueOf('unexplained_text')),
    ...profile.remarks.map(issueOf('part_remark')),
  ]
}

interface Read {
  readonly source: SourceDocument
  readonly extracted: ExtractedDocument
  readonly volume: Volume
  readonly profile: Profile
  /** Of the file. */
  readonly pages: number
  readonly range: PageRange
  readonly title: Title
  readonly country: DocumentCountry
  readonly date: SourceDate
}

const documentRow = (read: Read, documentId: string): DocumentRow => {
  const { source, extracted, volume, profile, range, title, country, date } = read
  const { pages, others } = sharedPages(range, profile, extracted, volume)
  return {
    document_id: documentId,
    collection: collectionOf(country.code),
    country_code: country.code,
    country: country.name,
    country_printed: country.printed,
    country_source: country.source,
    title: title.heading,
    file_name: source.name,
    source_url: source.sourceUrl,
    mirror_url: source.mirrorUrl,
    retrieved: source.retrieved,
    captured: source.captured,
    sha256: source.sha256,
    bytes: source.bytes.length,
    media_type: source.mediaType,
    pages: read.pages,
    first_page: range.first,
    last_page: range.last,
    producer: extracted.producer,
    source_date: date.date,
    source_date_printed: date.printed,
    ...characterAccount(pages, profile, others),
    warnings: 0,
  }
}

const rowsOf = (read: Read, vocabulary: Vocabulary, issuesBefore: readonly Issue[]): DocumentRows => {
  const { source, extracted, profile, country, date } = read
  const documentId = documentIdOf({
    countryCode: country.code,
    date: date.date,
    sha256: source.sha256,
    page: read.volume.profiles.length > 1 ? read.range.first : null,
  })
  const sections = profileRows(profile, vocabulary, {
    documentId,
    file: source.name,
    country,
    sourceDate: date.date,
    sourceUrl: source.sourceUrl,
    pageDerivations: new Map(extracted.pages.map((page) => [page.number, page.derivation])),
    derivation: extracted.derivation,
  })
  const document = documentRow(read, documentId)
  const accounted = accountedCharacters(document)
  const lost =
    accounted === document.characters
      ? []
      : [
          makeIssue('characters_lost', {
            document: source.name,
            value: `${document.characters} read, ${accounted} accounted for`,
          }),
        ]
  const issues = [
    ...issuesBefore,
    ...date.issues,
    ...sections.flatMap((section) => section.issues),
    ...strayLineIssues(profile, source.name),
    ...lost,
  ].map((issue) => ({ ...issue, document_id: documentId }))
  return {
    document: { ...document, warnings: issues.filter((issue) => issue.severity !== 'notice').length },
    indicators: sections.map((section) => section.indicator),
    items: sections.flatMap((section) => section.items),
    boxes: sections.flatMap((section) => section.boxes),
    review: sections.flatMap((section) => section.review ?? []),
    issues,
  }
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
  if (found < FEWEST_SECTIONS) {
    return setAside([makeIssue('not_a_profile', { document: source.name, value: String(found) })])
  }
  const vocabulary = vocabularyOf(profileLines(profile))
  const title = readTitle(profile.title)
  const notes = [...profile.sections.values()].map((section) => joinLines(section.lines, vocabulary))
  const { country, issues } = findCountry(title, source.name, notes, bound)
  if (country === null) return setAside(issues)
  const dateLines = [...profile.title, ...profile.furniture, ...profile.unexplained, ...profile.closing]
  const date = readSourceDate(dateLines, source.name)
  const read = { source, extracted, volume, profile, pages, range, title, country, date }
  return { rows: rowsOf(read, vocabulary, issues) }
}

/** What a file holds beside its profiles, as one issue; none where that is nothing. */
const outsideIssues = (source: SourceDocument, { outside }: Volume): Issue[] => {
  const characters = countLines(outside)
  if (characters === 0) return []
  const value = `pages ${pageList(outside)}, ${characters} characters`
  const page = outside.reduce((first, line) => Math.min(first, line.page), Number.POSITIVE_INFINITY)
  return [makeIssue('outside_profiles', { document: source.name, page, value })]
}

/**
 * Turns what the profiles of a file print into rows: country, date, figures, statuses with their evidence, list items.
 * What stands outside of all profiles is an issue of the first.
 */
export const normalize = (
  source: SourceDocument,
  extracted: ExtractedDocument,
  volume: Volume,
): readonly Normalized[] => {
  const outside = outsideIssues(source, volume)
  const pages = pageCount(extracted, volume)
  return volume.profiles
    .map((profile) => normalizeProfile(source, extracted, volume, profile, pages))
    .map((normalized, index) => {
      if (index > 0 || outside.length === 0) return normalized
      return normalized.rows
        ? { rows: { ...normalized.rows, issues: [...outside, ...normalized.rows.issues] } }
        : { ...normalized, issues: [...outside, ...normalized.issues] }
    })
}

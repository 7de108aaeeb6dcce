import type { Box, DocumentRow, Indicator, Issue, Item, ReviewRow } from '../../schemas/index.ts'
import { makeIssue } from '../../schemas/index.ts'
import type { ExtractedDocument } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { Line } from '../layout/index.ts'
import { joinLines, type Profile, type Vocabulary } from '../parse/index.ts'
import { accountedCharacters, characterAccount } from './characters.ts'
import { collectionOf } from './collection.ts'
import { type DocumentCountry, findCountry } from './country.ts'
import { profileRows } from './profile-rows.ts'
import { readSourceDate, type SourceDate } from './source-date.ts'
import { readTitle, type Title } from './title.ts'

export { accountedCharacters } from './characters.ts'
export { DATE_RANGE, isPlausibleDate } from './date.ts'
export { MEANINGS, STATUS_RULES, type StatusRule, WORDINGS } from './status/index.ts'

/** The rows of one document, with its issues. */
export interface DocumentRows {
  readonly document: DocumentRow
  readonly indicators: readonly Indicator[]
  readonly items: readonly Item[]
  readonly boxes: readonly Box[]
  readonly review: readonly ReviewRow[]
  readonly issues: readonly Issue[]
}

/** Rows, or the issues for which the document is set aside. */
export type Normalized =
  | { readonly rows: DocumentRows }
  | { readonly rows: null; readonly issues: readonly Issue[] }

/** A document with fewer of the 21 sections than this is something else. */
const FEWEST_SECTIONS = 5

/** The first words of an unexplained line that an issue repeats. */
const EXCERPT = 80

/** `aze-2014-08-12-1f0c9a7b`: readable, sorted by country and date, and unique by the hash. */
const documentIdOf = (country: DocumentCountry, date: string | null, sha256: string): string =>
  `${country.code.toLowerCase()}-${date ?? 'undated'}-${sha256.slice(0, 8)}`

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
  readonly profile: Profile
  readonly title: Title
  readonly country: DocumentCountry
  readonly date: SourceDate
}

const documentRow = (read: Read, documentId: string): DocumentRow => {
  const { source, extracted, profile, title, country, date } = read
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
    sha256: source.sha256,
    bytes: source.bytes.length,
    media_type: source.mediaType,
    pages: Math.max(extracted.pages.length, ...profile.closing.map((line) => line.page)),
    producer: extracted.producer,
    source_date: date.date,
    source_date_printed: date.printed,
    ...characterAccount(extracted.pages, profile),
    warnings: 0,
  }
}

const rowsOf = (read: Read, vocabulary: Vocabulary, issuesBefore: readonly Issue[]): DocumentRows => {
  const { source, extracted, profile, country, date } = read
  const documentId = documentIdOf(country, date.date, source.sha256)
  const sections = profileRows(profile, vocabulary, {
    documentId,
    file: source.name,
    country,
    sourceDate: date.date,
    sourceUrl: source.sourceUrl,
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

/** Turns what a profile prints into rows: country, date, figures, statuses with their evidence, list items. */
export const normalize = (
  source: SourceDocument,
  extracted: ExtractedDocument,
  profile: Profile,
  vocabulary: Vocabulary,
): Normalized => {
  const found = profile.sections.size
  if (found < FEWEST_SECTIONS) {
    return {
      rows: null,
      issues: [makeIssue('not_a_profile', { document: source.name, value: String(found) })],
    }
  }
  const title = readTitle(profile.title)
  const notes = [...profile.sections.values()].map((section) => joinLines(section.lines, vocabulary))
  const { country, issues } = findCountry(title, source.name, notes)
  if (country === null) return { rows: null, issues }
  const dateLines = [...profile.title, ...profile.furniture, ...profile.unexplained, ...profile.closing]
  const date = readSourceDate(dateLines, source.name)
  return { rows: rowsOf({ source, extracted, profile, title, country, date }, vocabulary, issues) }
}

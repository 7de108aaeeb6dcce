import {
  type Box,
  type DocumentRow,
  type Indicator,
  type Issue,
  type Item,
  makeDocumentId,
  makeIssue,
  type ReviewRow,
} from '../../schemas/index.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'
import type { ExtractedDocument } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { Line } from '../layout/index.ts'
import type { Profile, Vocabulary, Volume } from '../parse/index.ts'
import { characterAccount, countAccountedCharacters } from './characters.ts'
import type { DocumentCountry } from './country.ts'
import type { NoteWords } from './items/item-place.ts'
import { identifyBodies } from './items/own-bodies.ts'
import { type PageRange, sharedPages } from './page-ranges.ts'
import { profileRows } from './profile-rows.ts'
import type { SourceDate } from './source-date.ts'
import type { Title } from './title.ts'

/** The rows of one document, with its issues. */
export interface DocumentRows {
  readonly document: DocumentRow
  readonly indicators: readonly Indicator[]
  readonly items: readonly Item[]
  readonly boxes: readonly Box[]
  readonly review: readonly ReviewRow[]
  readonly issues: readonly Issue[]
  /** Not published: where to find what people read in the notes. */
  readonly noteWords: readonly NoteWords[]
}

/** An issue repeats this many characters of the text that it is about. */
export const EXCERPT_LENGTH = 80

/** A profile that was read, and the file that holds it. */
export interface ReadProfile {
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

const specimenCodes: ReadonlySet<string> = new Set(SPECIMEN_PLACES.map((place) => place.code))

const documentRow = (read: ReadProfile, documentId: string): DocumentRow => {
  const { source, extracted, volume, profile, range, title, country, date } = read
  const { pages, others } = sharedPages(range, profile, extracted, volume)
  return {
    document_id: documentId,
    // a made-up place means a sample
    collection: specimenCodes.has(country.code) ? 'specimen' : 'itu-cyberwellness',
    country_code: country.code,
    country: country.name,
    country_printed: country.printed,
    country_source: country.source,
    title: title.heading,
    file_name: source.name,
    // the lock files of a build know these
    ...{ source_url: null, mirror_url: null, retrieved: null, captured: null },
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

/** The rows of a profile. */
export const makeDocumentRows = (
  read: ReadProfile,
  vocabulary: Vocabulary,
  issuesBefore: readonly Issue[],
): DocumentRows => {
  const { source, extracted, profile, country, date } = read
  const documentId = makeDocumentId({
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
    pageDerivations: new Map(extracted.pages.map((page) => [page.number, page.derivation])),
    derivation: extracted.derivation,
  })
  const document = documentRow(read, documentId)
  const accounted = countAccountedCharacters(document)
  const reportLine =
    (code: 'unexplained_text' | 'part_remark') =>
    ({ page, text }: Line): Issue =>
      makeIssue(code, { document: source.name, page, value: text.slice(0, EXCERPT_LENGTH) })
  const issues = [
    ...issuesBefore,
    ...date.issues,
    ...sections.flatMap((section) => section.issues),
    ...profile.unexplained.map(reportLine('unexplained_text')),
    ...profile.remarks.map(reportLine('part_remark')),
  ]
  if (accounted !== document.characters) {
    const value = `${document.characters} read, ${accounted} accounted for`
    issues.push(makeIssue('characters_lost', { document: source.name, value }))
  }
  return {
    document: { ...document, warnings: issues.filter((issue) => issue.severity !== 'notice').length },
    indicators: sections.map((section) => section.indicator),
    items: identifyBodies(sections.flatMap((section) => section.items)),
    boxes: sections.flatMap((section) => section.boxes),
    review: sections.flatMap((section) => section.review ?? []),
    issues: issues.map((issue) => ({ ...issue, document_id: documentId })),
    noteWords: sections.flatMap((section) => section.noteWords ?? []),
  }
}

import { type DocumentRow, type Issue, makeIssue } from '../../schemas/index.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'
import type { Line } from '../layout/index.ts'
import { characterAccount, countAccountedCharacters } from './characters.ts'
import { identifyBodies } from './items/own-bodies.ts'
import { sharedPages } from './page-ranges.ts'
import { type DocumentRows, profileRows, type ReadProfile } from './profile-rows.ts'

/** An issue repeats this many characters of the text that it is about. */
export const EXCERPT_LENGTH = 80

const specimenCodes: ReadonlySet<string> = new Set(SPECIMEN_PLACES.map((place) => place.code))

const documentRow = (read: ReadProfile): DocumentRow => {
  const { document_id, source, extracted, volume, profile, range, title, country, date } = read
  const { pages, others } = sharedPages(range, profile, extracted, volume)
  return {
    document_id,
    // a made-up place means a sample
    collection: specimenCodes.has(country.code) ? 'specimen' : 'itu-cyberwellness',
    country_code: country.code,
    country: country.name,
    country_printed: country.printed,
    country_source: country.source,
    title: title.heading,
    file_name: source.name,
    // the lock files of a build know these
    source_url: null,
    mirror_url: null,
    retrieved: null,
    captured: null,
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
export const makeDocumentRows = (read: ReadProfile, issuesBefore: readonly Issue[]): DocumentRows => {
  const { document_id, source, profile } = read
  const sections = profileRows(read)
  const document = documentRow(read)
  const accounted = countAccountedCharacters(document)
  const reportLine =
    (code: 'unexplained_text' | 'part_remark') =>
    ({ page, text }: Line): Issue =>
      makeIssue(code, { document: source.name, page, value: text.slice(0, EXCERPT_LENGTH) })
  const issues = [
    ...issuesBefore,
    ...read.date.issues,
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
    indicators: sections.flatMap((section) => section.indicators),
    items: identifyBodies(sections.flatMap((section) => section.items)),
    boxes: sections.flatMap((section) => section.boxes),
    review: sections.flatMap((section) => section.review),
    issues: issues.map((issue) => ({ ...issue, document_id })),
    noteWords: sections.flatMap((section) => section.noteWords),
  }
}

import type { DocumentRecord, SectionRecord, Summary } from '../../data/explorer-data.ts'
import { formatDate } from './text.ts'

type CitedSummary = Pick<Summary, 'collection' | 'version' | 'years'>

/** The profiles of the release with their years, as its title has them. */
export const nameProfiles = ({ collection, years }: CitedSummary): string =>
  collection === 'specimen'
    ? 'invented sample profiles (no ITU data)'
    : `ITU Cyberwellness Profiles${years === undefined ? '' : ` of ${years}`}`

/** What charts and saved rows name as their source. */
export const describeSource = (summary: CitedSummary): string =>
  `Source: ${nameProfiles(summary)}; Cyberwellness Open Data, version ${summary.version}.`

/** How a chart or a selection of rows is cited. */
export const citeView = (summary: CitedSummary, title: string, address: string, today: Date): string =>
  [
    `“${title}”.`,
    describeSource(summary).replace('Source: ', 'Based on '),
    // an address on one's own disk is of no use to a reader
    address.startsWith('http') && `${address}.`,
    `Accessed ${formatDate(today.toISOString().slice(0, 10))}.`,
  ]
    .filter((part) => part !== false)
    .join(' ')

/** How a section of a profile is cited: author, title, date, place, address, capture and hash of the file. */
export const citeSection = ({ document }: DocumentRecord, section: SectionRecord | null): string => {
  const page = section?.row.page ?? null
  return [
    document.collection === 'specimen'
      ? 'Cyberwellness Open Data (sample profile of an invented place, no ITU document).'
      : 'International Telecommunication Union.',
    `Cyberwellness Profile: ${document.country}.`,
    document.source_date === null ? 'No date.' : `Last updated on ${formatDate(document.source_date)}.`,
    section && `Section ${section.code} (${section.row.section})${page === null ? '' : `, page ${page}`}.`,
    document.source_url && `${document.source_url}.`,
    document.mirror_url && `Captured at ${document.mirror_url}.`,
    document.retrieved && `Retrieved on ${formatDate(document.retrieved)}.`,
    `File ${document.file_name}, SHA-256 ${document.sha256}.`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}

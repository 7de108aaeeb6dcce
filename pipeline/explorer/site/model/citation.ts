import type { DocumentRecord, SectionRecord, Summary } from '../../data/explorer-data.ts'
import { formatDate } from './format.ts'

type CitedSummary = Pick<Summary, 'collection' | 'version' | 'documents'>

/** What charts and saved rows name as their source. */
export const describeSource = ({ collection, version, documents }: CitedSummary): string => {
  const years = documents.flatMap(({ date }) => date?.slice(0, 4) ?? []).sort()
  const [first, last] = [years[0], years.at(-1)]
  const span = first === undefined ? '' : first === last ? ` of ${first}` : ` of ${first}–${last}`
  return collection === 'specimen'
    ? `Source: invented sample profiles, no ITU data; Cyberwellness Open Data, version ${version}.`
    : `Source: ITU Cyberwellness Profiles${span}; Cyberwellness Open Data, version ${version}.`
}

/** How a chart or a selection of rows is cited. */
export const citeView = (summary: CitedSummary, title: string, address: string, today: Date): string =>
  [
    `“${title}”.`,
    describeSource(summary).replace('Source: ', summary.collection === 'specimen' ? '' : 'Based on '),
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

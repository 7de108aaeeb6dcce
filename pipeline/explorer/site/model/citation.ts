import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { formatDate } from './format.ts'

const sentence = (...words: (string | null)[]): string | null =>
  words.includes(null) ? null : `${words.join(' ')}.`

/** How a section of a document is cited: who, what, date, place, address, capture and the hash of the file. */
export const citation = (
  { document }: DocumentRecord,
  section: SectionRecord | null,
  heading: string,
): string => {
  const specimen = document.collection === 'specimen'
  const page = section?.page ?? null
  return [
    specimen
      ? 'Cyberwellness Open Data (specimen about an invented place, no ITU document).'
      : 'International Telecommunication Union.',
    `Cyberwellness Profile: ${document.country}.`,
    document.source_date === null ? 'No date.' : `Last updated on ${formatDate(document.source_date)}.`,
    section && `Section ${section.code} (${heading})${page === null ? '' : `, page ${page}`}.`,
    document.source_url && `${document.source_url}.`,
    document.mirror_url && `Captured at ${document.mirror_url}.`,
    sentence('Retrieved on', document.retrieved && formatDate(document.retrieved)),
    `File ${document.file_name}, SHA-256 ${document.sha256}.`,
  ]
    .filter((part) => part !== null)
    .join(' ')
}

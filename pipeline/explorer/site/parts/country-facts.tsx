import type { ComponentChild } from 'preact'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { FIGURES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { pickSection, type RecordedSection } from '../model/records.ts'
import { fold, formatDate, formatFigure } from '../model/text.ts'
import { Facts } from './facts.tsx'
import { SourceLink } from './section-note.tsx'

/** Where a figure comes from, as far as the profile says. */
const describeFigure = ({ row }: SectionRecord): string =>
  [row.value_source, row.value_year].filter((part) => part !== null).join(', ')

const Figure = ({ section, record }: RecordedSection): ComponentChild => {
  const { value, unit } = section.row
  const origin = describeFigure(section)
  return (
    <>
      {formatFigure(value, unit)}
      {origin !== '' && (
        <>
          {' '}
          (<bdi>{origin}</bdi>)
        </>
      )}{' '}
      <SourceLink record={record} section={section} />
    </>
  )
}

/** The figures of a profile with year and source, and what it prints of itself. */
export const CountryFacts = ({
  records,
  entry,
}: {
  records: readonly DocumentRecord[]
  entry: CountryEntry
}): ComponentChild => (
  <details class="country-facts" open>
    <summary>Figures and document</summary>
    <div class="editions">
      {records.map((record) => {
        const { document } = record
        const { source_date_printed: date, country_printed: name } = document
        const figures = FIGURES.flatMap(({ code }) => pickSection(record, code) ?? [])
        return (
          <Facts
            key={document.document_id}
            rows={[
              ...figures.map(
                (section) => [section.row.section, <Figure record={record} section={section} />] as const,
              ),
              [
                'Last updated on',
                <>
                  {formatDate(document.source_date)}
                  {date !== null && (
                    <>
                      {' '}
                      (printed: <bdi>{date}</bdi>)
                    </>
                  )}
                </>,
              ],
              // capitals are no other name
              name === null || fold(name) === fold(entry.name)
                ? null
                : ['Name as printed', <bdi>{name}</bdi>],
              [
                'File',
                <>
                  <bdi>{document.file_name}</bdi>, pages {document.first_page} to {document.last_page}
                </>,
              ],
            ]}
          />
        )
      })}
    </div>
  </details>
)

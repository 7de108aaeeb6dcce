import type { ComponentChild } from 'preact'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { FIGURES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { fold } from '../model/fold.ts'
import { formatDate, formatFigure } from '../model/format.ts'
import { routeHref } from '../route/route.ts'

/** Where a figure comes from, as far as the profile says. */
const describeFigure = ({ row }: SectionRecord): string =>
  [row.value_source, row.value_year].filter((part) => part !== null).join(', ')

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
      {records.map(({ document, sections }) => (
        <dl key={document.document_id} class="facts">
          {FIGURES.map(({ code, indicator, name, unit }) => {
            const figure = sections.find((section) => section.code === code)
            if (!figure) return null
            const origin = describeFigure(figure)
            return (
              <>
                <dt>{name}</dt>
                <dd>
                  {figure.row.value === null ? 'not given' : formatFigure(figure.row.value, unit)}
                  {origin !== '' && (
                    <>
                      {' '}
                      (<bdi>{origin}</bdi>)
                    </>
                  )}{' '}
                  <a href={routeHref('source', [document.document_id, indicator])}>Source</a>
                </dd>
              </>
            )
          })}
          <dt>Last updated on</dt>
          <dd>
            {formatDate(document.source_date)}
            {document.source_date_printed !== null && (
              <>
                {' '}
                (printed: <bdi>{document.source_date_printed}</bdi>)
              </>
            )}
          </dd>
          {document.country_printed !== null && fold(document.country_printed) !== fold(entry.name) && (
            <>
              <dt>Name as printed</dt>
              <dd>
                <bdi>{document.country_printed}</bdi>
              </dd>
            </>
          )}
          <dt>File</dt>
          <dd>
            <bdi>{document.file_name}</bdi>, pages {document.first_page} to {document.last_page}
          </dd>
        </dl>
      ))}
    </div>
  </details>
)

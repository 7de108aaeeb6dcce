import type { ComponentChild } from 'preact'
import type { RecordedSection } from '../model/records.ts'
import { explainRule } from '../model/why.ts'
import { routeHref } from '../route/route.ts'
import { NoteText } from './note-text.tsx'

/** Where the words of a section are. */
export const SourceLink = ({ record, section }: RecordedSection): ComponentChild => {
  const { page, indicator } = section.row
  return (
    <a href={routeHref('source', [record.document.document_id, indicator])}>
      {page === null ? 'Source' : `Source, page ${page}`}
    </a>
  )
}

/** A note with its evidence, the reason of its status, and its source. */
export const SectionNote = ({ record, section }: RecordedSection): ComponentChild => {
  const { row, reviewHash } = section
  return (
    <>
      <NoteText row={row} />
      <p class="meta">
        {explainRule(row.status_rule)}
        {row.confidence === 'reviewed' && ', checked by a person'}.{' '}
        <SourceLink record={record} section={section} />
        {reviewHash !== null && (
          <>
            ,{' '}
            <a href={routeHref('review', [record.document.document_id, row.indicator])}>needs human review</a>
          </>
        )}
      </p>
    </>
  )
}

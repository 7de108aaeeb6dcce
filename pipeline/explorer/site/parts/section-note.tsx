import type { ComponentChild } from 'preact'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { explainRule } from '../model/why.ts'
import { routeHref } from '../route/route.ts'
import { NoteText } from './note-text.tsx'

/** Where the words of a section are. */
export const sourceLabel = ({ row }: SectionRecord): string =>
  row.page === null ? 'Source' : `Source, page ${row.page}`

/** Why a section has its status, and where its words are. */
export const SectionMeta = ({
  record,
  section,
}: {
  record: DocumentRecord
  section: SectionRecord
}): ComponentChild => (
  <p class="meta">
    {explainRule(section.row.status_rule)}
    {section.row.confidence === 'reviewed' && ', checked by a person'}.{' '}
    <a href={routeHref('source', [record.document.document_id, section.row.indicator])}>
      {sourceLabel(section)}
    </a>
    {section.reviewHash !== null && (
      <>
        ,{' '}
        <a href={routeHref('review', [record.document.document_id, section.row.indicator])}>
          needs human review
        </a>
      </>
    )}
  </p>
)

/** A note with its evidence, the reason of its status, and its source. */
export const SectionNote = ({
  record,
  section,
}: {
  record: DocumentRecord
  section: SectionRecord
}): ComponentChild => (
  <>
    <NoteText row={section.row} />
    <SectionMeta record={record} section={section} />
  </>
)

import type { ComponentChild } from 'preact'
import { loadRecord } from '../data/page-data.ts'
import { type CellKey, pickSection, type RecordedSection } from '../model/records.ts'
import { explainRule } from '../model/why.ts'
import { routeHref } from '../route/route.ts'
import { Load } from './loading.tsx'
import { NoteText } from './note-text.tsx'
import { useRelease } from './release.ts'

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

/** Loads a cell and shows it: its note, or what `show` makes of it. */
export const LoadedCell = ({
  id,
  code,
  show = SectionNote,
}: CellKey & { show?: (section: RecordedSection) => ComponentChild }): ComponentChild => {
  const { summary } = useRelease()
  return (
    <Load of={id} load={() => loadRecord(summary, id)}>
      {(record) => {
        const section = pickSection(record, code)
        return section && show({ record, section })
      }}
    </Load>
  )
}

import type { ComponentChild } from 'preact'
import { sectionByCode } from '../../../../schemas/sections.ts'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { loadRecords } from '../data/page-data.ts'
import { citeSection } from '../model/citation.ts'
import { explainRule } from '../model/why.ts'
import { CopyBox } from '../parts/copy-box.tsx'
import { Heading } from '../parts/heading.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { ProfileText } from '../parts/profile-text.tsx'
import { SourcePane } from '../parts/source-pane.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const SectionLinks = ({
  record,
  current,
}: {
  record: DocumentRecord
  current: string | undefined
}): ComponentChild => (
  <nav aria-label="Sections of this profile">
    <ul class="section-links">
      {record.sections.map(({ code, row }) => (
        <li key={code}>
          <a
            href={routeHref('source', [record.document.document_id, code])}
            aria-current={code === current ? 'true' : undefined}
            title={sectionByCode(code)?.name}
            class={row.status}
          >
            {code}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Beside = ({ record, section }: { record: DocumentRecord; section: SectionRecord }): ComponentChild => {
  const heading = sectionByCode(section.code)?.name ?? ''
  const { row } = section
  return (
    <>
      <h2>
        <a href={routeHref('country', [record.document.country_code, section.code])}>{heading}</a>
      </h2>
      <p>
        <StatusMark status={row.status} /> {explainRule(row.status_rule)}
      </p>
      <NoteText note={row.note} evidence={row.evidence} />
      {section.boxes.length === 0 && (
        <p class="meta">
          {row.note === null
            ? 'There are no words to highlight.'
            : 'The source is a text file, which has no positions to highlight.'}
        </p>
      )}
      <CopyBox label="Citation" text={citeSection(record, section, heading)} />
    </>
  )
}

/** The source pages of a document with the note of one section highlighted. */
export const SourceView = ({ route, summary }: ViewProps): ComponentChild => {
  const [id, code] = route.parts
  const place = summary.documents.findIndex((document) => document.id === id)
  const loaded = useLoaded(place === -1 ? null : String(place), () => loadRecords(summary, [place]))
  if (place === -1) {
    return (
      <>
        <Heading title="Source" />
        <p>
          Open a source from a <a href={routeHref('country')}>country</a>
          {id === undefined ? '' : '; the release has no document with this id'}.
        </p>
      </>
    )
  }
  const record = loaded.value?.get(id ?? '')
  if (!record) return <Waiting loaded={loaded} />
  const section = record.sections.find((candidate) => candidate.code === code)
  return (
    <>
      <Heading title={`Source: ${record.document.country}`} />
      <p class="lead">
        <ProfileText text={record.document.file_name} />
      </p>
      <SectionLinks record={record} current={code} />
      <div class="with-source">
        {summary.hasNotes ? (
          <SourcePane record={record} section={section} scrollsPage />
        ) : (
          <p>This release holds no words of the profiles, and none of their pages.</p>
        )}
        <div class="beside">
          {section ? (
            <Beside record={record} section={section} />
          ) : (
            <CopyBox label="Citation" text={citeSection(record, null, '')} />
          )}
        </div>
      </div>
    </>
  )
}

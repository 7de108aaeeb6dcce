import type { ComponentChild } from 'preact'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { loadRecord } from '../data/page-data.ts'
import { findSection } from '../model/catalogue.ts'
import { citeSection } from '../model/citation.ts'
import { pickSection, type RecordedSection } from '../model/records.ts'
import { explainRule } from '../model/why.ts'
import { Facts, Outside } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { Load } from '../parts/loading.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { useRelease } from '../parts/release.ts'
import { SourcePane } from '../parts/source-pane.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { CopyBox } from '../parts/use-copy.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

interface Props {
  readonly record: DocumentRecord
  readonly section: SectionRecord | undefined
}

const SectionLinks = ({ record, section }: Props): ComponentChild => (
  <nav aria-label="Sections of this profile">
    <ul class="section-links">
      {record.sections.map(({ code, row }) => (
        <li key={code}>
          <a
            href={routeHref('source', [record.document.document_id, row.indicator])}
            aria-current={code === section?.code ? 'true' : undefined}
            title={row.section}
            class={row.status}
          >
            {code}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Beside = ({ record, section }: RecordedSection): ComponentChild => {
  const { row } = section
  return (
    <>
      <h2>
        <a href={routeHref('country', [record.document.country_code, row.indicator])}>{row.section}</a>
      </h2>
      <p>
        <StatusMark status={row.status} /> {explainRule(row.status_rule)}
      </p>
      <NoteText row={row} />
      {row.note !== null && section.boxes.length === 0 && (
        <p class="meta">Read from a text file, which has no positions to highlight.</p>
      )}
      <CopyBox label="Citation" text={citeSection(record, section)} />
    </>
  )
}

/** Where to find the source, which this release does not include. */
const Elsewhere = ({ record: { document } }: { record: DocumentRecord }): ComponentChild => (
  <div>
    <p>This release does not hold the text of the profile.</p>
    <Facts
      rows={[
        ...[document.source_url, document.mirror_url].map((address) =>
          address === null ? null : (['Address', <Outside address={address} />] as const),
        ),
        ['SHA-256', <code class="hash">{document.sha256}</code>],
      ]}
    />
  </div>
)

const Source = ({ record, section }: Props): ComponentChild => (
  <>
    <Heading title={`Source: ${record.document.country}`} />
    <p class="lead">
      <bdi>{record.document.file_name}</bdi>
    </p>
    <SectionLinks record={record} section={section} />
    <div class="with-source">
      {useRelease().summary.hasNotes ? (
        <SourcePane record={record} section={section} scrollsPage />
      ) : (
        <Elsewhere record={record} />
      )}
      <div class="beside">
        {section ? (
          <Beside record={record} section={section} />
        ) : (
          <CopyBox label="Citation" text={citeSection(record, null)} />
        )}
      </div>
    </div>
  </>
)

/** The source pages of a document with the note of one section highlighted. */
export const SourceView = ({ route, summary }: ViewProps): ComponentChild => {
  const [id, name] = route.parts
  const code = findSection(name)?.code
  const known = summary.documents.find((document) => document.id === id)
  if (!known) {
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
  return (
    <Load of={known.id} load={() => loadRecord(summary, known.id)}>
      {(record) => <Source record={record} section={pickSection(record, code)} />}
    </Load>
  )
}

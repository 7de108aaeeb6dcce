import type { ComponentChild } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { sectionByCode } from '../../../../schemas/sections.ts'
import type { DocumentRecord, PageRecord, PapersFolder, SectionRecord } from '../../data/explorer-data.ts'
import { loadRecords, pageData } from '../data/page-data.ts'
import { citation } from '../model/citation.ts'
import { CopyBox } from '../parts/copy-box.tsx'
import { ForeignText } from '../parts/foreign-text.tsx'
import { Heading } from '../parts/heading.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { PaperPage } from '../parts/paper-page.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { usePdf } from '../parts/use-pdf.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

interface Paper {
  readonly record: DocumentRecord
  readonly pages: readonly PageRecord[]
  readonly folder: PapersFolder
}

const SectionLinks = ({
  record,
  lit,
}: {
  record: DocumentRecord
  lit: string | undefined
}): ComponentChild => (
  <nav aria-label="Sections of this paper">
    <ul class="section-links">
      {record.sections.map(({ code, status }) => (
        <li key={code}>
          <a
            href={routeHref('paper', [record.document.document_id, code])}
            aria-current={code === lit ? 'true' : undefined}
            title={sectionByCode(code)?.name}
            class={status}
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
  return (
    <>
      <h2>
        <a href={routeHref('country', [record.document.country_code, section.code])}>
          {section.code} {heading}
        </a>
      </h2>
      <p>
        <StatusMark status={section.status} /> by <code>{section.rule}</code>
      </p>
      <NoteText note={section.note} evidence={section.evidence} />
      {section.boxes.length === 0 && (
        <p>
          {section.note === null
            ? 'There are no words to light.'
            : 'The source is a text file, which has no positions to light.'}
        </p>
      )}
      <CopyBox label="Citation" text={citation(record, section, heading)} />
    </>
  )
}

const Pages = ({ paper, section }: { paper: Paper; section: SectionRecord | undefined }): ComponentChild => {
  const { record, pages, folder } = paper
  const { pdf, failure } = usePdf(folder, record.document)
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    holder.current?.querySelector('.lit')?.scrollIntoView({ block: 'center' })
  }, [section?.code, record])
  return (
    <div class="pages" ref={holder}>
      <p class="meta">
        {pdf
          ? 'Drawn from the PDF file.'
          : `Set again from the stored text${failure === null ? '' : `; ${failure}`}.`}
      </p>
      {pages.map((page) => (
        <PaperPage
          key={page.number}
          page={page}
          pdf={pdf}
          boxes={section?.boxes.filter((box) => box.page === page.number) ?? []}
        />
      ))}
    </div>
  )
}

/** The pages of a paper with the note of one section lit. */
export const PaperView = ({ route, summary }: ViewProps): ComponentChild => {
  const [id, code] = route.parts
  const place = summary.documents.findIndex((document) => document.id === id)
  const document = summary.documents[place]
  const loaded = useLoaded(document?.id ?? null, async (): Promise<Paper | null> => {
    if (!document) return null
    const [records, pages, folder] = await Promise.all([
      loadRecords(summary, [place]),
      pageData.load(`papers/${document.id}`),
      pageData.load('papers'),
    ])
    const record = records.get(document.id)
    return record ? { record, pages, folder } : null
  })
  if (!document) {
    return (
      <>
        <Heading title="The paper" />
        <p>
          Open a paper from a cell of the <a href={routeHref('matrix')}>matrix</a>
          {id === undefined ? '' : '; no document of the release has that id'}.
        </p>
      </>
    )
  }
  if (loaded.value === null) return <Waiting loaded={loaded} />
  const { record } = loaded.value
  const section = record.sections.find((candidate) => candidate.code === code)
  return (
    <>
      <Heading title={`The paper: ${record.document.country}`} />
      <p class="lead">
        <ForeignText text={record.document.file_name} />
      </p>
      <SectionLinks record={record} lit={code} />
      <div class="paper">
        <Pages paper={loaded.value} section={section} />
        <div class="beside">
          {section ? (
            <Beside record={record} section={section} />
          ) : (
            <CopyBox label="Citation" text={citation(record, null, '')} />
          )}
        </div>
      </div>
    </>
  )
}

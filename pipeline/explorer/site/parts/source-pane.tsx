import type { ComponentChild } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { pageData } from '../data/page-data.ts'
import { Load } from './loading.tsx'
import { SourcePage } from './source-page.tsx'
import { usePdf } from './use-pdf.ts'

const loadSource = async (documentId: string) => {
  const [pages, folder] = await Promise.all([pageData.load(`pages/${documentId}`), pageData.load('sources')])
  return { pages, folder }
}

interface Props {
  readonly record: DocumentRecord
  readonly section: SectionRecord | undefined
  /** Whether the page itself scrolls to the note, rather than the pane. */
  readonly scrollsPage?: boolean
}

type LoadedProps = Props & Awaited<ReturnType<typeof loadSource>>

/** Brings the first highlighted line into view, or else its page; a pane scrolls without moving the page around it. */
const scrollToNote = (holder: HTMLElement, page: number | null, scrollsPage: boolean): void => {
  const lit = holder.querySelector('.lit') ?? holder.querySelector(`[data-page="${page}"]`)
  if (!lit) return
  if (scrollsPage) lit.scrollIntoView({ block: 'center' })
  else {
    const offset = lit.getBoundingClientRect().top - holder.getBoundingClientRect().top
    holder.scrollTop += offset - holder.clientHeight / 3
  }
}

const Pages = ({ record, pages, folder, section, scrollsPage = false }: LoadedProps): ComponentChild => {
  const { pdf, failure } = usePdf(folder, record.document)
  const holder = useRef<HTMLElement>(null)
  useEffect(() => {
    if (holder.current) scrollToNote(holder.current, section?.row.page ?? null, scrollsPage)
  }, [section?.code, record, scrollsPage])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard
    <section class="pages" ref={holder} tabIndex={0} aria-label="Source pages">
      <p class="meta">
        {pdf
          ? 'Drawn from the PDF file.'
          : `Redrawn from extracted text, not the original page${failure === null ? '' : `; ${failure}`}.`}
      </p>
      {pages.map((page) => (
        <SourcePage
          key={page.number}
          page={page}
          pdf={pdf}
          boxes={section?.boxes.filter((box) => box.page === page.number) ?? []}
        />
      ))}
    </section>
  )
}

/** The source pages of a document, with the note of one section highlighted. */
export const SourcePane = (props: Props): ComponentChild => {
  const id = props.record.document.document_id
  return (
    <Load of={id} load={() => loadSource(id)}>
      {(source) => <Pages {...props} {...source} />}
    </Load>
  )
}

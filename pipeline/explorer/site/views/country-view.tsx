import type { ComponentChild } from 'preact'
import { useEffect } from 'preact/hooks'
import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'
import { loadRecords } from '../data/page-data.ts'
import { FIGURES, MEASURE_PILLARS, MEASURES, PILLAR_NAMES, presentCount } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { sectionChange } from '../model/edition-changes.ts'
import { formatDate, formatFigure, plainWord } from '../model/format.ts'
import { ForeignText } from '../parts/foreign-text.tsx'
import { Heading } from '../parts/heading.tsx'
import { ItemChips } from '../parts/item-chip.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const sectionOf = (record: DocumentRecord, code: string): SectionRecord | undefined =>
  record.sections.find((section) => section.code === code)

const TitleBlock = ({ record }: { record: DocumentRecord }): ComponentChild => {
  const { document } = record
  return (
    <dl class="facts">
      <dt>As printed</dt>
      <dd>
        <ForeignText text={document.country_printed ?? 'no name'} />
      </dd>
      <dt>Last updated on</dt>
      <dd>
        {formatDate(document.source_date)}
        {document.source_date_printed !== null && (
          <>
            {' '}
            (printed: <ForeignText text={document.source_date_printed} />)
          </>
        )}
      </dd>
      {FIGURES.map(({ code, name, unit }) => {
        const figure = sectionOf(record, code)
        return (
          <>
            <dt>{name}</dt>
            <dd>
              {figure?.value == null ? 'not given' : formatFigure(figure.value, unit)}{' '}
              {figure && <a href={routeHref('paper', [document.document_id, code])}>on the paper</a>}
            </dd>
          </>
        )
      })}
      <dt>File</dt>
      <dd>
        <ForeignText text={document.file_name} />, pages {document.first_page} to {document.last_page}
      </dd>
    </dl>
  )
}

const SectionMeta = ({
  record,
  section,
}: {
  record: DocumentRecord
  section: SectionRecord
}): ComponentChild => (
  <p class="meta">
    <a href={routeHref('paper', [record.document.document_id, section.code])}>
      {section.page === null ? 'See the paper' : `Page ${section.page} of the paper`}
    </a>
    , decided by <code>{section.rule}</code>, text by {plainWord(section.derivation)}
    {section.reviewHash !== null && (
      <>
        ,{' '}
        <a href={routeHref('review', [record.document.document_id, section.code])}>
          to be looked at by a person
        </a>
      </>
    )}
  </p>
)

/** A section in one edition, and what changed since the one before. */
const EditionCell = ({
  record,
  before,
  code,
  dated,
}: {
  record: DocumentRecord
  before: DocumentRecord | undefined
  code: string
  dated: boolean
}): ComponentChild => {
  const section = sectionOf(record, code)
  const former = before && sectionOf(before, code)
  if (!section) return null
  const change = former && sectionChange(former, section)
  return (
    <div class="edition">
      {dated && <p class="edition-date">{formatDate(record.document.source_date)}</p>}
      <p>
        <StatusMark status={section.status} />{' '}
        {change?.status && former && (
          <strong>
            was <StatusMark status={former.status} />
          </strong>
        )}
      </p>
      {change?.note ? (
        <p class="note" dir="auto">
          {change.parts.map((part) =>
            part.change === 'added' ? (
              <ins>{part.text}</ins>
            ) : part.change === 'removed' ? (
              <del>{part.text}</del>
            ) : (
              part.text
            ),
          )}
        </p>
      ) : (
        <NoteText note={section.note} evidence={section.evidence} />
      )}
      <ItemChips items={section.items} />
      <SectionMeta record={record} section={section} />
    </div>
  )
}

const Profile = ({
  records,
  opened,
}: {
  records: readonly DocumentRecord[]
  opened: string | undefined
}): ComponentChild => {
  useEffect(() => {
    if (opened) document.getElementById(`section-${opened}`)?.scrollIntoView({ block: 'center' })
  }, [opened])
  return MEASURE_PILLARS.map(({ pillar, sections }) => (
    <section key={pillar} aria-labelledby={`pillar-${pillar}`}>
      <h2 id={`pillar-${pillar}`}>{PILLAR_NAMES[pillar]}</h2>
      {sections.map(({ code, name }) => (
        <article key={code} id={`section-${code}`} class={code === opened ? 'record opened' : 'record'}>
          <h3>
            <a href={routeHref('section', [code])}>
              {code} {name}
            </a>
          </h3>
          <div class="editions">
            {records.map((record, index) => (
              <EditionCell
                key={record.document.document_id}
                record={record}
                before={records[index - 1]}
                code={code}
                dated={records.length > 1}
              />
            ))}
          </div>
        </article>
      ))}
    </section>
  ))
}

const Loading = ({ entry, route, summary }: { entry: CountryEntry } & ViewProps): ComponentChild => {
  const places = entry.editions.map((edition) => summary.documents.indexOf(edition))
  const loaded = useLoaded(entry.code, () => loadRecords(summary, places))
  const records = entry.editions.flatMap(({ id }) => loaded.value?.get(id) ?? [])
  return (
    <>
      <Heading title={entry.name} />
      <p class="lead">
        {entry.region === null ? '' : `${entry.region}. `}
        {presentCount(entry.latest)} of {MEASURES.length} measures are present
        {entry.editions.length > 1 ? `; ${entry.editions.length} editions, the latest last` : ''}.
      </p>
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        <>
          <div class="editions">
            {records.map((record) => (
              <TitleBlock key={record.document.document_id} record={record} />
            ))}
          </div>
          <Profile records={records} opened={route.parts[1]} />
        </>
      )}
    </>
  )
}

/** One country: its title block, its figures, and every section with status, note and items. */
export const CountryView = (props: ViewProps): ComponentChild => {
  const entry = props.entries.find(({ code }) => code === props.route.parts[0])
  if (entry) return <Loading key={entry.code} entry={entry} {...props} />
  return (
    <>
      <Heading title="Countries" />
      {props.route.parts[0] !== undefined && <p>No country of the release has that code.</p>}
      <ul class="columns">
        {props.entries.map(({ code, name }) => (
          <li key={code}>
            <a href={routeHref('country', [code])}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

import type { ComponentChild } from 'preact'
import { sectionByCode } from '../../../../schemas/sections.ts'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import type { SectionRecord } from '../../data/explorer-data.ts'
import { loadAllRecords } from '../data/page-data.ts'
import { MEASURE_PILLARS, PILLAR_NAMES, statusOf } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { formatDate, plural } from '../model/format.ts'
import { Heading } from '../parts/heading.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const SectionList = (): ComponentChild =>
  MEASURE_PILLARS.map(({ pillar, sections }) => (
    <section key={pillar}>
      <h2>{PILLAR_NAMES[pillar]}</h2>
      <ul>
        {sections.map(({ code, name, definition }) => (
          <li key={code}>
            <a href={routeHref('section', [code])}>
              {code} {name}
            </a>
            : {definition}
          </li>
        ))}
      </ul>
    </section>
  ))

interface Share {
  readonly status: Status
  readonly countries: readonly CountryEntry[]
}

const sharesOf = (entries: readonly CountryEntry[], code: string): readonly Share[] =>
  STATUSES.map((status) => ({
    status,
    countries: entries.filter(({ latest }) => statusOf(latest, code) === status),
  })).filter(({ countries }) => countries.length > 0)

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`

const Shares = ({
  shares,
  of,
  code,
}: {
  shares: readonly Share[]
  of: number
  code: string
}): ComponentChild => (
  <>
    <div class="shares" aria-hidden="true">
      {shares.map(({ status, countries }) => (
        <div key={status} class={status} style={{ flexGrow: countries.length }}>
          {STATUS_APPEARANCE[status].mark}
        </div>
      ))}
    </div>
    <ul class="shares-list">
      {shares.map(({ status, countries }) => (
        <li key={status}>
          <a href={routeHref('section', [code], { status })}>
            <StatusMark status={status} /> {plural(countries.length, 'country', 'countries')} (
            {percent(countries.length, of)})
          </a>
        </li>
      ))}
    </ul>
  </>
)

const Wording = ({
  entry,
  section,
}: {
  entry: CountryEntry
  section: SectionRecord | undefined
}): ComponentChild => (
  <article class="record">
    <h3>
      <a href={routeHref('country', [entry.code, section?.code ?? ''])}>{entry.name}</a>{' '}
      <small>{formatDate(entry.latest.date)}</small>
    </h3>
    {section && (
      <>
        <NoteText note={section.note} evidence={section.evidence} />
        <p class="meta">
          <a href={routeHref('paper', [entry.latest.id, section.code])}>On the paper</a>, decided by{' '}
          <code>{section.rule}</code>
        </p>
      </>
    )}
  </article>
)

/** One question across all countries: shares, and the wording of each answer. */
export const SectionView = ({ route, summary, entries }: ViewProps): ComponentChild => {
  const section = sectionByCode(route.parts[0] ?? '')
  const loaded = useLoaded(section ? 'all' : null, () => loadAllRecords(summary))
  if (!section) {
    return (
      <>
        <Heading title="Sections" />
        <SectionList />
      </>
    )
  }
  const shares = sharesOf(entries, section.code)
  const wanted = route.query['status']
  const shown = shares.filter(({ status }) => !wanted || status === wanted)
  return (
    <>
      <Heading title={`${section.code} ${section.name}`} />
      <p class="lead">
        <strong>Present</strong> means: {section.definition}
      </p>
      <p>
        <a href={routeHref('map', [], { show: section.code })}>On the map</a>,{' '}
        <a href={routeHref('matrix', [], { sort: section.code })}>in the matrix</a>
      </p>
      <Shares shares={shares} of={entries.length} code={section.code} />
      {wanted && <a href={routeHref('section', [section.code])}>Show all statuses</a>}
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        shown.map(({ status, countries }) => (
          <section key={status}>
            <h2>
              <StatusMark status={status} /> {plural(countries.length, 'country', 'countries')}
            </h2>
            {countries.map((entry) => (
              <Wording
                key={entry.code}
                entry={entry}
                section={loaded.value
                  ?.get(entry.latest.id)
                  ?.sections.find(({ code }) => code === section.code)}
              />
            ))}
          </section>
        ))
      )}
    </>
  )
}

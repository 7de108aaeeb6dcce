import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { SECTIONS } from '../../../../schemas/sections.ts'
import { at } from '../../../io/at.ts'
import type { DocumentRecord } from '../../data/explorer-data.ts'
import { loadRecords } from '../data/page-data.ts'
import { findSection, MEASURE_PILLARS, MEASURES, PILLAR_NAMES, presentCount } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { pickSection } from '../model/records.ts'
import { formatDate } from '../model/text.ts'
import { CountryFacts } from '../parts/country-facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { Load } from '../parts/loading.tsx'
import { NamedTable } from '../parts/named-table.tsx'
import { SaveCells } from '../parts/save-rows.tsx'
import { SectionNote } from '../parts/section-note.tsx'
import { SourcePane } from '../parts/source-pane.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { StatusStrip } from '../parts/status-strip.tsx'
import { useMedia } from '../parts/use-screen.tsx'
import { routeHref } from '../route/route.ts'
import { CountryList } from './country-list.tsx'
import type { ViewProps } from './view-props.ts'

/** Screens as wide as this have room for the source beside the notes. */
const ROOM_FOR_SOURCE = '(min-width: 70rem)'

interface EditionCellProps {
  readonly records: readonly DocumentRecord[]
  readonly index: number
  readonly code: string
}

/** A section in one edition, and its status in the one before where that was another. */
const EditionCell = ({ records, index, code }: EditionCellProps): ComponentChild => {
  const record = at(records, index)
  const section = pickSection(record, code)
  const former = pickSection(records[index - 1], code)
  if (!section) return null
  return (
    <div class="edition">
      {records.length > 1 && <p class="meta">{formatDate(record.document.source_date)}</p>}
      <p>
        <StatusMark status={section.row.status} />{' '}
        {former && former.row.status !== section.row.status && (
          <strong>
            was <StatusMark status={former.row.status} />
          </strong>
        )}
      </p>
      <SectionNote record={record} section={section} />
    </div>
  )
}

interface ProfileProps {
  readonly records: readonly DocumentRecord[]
  readonly opened: string | undefined
  readonly hasPages: boolean
}

/** Everything that the profiles of a country say. */
const Profile = ({ records, opened, hasPages }: ProfileProps): ComponentChild => {
  const hasRoom = useMedia(ROOM_FOR_SOURCE) && hasPages
  const [beside, show] = useState(opened ?? MEASURES[0]?.code ?? '')
  const [unfolded, unfold] = useState(false)
  const latest = records.at(-1)
  useEffect(() => {
    if (opened) {
      show(opened)
      document.getElementById(`section-${opened}`)?.scrollIntoView({ block: 'center' })
    }
  }, [opened])
  return (
    <div class={hasRoom ? 'with-source' : undefined}>
      <div>
        <button type="button" class="quiet" onClick={() => unfold(!unfolded)}>
          {unfolded ? 'Fold all sections' : 'Unfold all sections'}
        </button>
        {MEASURE_PILLARS.map(({ pillar, sections }, index) => (
          <details
            key={`${pillar} ${unfolded}`}
            class="pillar"
            open={
              unfolded || (opened === undefined ? index === 0 : sections.some(({ code }) => code === opened))
            }
          >
            <summary>
              <h2>{PILLAR_NAMES[pillar]}</h2>{' '}
              <span class="quiet-text">{sections.map(({ name }) => name).join(', ')}</span>
            </summary>
            {sections.map(({ code, indicator, name }) => (
              <article key={code} id={`section-${code}`} class={code === opened ? 'record opened' : 'record'}>
                <h3>
                  <a href={routeHref('indicator', [indicator])}>{name}</a>{' '}
                  {hasRoom && (
                    <button
                      type="button"
                      class="quiet"
                      aria-pressed={beside === code}
                      onClick={() => show(code)}
                    >
                      Show source
                    </button>
                  )}
                </h3>
                <div class="editions">
                  {records.map(({ document }, index) => (
                    <EditionCell key={document.document_id} records={records} index={index} code={code} />
                  ))}
                </div>
              </article>
            ))}
          </details>
        ))}
      </div>
      {hasRoom && latest && (
        <aside class="beside source-beside" aria-label="Source">
          <SourcePane record={latest} section={pickSection(latest, beside)} />
        </aside>
      )}
    </div>
  )
}

const Country = ({ entry, route, summary }: { entry: CountryEntry } & ViewProps): ComponentChild => {
  const ids = entry.editions.map(({ id }) => id)
  return (
    <>
      <Heading title={entry.name} />
      <p class="lead">
        {entry.region === null ? '' : `${entry.region}. `}
        {presentCount(entry.latest)} of {MEASURES.length} measures are present. Profile of{' '}
        {formatDate(entry.latest.date)}
        {entry.editions.length > 1 ? `; ${entry.editions.length} editions, the latest last` : ''}.{' '}
        <a href={routeHref('compare', [], { countries: entry.code })}>Compare with other countries</a>
      </p>
      <StatusStrip entry={entry} />
      <SaveCells
        title={`Cyberwellness Profile: ${entry.name}`}
        choices={[entry.name]}
        cells={ids.flatMap((id) => SECTIONS.map(({ code }) => ({ id, code })))}
      />
      <Load of={entry.code} load={() => loadRecords(summary, ids)}>
        {(loaded) => {
          const records = ids.flatMap((id) => loaded.get(id) ?? [])
          return (
            <>
              <CountryFacts records={records} entry={entry} />
              <Profile
                records={records}
                opened={findSection(route.parts[1])?.code}
                hasPages={summary.hasNotes}
              />
              {records.slice(-1).map((record) => (
                <NamedTable key={record.document.document_id} record={record} />
              ))}
            </>
          )
        }}
      </Load>
    </>
  )
}

/** One country, or the list of countries. */
export const CountryView = (props: ViewProps): ComponentChild => {
  const [code] = props.route.parts
  const entry = props.entries.find((candidate) => candidate.code === code)
  if (entry) return <Country key={entry.code} entry={entry} {...props} />
  return <CountryList {...props} unknown={code !== undefined} />
}

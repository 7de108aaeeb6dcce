import type { ComponentChild } from 'preact'
import type { Section } from '../../../../schemas/sections.ts'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import type { Status } from '../../../../schemas/statuses.ts'
import { findSection, findStatus, MEASURE_PILLARS, nameSection, PILLAR_NAMES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { describeRegion, isInRegion } from '../model/regions.ts'
import { countStatuses, formatPercent, percentPresent } from '../model/shares.ts'
import { formatDate, plural } from '../model/text.ts'
import { ChartAt } from '../parts/chart-figure.tsx'
import { GroupingChoice, RegionChoice } from '../parts/choice.tsx'
import { Heading } from '../parts/heading.tsx'
import { SaveCells } from '../parts/save-rows.tsx'
import { LoadedCell } from '../parts/section-note.tsx'
import { StatusLabel, StatusMark } from '../parts/status-mark.tsx'
import { routeHref, setQuery } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** Lists of this many countries or fewer are shown unfolded. */
const MAX_UNFOLDED = 12

const IndicatorList = ({ entries }: { entries: readonly CountryEntry[] }): ComponentChild => (
  <div class="indicator-list">
    {MEASURE_PILLARS.map(({ pillar, sections }) => (
      <section key={pillar}>
        <h2>{PILLAR_NAMES[pillar]}</h2>
        <ul>
          {sections.map(({ code, indicator, name, definition }) => (
            <li key={code}>
              <a href={routeHref('indicator', [indicator])}>{name}</a>{' '}
              <span class="quiet-text">
                {code}, present in {formatPercent(percentPresent(entries, code))}
              </span>
              <br />
              {definition}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
)

interface StatusGroupProps {
  readonly status: Status
  readonly countries: readonly CountryEntry[]
  readonly code: string
  readonly unfolded: boolean
}

/** The countries with one status, each with its note to unfold. */
const StatusGroup = ({ status, countries, code, unfolded }: StatusGroupProps): ComponentChild => (
  <section id={`status-${status}`} class="status-group">
    <h3>
      <StatusMark status={status} /> {plural(countries.length, 'country', 'countries')}
    </h3>
    <div class="country-notes">
      {countries.map((entry) => (
        <details key={entry.code} class="country-note" open={unfolded}>
          <summary>
            {entry.name} <span class="quiet-text">{entry.latest.date?.slice(0, 4)}</span>
          </summary>
          <LoadedCell id={entry.latest.id} code={code} />
          <p class="meta">
            <a href={routeHref('country', [entry.code, nameSection(code)])}>All of {entry.name}</a>,{' '}
            {formatDate(entry.latest.date)}
          </p>
        </details>
      ))}
    </div>
  </section>
)

type ListProps = ViewProps & { readonly section: Section }

/** The countries of an indicator, filtered by region and status. */
const CountryList = ({ route, entries, section }: ListProps): ComponentChild => {
  const region = route.query['region'] ?? ''
  const wanted = route.query['status'] ?? ''
  const inRegion = entries.filter((entry) => isInRegion(entry, region))
  const counts = countStatuses(inRegion, section.code)
  const shown = counts
    .filter(({ status }) => wanted === '' || status === wanted)
    .map(({ status }) => ({
      status,
      countries: inRegion.filter(({ latest }) => findStatus(latest, section.code) === status),
    }))
  const countries = shown.flatMap((group) => group.countries)
  const choices = [
    section.name,
    ...shown.filter(() => wanted !== '').map(({ status }) => STATUS_APPEARANCE[status].label),
    ...(region === '' ? [] : [describeRegion(region)]),
  ]
  return (
    <>
      <h2 id="countries" tabIndex={-1}>
        Countries
      </h2>
      <div class="controls">
        <RegionChoice value={region} />
        <ul class="jump-list" aria-label="Statuses">
          <li>
            <button type="button" aria-pressed={wanted === ''} onClick={() => setQuery({ status: '' })}>
              All {inRegion.length}
            </button>
          </li>
          {counts.map(({ status, count }) => (
            <li key={status}>
              <button
                type="button"
                class={`status ${status}`}
                aria-pressed={wanted === status}
                onClick={() => setQuery({ status: wanted === status ? '' : status })}
              >
                <StatusLabel status={status} /> {count}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <SaveCells
        title={choices.join(', ')}
        choices={[section.indicator, ...choices.slice(1)]}
        cells={countries.map(({ latest }) => ({ id: latest.id, code: section.code }))}
      />
      {countries.length === 0 && <p>No country matches.</p>}
      {shown.map((group) => (
        <StatusGroup
          key={`${group.status} ${region} ${wanted}`}
          {...group}
          code={section.code}
          unfolded={countries.length <= MAX_UNFOLDED}
        />
      ))}
    </>
  )
}

const Indicator = (props: ListProps): ComponentChild => {
  const { section } = props
  const { by = '' } = props.route.query
  return (
    <>
      <Heading title={section.name} />
      <p class="lead">
        <strong>Present</strong> means: {section.definition}
      </p>
      <p class="meta">
        {PILLAR_NAMES[section.pillar]}, section {section.code} of the profiles.{' '}
        <button type="button" class="link" onClick={() => document.getElementById('countries')?.focus()}>
          List of countries
        </button>
        , <a href={routeHref('matrix', [], { sort: section.indicator })}>sorted in the matrix</a>
      </p>
      <div class="chart-pair">
        <ChartAt parts={['regions', section.indicator]} query={{ by }}>
          <GroupingChoice value={by} />
        </ChartAt>
        <ChartAt parts={['map', section.indicator]} isFarDown />
      </div>
      <CountryList {...props} />
    </>
  )
}

/** One indicator across all countries, or the list of indicators. */
export const IndicatorView = (props: ViewProps): ComponentChild => {
  const { route, entries } = props
  const section = findSection(route.parts[0])
  if (section?.unit === null) {
    return <Indicator key={section.code} {...props} section={section} />
  }
  return (
    <>
      <Heading title="Indicators" />
      {route.parts[0] !== undefined && <p>No indicator has this name.</p>}
      <IndicatorList entries={entries} />
    </>
  )
}

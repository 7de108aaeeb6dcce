import type { ComponentChild } from 'preact'
import { SECTIONS } from '../../../../schemas/sections.ts'
import { loadRecords } from '../data/page-data.ts'
import { FIGURES, findStatus, MEASURE_PILLARS, PILLAR_NAMES, presentCount } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { formatFigure } from '../model/format.ts'
import { pickSection, type Records } from '../model/records.ts'
import { ChartAt } from '../parts/chart-figure.tsx'
import { Choice, GroupingChoice } from '../parts/choice.tsx'
import { CountryPicker } from '../parts/country-picker.tsx'
import { Heading } from '../parts/heading.tsx'
import { SaveCells } from '../parts/save-rows.tsx'
import { SectionNote } from '../parts/section-note.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { type Query, routeHref } from '../route/route.ts'
import { parseSelection } from '../route/selection.ts'
import { setQuery } from '../route/use-route.ts'
import type { ViewProps } from './view-props.ts'

const MAX_COMPARED = 5

const PILLAR_CHOICES = [
  { value: '', label: 'All measures' },
  ...MEASURE_PILLARS.map(({ pillar }) => ({ value: pillar, label: PILLAR_NAMES[pillar] })),
]

/** One measure of the countries compared; unfolds to their notes. */
const MeasureRow = ({
  code,
  name,
  chosen,
  records,
}: {
  code: string
  name: string
  chosen: readonly CountryEntry[]
  records: Records | null
}): ComponentChild => (
  <details class="compared">
    <summary>
      <span class="compared-name">{name}</span>
      <span class="compared-cells">
        {chosen.map(({ code: country, name: countryName, latest }) => (
          <span key={country}>
            <span class="hidden">{countryName}: </span>
            <StatusMark status={findStatus(latest, code)} />
          </span>
        ))}
      </span>
    </summary>
    <div class="compared-notes">
      {chosen.map((entry) => {
        const record = records?.get(entry.latest.id)
        const section = pickSection(record, code)
        return (
          <div key={entry.code}>
            <h4>{entry.name}</h4>
            {record && section && <SectionNote record={record} section={section} />}
          </div>
        )
      })}
    </div>
  </details>
)

const Figures = ({ chosen }: { chosen: readonly CountryEntry[] }): ComponentChild =>
  FIGURES.map(({ code, name, unit }) => (
    <div key={code} class="compared">
      <span class="compared-name">{name}</span>
      <span class="compared-cells">
        {chosen.map(({ code: country, latest }) => {
          const value = latest.figures[code] ?? null
          return <span key={country}>{value === null ? 'not given' : formatFigure(value, unit)}</span>
        })}
      </span>
    </div>
  ))

/** Countries side by side, measure by measure. */
const SideBySide = ({
  chosen,
  summary,
}: { chosen: readonly CountryEntry[] } & Pick<ViewProps, 'summary'>): ComponentChild => {
  const ids = chosen.map(({ latest }) => latest.id)
  const loaded = useLoaded(ids.join(), () => loadRecords(summary, ids))
  const names = chosen.map(({ name }) => name)
  return (
    <section class={`side-by-side of-${chosen.length}`} aria-labelledby="side-by-side">
      <h2 id="side-by-side" class="hidden">
        Side by side
      </h2>
      <div class="compared compared-head">
        <span class="compared-name" />
        <span class="compared-cells">
          {chosen.map(({ code, name, latest }) => (
            <span key={code}>
              <a href={routeHref('country', [code])}>{name}</a>
              <br />
              <span class="quiet-text">
                {presentCount(latest)} present, {latest.date?.slice(0, 4)}
              </span>
            </span>
          ))}
        </span>
      </div>
      <Figures chosen={chosen} />
      {MEASURE_PILLARS.map(({ pillar, sections }) => (
        <section key={pillar}>
          <h3>{PILLAR_NAMES[pillar]}</h3>
          {sections.map(({ code, name }) => (
            <MeasureRow key={code} code={code} name={name} chosen={chosen} records={loaded.value} />
          ))}
        </section>
      ))}
      <SaveCells
        title={`${names.join(', ')} compared`}
        choices={['compare', ...names]}
        cells={ids.flatMap((id) => SECTIONS.map(({ code }) => ({ id, code })))}
      />
    </section>
  )
}

/** The charts of all countries. */
const AllCountries = ({ pillar = '', by = '' }: Query): ComponentChild => {
  const choosePillar = (
    <Choice
      label="Measures"
      value={pillar}
      options={PILLAR_CHOICES}
      onChoose={(chosen) => setQuery({ pillar: chosen })}
    />
  )
  return (
    <>
      <h2>All countries</h2>
      <ChartAt
        parts={['scatter']}
        query={{ pillar }}
        level={3}
        tableBeside="Countries, furthest above the line first"
      >
        {choosePillar}
      </ChartAt>
      <ChartAt parts={['histogram']} query={{ pillar }} level={3} isFarDown>
        {choosePillar}
      </ChartAt>
      <ChartAt parts={['pillars']} query={{ by }} level={3} isFarDown>
        <GroupingChoice value={by} />
      </ChartAt>
    </>
  )
}

/** What of an address could not be compared. */
const Omitted = ({ unknown, known }: { unknown: readonly string[]; known: number }): ComponentChild => (
  <>
    {unknown.length > 0 && <p role="alert">No country of the release has the code {unknown.join(' or ')}.</p>}
    {known > MAX_COMPARED && (
      <p role="alert">
        Only the first {MAX_COMPARED} of {known} countries are shown.
      </p>
    )}
  </>
)

/** Two to five countries side by side, and charts of all countries. */
export const CompareView = ({ route, summary, entries }: ViewProps): ComponentChild => {
  const codes = [...new Set(parseSelection(route.query).countries)]
  const known = codes.flatMap((code) => entries.find((entry) => entry.code === code) ?? [])
  const chosen = known.slice(0, MAX_COMPARED)
  const chosenCodes = chosen.map(({ code }) => code)
  return (
    <>
      <Heading title="Compare" />
      <p class="lead">Choose two to five countries; type names with commas between them, or tick them.</p>
      <CountryPicker chosen={chosenCodes} max={MAX_COMPARED} />
      <Omitted
        unknown={codes.filter((code) => known.every((entry) => entry.code !== code))}
        known={known.length}
      />
      {chosen.length > 0 && <SideBySide key={chosenCodes.join()} chosen={chosen} summary={summary} />}
      <AllCountries {...route.query} />
    </>
  )
}

import type { ComponentChild } from 'preact'
import { useMemo } from 'preact/hooks'
import { makeChart } from '../charts/make-chart.ts'
import { loadRecords, type Records } from '../data/page-data.ts'
import { FIGURES, findStatus, MEASURE_PILLARS, PILLAR_NAMES, presentCount } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { formatFigure } from '../model/format.ts'
import { indicatorRows } from '../model/row-set.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { Choice, GroupingChoice } from '../parts/choice.tsx'
import { CountryPicker } from '../parts/country-picker.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Heading } from '../parts/heading.tsx'
import { SaveRows } from '../parts/save-rows.tsx'
import { SectionNote } from '../parts/section-note.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { WhenSeen } from '../parts/use-screen.tsx'
import { type Query, routeHref } from '../route/route.ts'
import { parseSelection } from '../route/selection.ts'
import { go } from '../route/use-route.ts'
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
        const section = record?.sections.find((candidate) => candidate.code === code)
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
  const places = chosen.map(({ latest }) => summary.documents.indexOf(latest))
  const loaded = useLoaded(places.join(), () => loadRecords(summary, places))
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
      <SaveRows
        summary={summary}
        title={`${names.join(', ')} compared`}
        choices={['compare', ...names]}
        count={chosen.reduce((sum, { latest }) => sum + latest.statuses.length, 0)}
        load={async () => {
          const records = await loadRecords(summary, places)
          return indicatorRows(
            summary,
            chosen.flatMap(({ latest }) => records.get(latest.id)?.sections.map(({ row }) => row) ?? []),
          )
        }}
      />
    </section>
  )
}

/** The charts of all countries. */
const AllCountries = ({
  route,
  summary,
  entries,
  set,
}: ViewProps & { set: (query: Query) => void }): ComponentChild => {
  const pillar = route.query['pillar'] ?? ''
  const by = route.query['by'] ?? ''
  const scatter = useMemo(() => makeChart(['scatter'], { pillar }, entries), [pillar, entries])
  const histogram = useMemo(() => makeChart(['histogram'], { pillar }, entries), [pillar, entries])
  const pillars = useMemo(() => makeChart(['pillars'], { by }, entries), [by, entries])
  const choosePillar = (
    <Choice
      label="Measures"
      value={pillar}
      options={PILLAR_CHOICES}
      onChoose={(chosen) => set({ pillar: chosen })}
    />
  )
  return (
    <>
      <h2>All countries</h2>
      {scatter && (
        <div class="with-table">
          <ChartFigure chart={scatter} summary={summary} entries={entries} level={3}>
            {choosePillar}
          </ChartFigure>
          <DataTable data={scatter.data} caption="Countries, furthest above the line first" />
        </div>
      )}
      {histogram && (
        <WhenSeen>
          <ChartFigure chart={histogram} summary={summary} entries={entries} level={3}>
            {choosePillar}
          </ChartFigure>
        </WhenSeen>
      )}
      {pillars && (
        <WhenSeen>
          <ChartFigure chart={pillars} summary={summary} entries={entries} level={3}>
            <GroupingChoice entries={entries} value={by} onChoose={(chosen) => set({ by: chosen })} />
          </ChartFigure>
        </WhenSeen>
      )}
    </>
  )
}

/** Two to five countries side by side, and charts of all countries. */
export const CompareView = (props: ViewProps): ComponentChild => {
  const { route, summary, entries } = props
  const codes = [...new Set(parseSelection(route.query).countries)]
  const known = codes.flatMap((code) => entries.find((entry) => entry.code === code) ?? [])
  const chosen = known.slice(0, MAX_COMPARED)
  const unknown = codes.filter((code) => known.every((entry) => entry.code !== code))
  const set = (query: Query): void => go(routeHref('compare', [], { ...route.query, ...query }))
  return (
    <>
      <Heading title="Compare" />
      <p class="lead">Choose two to five countries; type names with commas between them, or tick them.</p>
      <CountryPicker
        entries={entries}
        chosen={chosen.map(({ code }) => code)}
        max={MAX_COMPARED}
        onChange={(countries) => set({ countries: countries.join(' ') })}
      />
      {unknown.length > 0 && (
        <p role="alert">No country of the release has the code {unknown.join(' or ')}.</p>
      )}
      {known.length > MAX_COMPARED && (
        <p role="alert">
          Only the first {MAX_COMPARED} of {known.length} countries are shown.
        </p>
      )}
      {chosen.length > 0 && (
        <SideBySide key={chosen.map(({ code }) => code).join()} chosen={chosen} summary={summary} />
      )}
      <AllCountries {...props} set={set} />
    </>
  )
}

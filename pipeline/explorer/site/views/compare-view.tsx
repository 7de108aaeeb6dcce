import type { ComponentChild } from 'preact'
import { SECTIONS, type Section } from '../../../../schemas/sections.ts'
import { FIGURES, findStatus, MEASURE_PILLARS, PILLAR_NAMES, presentCount } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { formatFigure } from '../model/text.ts'
import { ChartAt } from '../parts/chart-figure.tsx'
import { Choice, GroupingChoice } from '../parts/choice.tsx'
import { CountryPicker } from '../parts/country-picker.tsx'
import { Heading } from '../parts/heading.tsx'
import { SaveCells } from '../parts/save-rows.tsx'
import { LoadedCell } from '../parts/section-note.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { type Query, routeHref, setQuery } from '../route/route.ts'
import { parseSelection } from '../route/selection.ts'
import type { ViewProps } from './view-props.ts'

const MAX_COMPARED = 5

const PILLAR_CHOICES = [
  { value: '', label: 'All measures' },
  ...MEASURE_PILLARS.map(({ pillar }) => ({ value: pillar, label: PILLAR_NAMES[pillar] })),
]

/** A name, and something of each country compared. */
const Row = ({ name, cells }: { name: string; cells: readonly ComponentChild[] }): ComponentChild => (
  <>
    <span class="compared-name">{name}</span>
    <span class="compared-cells">
      {cells.map((cell) => (
        <span>{cell}</span>
      ))}
    </span>
  </>
)

interface MeasureProps {
  readonly section: Section
  readonly chosen: readonly CountryEntry[]
}

/** One measure of the countries compared; unfolds to their notes. */
const MeasureRow = ({ section: { code, name }, chosen }: MeasureProps): ComponentChild => (
  <details class="compared">
    <summary>
      <Row
        name={name}
        cells={chosen.map((entry) => (
          <>
            <span class="hidden">{entry.name}: </span>
            <StatusMark status={findStatus(entry.latest, code)} />
          </>
        ))}
      />
    </summary>
    <div class="compared-notes">
      {chosen.map((entry) => (
        <div key={entry.code}>
          <h4>{entry.name}</h4>
          <LoadedCell id={entry.latest.id} code={code} />
        </div>
      ))}
    </div>
  </details>
)

/** Countries side by side, measure by measure. */
const SideBySide = ({ chosen }: { chosen: readonly CountryEntry[] }): ComponentChild => {
  const ids = chosen.map(({ latest }) => latest.id)
  const names = chosen.map(({ name }) => name)
  return (
    <section class={`side-by-side of-${chosen.length}`} aria-labelledby="side-by-side">
      <h2 id="side-by-side" class="hidden">
        Side by side
      </h2>
      <div class="compared compared-head">
        <Row
          name=""
          cells={chosen.map(({ code, name, latest }) => (
            <>
              <a href={routeHref('country', [code])}>{name}</a>
              <br />
              <span class="quiet-text">
                {presentCount(latest)} present, {latest.date?.slice(0, 4)}
              </span>
            </>
          ))}
        />
      </div>
      {FIGURES.map(({ code, name, unit }) => (
        <div key={code} class="compared">
          <Row
            name={name}
            cells={chosen.map(({ latest }) => formatFigure(latest.figures[code] ?? null, unit))}
          />
        </div>
      ))}
      {MEASURE_PILLARS.map(({ pillar, sections }) => (
        <section key={pillar}>
          <h3>{PILLAR_NAMES[pillar]}</h3>
          {sections.map((section) => (
            <MeasureRow key={section.code} section={section} chosen={chosen} />
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

/** Two to five countries side by side, and charts of all countries. */
export const CompareView = ({ route, entries }: ViewProps): ComponentChild => {
  const codes = [...new Set(parseSelection(route.query).countries)]
  const known = codes.flatMap((code) => entries.find((entry) => entry.code === code) ?? [])
  const chosen = known.slice(0, MAX_COMPARED)
  const unknown = codes.filter((code) => known.every((entry) => entry.code !== code))
  const chosenCodes = chosen.map(({ code }) => code)
  return (
    <>
      <Heading title="Compare" />
      <p class="lead">Choose two to five countries; type names with commas between them, or tick them.</p>
      <CountryPicker chosen={chosenCodes} max={MAX_COMPARED} />
      {unknown.length > 0 && (
        <p role="alert">No country of the release has the code {unknown.join(' or ')}.</p>
      )}
      {known.length > MAX_COMPARED && (
        <p role="alert">{`Only the first ${MAX_COMPARED} of ${known.length} countries are shown.`}</p>
      )}
      {chosen.length > 0 && <SideBySide key={chosenCodes.join()} chosen={chosen} />}
      <AllCountries {...route.query} />
    </>
  )
}

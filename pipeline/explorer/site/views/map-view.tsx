import type { ComponentChild } from 'preact'
import { sectionByCode } from '../../../../schemas/sections.ts'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../../schemas/statuses.ts'
import { pageData } from '../data/page-data.ts'
import { MEASURES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { COUNT_STEPS, type MapClass, mapClass } from '../model/map-class.ts'
import { Choice } from '../parts/choice.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Folded } from '../parts/folded.tsx'
import { Heading } from '../parts/heading.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { useSelection } from '../parts/use-selection.ts'
import { Waiting } from '../parts/waiting.tsx'
import { WorldMapPicture } from '../parts/world-map-picture.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const SHOWN = [
  { value: '', label: 'Number of measures present' },
  ...MEASURES.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
]

/** Land that the release, or the selection, has no profile of. */
const NO_PROFILE: MapClass = { name: 'none', label: 'No profile here', mark: '' }

const classLabels = (section: string): readonly MapClass[] =>
  section === ''
    ? COUNT_STEPS
    : STATUSES.filter((status) => status !== 'reported').map((status) => ({
        name: status,
        label: STATUS_APPEARANCE[status].label,
        mark: STATUS_APPEARANCE[status].mark,
      }))

const Swatch = ({ shown }: { shown: MapClass }): ComponentChild => (
  <>
    <svg class="swatch" viewBox="0 0 24 16" aria-hidden="true">
      <rect class={`place ${shown.name}`} width="24" height="16" />
    </svg>
    {shown.mark !== '' && <span aria-hidden="true">{shown.mark}</span>} {shown.label}
  </>
)

const ClassTable = ({
  classes,
  classOf,
  countries,
  section,
}: {
  classes: readonly MapClass[]
  classOf: (entry: CountryEntry) => MapClass
  countries: readonly CountryEntry[]
  section: string
}): ComponentChild => (
  <div class="scroller">
    <table class="map-table">
      <caption>The same as a table</caption>
      <thead>
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Number</th>
          <th scope="col">Countries</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((shown) => {
          const members = countries.filter((entry) => classOf(entry).name === shown.name)
          return (
            <tr key={shown.name}>
              <th scope="row">
                <Swatch shown={shown} />
              </th>
              <td class="number">{members.length}</td>
              <td>
                <ul class="inline">
                  {members.map(({ code, name }) => (
                    <li key={code}>
                      <a href={routeHref('country', section === '' ? [code] : [code, section])}>{name}</a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)

/** The world by the status of a section, or by the number of measures that are present. */
export const MapView = ({ route, summary, entries }: ViewProps): ComponentChild => {
  const world = useLoaded('world', () => pageData.load('world'))
  const { selection, selected, typed, chosen, set } = useSelection(route, summary, entries)
  const section = sectionByCode(route.query['show'] ?? '')?.code ?? ''
  const classOf = (entry: CountryEntry): MapClass => mapClass(entry, section)
  return (
    <>
      <Heading title="Map" />
      <Folded label="Filter">
        <FilterBar
          selection={selection}
          entries={entries}
          shown={selected.length}
          typed={typed}
          chosen={chosen}
        />
      </Folded>
      <div class="controls">
        <Choice label="Colour by" value={section} options={SHOWN} onChoose={(show) => set({ show })} />
        {section !== '' && <a href={routeHref('section', [section])}>Read the answers</a>}
      </div>
      <ul class="inline legend" aria-label="Colours">
        {classLabels(section).map((shown) => (
          <li key={shown.name}>
            <Swatch shown={shown} />
          </li>
        ))}
        <li>
          <Swatch shown={NO_PROFILE} />
        </li>
      </ul>
      {world.value === null ? (
        <Waiting loaded={world} />
      ) : (
        <WorldMapPicture
          world={world.value}
          countries={selected}
          classOf={classOf}
          section={section}
          at={route.query['at'] ?? ''}
          onMove={(at) => set({ at })}
        />
      )}
      <ClassTable classes={classLabels(section)} classOf={classOf} countries={selected} section={section} />
    </>
  )
}

import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import {
  findSection,
  findStatus,
  MEASURE_PILLARS,
  MEASURES,
  PILLAR_NAMES,
  presentCount,
} from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { GROUPINGS, type MatrixGroup, type MatrixOrder, matrixGroups } from '../model/matrix-groups.ts'
import { isSelectedCell } from '../model/select-countries.ts'
import { percentPresent } from '../model/shares.ts'
import { Choice } from '../parts/choice.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Heading } from '../parts/heading.tsx'
import { enterGrid, moveInGrid } from '../parts/roving-grid.ts'
import { SaveCells } from '../parts/save-rows.tsx'
import { useSelection } from '../parts/use-selection.ts'
import { type Query, routeHref, setQuery } from '../route/route.ts'
import { describeSelection } from '../route/selection.ts'
import type { ViewProps } from './view-props.ts'

const parseOrder = (query: Query): MatrixOrder => ({
  sort: findSection(query['sort'])?.indicator ?? query['sort'] ?? 'name',
  descending: query['desc'] !== undefined,
  group: GROUPINGS.find((group) => group === query['group']) ?? 'none',
})

const SORTS = [
  { value: 'name', label: 'Name' },
  { value: 'region', label: 'Region' },
  { value: 'date', label: 'Date' },
  { value: 'present', label: 'Measures present' },
  ...MEASURE_PILLARS.map(({ pillar }) => ({ value: pillar, label: PILLAR_NAMES[pillar] })),
  ...MEASURES.map(({ indicator, name }) => ({ value: indicator, label: name })),
]

const GROUPS = [
  { value: 'none', label: 'None' },
  { value: 'region', label: 'UN region' },
  { value: 'itu', label: 'ITU region' },
  { value: 'year', label: 'Year' },
]

/** Whether a cell is among what was looked for; the others are faded. */
type IsWanted = (entry: CountryEntry, code: string) => boolean

interface SortHeadingProps {
  readonly sort: string
  readonly label: string
  readonly upright?: boolean
  readonly order: MatrixOrder
}

const SortHeading = ({ sort, label, upright = false, order }: SortHeadingProps): ComponentChild => {
  const isSorted = order.sort === sort
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : undefined}
      class={upright ? 'upright' : undefined}
    >
      <button
        type="button"
        onClick={() => setQuery({ sort, desc: isSorted && !order.descending ? '1' : '' })}
      >
        <span>{label}</span>
      </button>
    </th>
  )
}

const HeadRows = (props: { order: MatrixOrder }): ComponentChild => (
  <thead>
    <tr class="pillars">
      <td colSpan={3} />
      {MEASURE_PILLARS.map(({ pillar, sections }) => (
        <th key={pillar} scope="colgroup" colSpan={sections.length}>
          {PILLAR_NAMES[pillar]}
        </th>
      ))}
    </tr>
    <tr>
      <SortHeading sort="name" label="Country" {...props} />
      <SortHeading sort="date" label="Date" {...props} />
      <SortHeading sort="present" label="Present" {...props} />
      {MEASURES.map(({ indicator, name }) => (
        <SortHeading key={indicator} sort={indicator} label={name} upright {...props} />
      ))}
    </tr>
  </thead>
)

const GroupRow = ({ heading, rows }: MatrixGroup): ComponentChild => (
  <tr class="group">
    <th scope="rowgroup" colSpan={3}>
      <span>
        {heading} ({rows.length}), present in per cent
      </span>
    </th>
    {MEASURES.map(({ code }) => (
      <td key={code} class="total">
        {Math.round(percentPresent(rows, code))}
      </td>
    ))}
  </tr>
)

interface CountryRowProps {
  readonly entry: CountryEntry
  readonly isWanted: IsWanted
  readonly isFirst: boolean
}

const CountryRow = ({ entry, isWanted, isFirst }: CountryRowProps): ComponentChild => {
  const country = routeHref('country', [entry.code])
  return (
    <tr>
      <th scope="row">
        <a tabIndex={isFirst ? 0 : -1} href={country}>
          {entry.name}
        </a>
      </th>
      <td class="date">{entry.latest.date ?? 'undated'}</td>
      <td class="number">{presentCount(entry.latest)}</td>
      {MEASURES.map(({ code, indicator }) => {
        const status = findStatus(entry.latest, code)
        const { mark, label } = STATUS_APPEARANCE[status]
        return (
          <td key={code} class={isWanted(entry, code) ? `cell ${status}` : 'cell dim'}>
            <a tabIndex={-1} href={`${country}/${indicator}`} aria-label={label}>
              {mark}
            </a>
          </td>
        )
      })}
    </tr>
  )
}

/** Countries by indicators, coloured by status. */
export const MatrixView = ({ route }: ViewProps): ComponentChild => {
  const { selection, selected, found } = useSelection(route.query)
  const order = parseOrder(route.query)
  const isWanted: IsWanted = (entry, code) => isSelectedCell(entry, code, selection, found)
  const wanted = selected.flatMap((entry) =>
    MEASURES.filter(({ code }) => isWanted(entry, code)).map(({ code }) => ({ id: entry.latest.id, code })),
  )
  const described = describeSelection(selection)
  return (
    <>
      <Heading title="Matrix" />
      <p class="lead">
        What the latest profile of each country says of each measure. Click a cell to read it; the arrow keys
        move between cells.
      </p>
      <FilterBar label="Filter, sort and group" selection={selection} shown={selected.length}>
        <div class="controls">
          <Choice
            label="Sort by"
            value={order.sort}
            options={SORTS}
            onChoose={(sort) => setQuery({ sort, desc: '' })}
          />
          <label class="choice">
            <input
              type="checkbox"
              checked={order.descending}
              onChange={(event) => setQuery({ desc: event.currentTarget.checked ? '1' : '' })}
            />{' '}
            Descending
          </label>
          <Choice
            label="Group by"
            value={order.group}
            options={GROUPS}
            onChoose={(group) => setQuery({ group })}
          />
        </div>
      </FilterBar>
      <SaveCells
        title={['Matrix', ...described].join(', ')}
        choices={described.length === 0 ? ['matrix'] : described}
        cells={wanted}
      />
      {selected.length === 0 ? (
        <p>No country matches. Choose fewer filters.</p>
      ) : (
        <div class="scroller">
          <table
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid by the ARIA practices
            role="grid"
            class="matrix"
            aria-label="Statuses by country and indicator"
            onKeyDown={moveInGrid}
            onFocusIn={enterGrid}
          >
            <HeadRows order={order} />
            {matrixGroups(selected, order).map(({ heading, rows }, place) => (
              <tbody key={heading ?? ''}>
                {heading !== null && <GroupRow heading={heading} rows={rows} />}
                {rows.map((entry, index) => (
                  <CountryRow
                    key={entry.code}
                    entry={entry}
                    isWanted={isWanted}
                    isFirst={place === 0 && index === 0}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </>
  )
}

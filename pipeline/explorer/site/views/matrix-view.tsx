import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import type { Summary } from '../../data/explorer-data.ts'
import { loadAllRecords } from '../data/page-data.ts'
import { MEASURE_PILLARS, MEASURES, PILLAR_NAMES, presentCount, statusOf } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import {
  firstRows,
  GROUPINGS,
  type Grouping,
  type MatrixGroup,
  type MatrixOrder,
  matrixGroups,
} from '../model/matrix-groups.ts'
import { indicatorRows, type RowSet } from '../model/row-set.ts'
import { isSelectedCell } from '../model/select-countries.ts'
import { countPresent, formatPercent, percentOf, presentShare } from '../model/shares.ts'
import { Choice } from '../parts/choice.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Folded } from '../parts/folded.tsx'
import { Heading } from '../parts/heading.tsx'
import { enterGrid, moveInGrid } from '../parts/roving-grid.ts'
import { SaveRows } from '../parts/save-rows.tsx'
import { useGrowing } from '../parts/use-growing.ts'
import { type Selecting, useSelection } from '../parts/use-selection.ts'
import { type Query, routeHref } from '../route/route.ts'
import { describeSelection, selectsAll } from '../route/selection.ts'
import type { ViewProps } from './view-props.ts'

const isGrouping = (name: string | undefined): name is Grouping => GROUPINGS.some((group) => group === name)

const orderOf = (query: Query): MatrixOrder => ({
  sort: query['sort'] ?? 'name',
  descending: query['desc'] !== undefined,
  group: isGrouping(query['group']) ? query['group'] : 'none',
})

const SORTS = [
  { value: 'name', label: 'Name' },
  { value: 'region', label: 'Region' },
  { value: 'date', label: 'Date' },
  { value: 'present', label: 'Measures present' },
  ...MEASURE_PILLARS.map(({ pillar }) => ({ value: pillar, label: PILLAR_NAMES[pillar] })),
  ...MEASURES.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
]

const GROUPS = [
  { value: 'none', label: 'None' },
  { value: 'region', label: 'UN region' },
  { value: 'itu', label: 'ITU region' },
  { value: 'year', label: 'Year' },
]

const COLUMNS = [
  { value: '', label: 'Indicators' },
  { value: 'pillars', label: 'Pillars' },
]

/** Whether a cell is faded because it is not what was looked for. */
type IsDim = (entry: CountryEntry, code: string) => boolean

const dimming =
  ({ selection, found }: Selecting): IsDim =>
  (entry, code) =>
    !isSelectedCell(entry, code, selection, found)

/** The rows of the cells that are not faded. */
const loadShownRows = async (
  summary: Summary,
  selected: readonly CountryEntry[],
  isDim: IsDim,
): Promise<RowSet> => {
  const records = await loadAllRecords(summary)
  return indicatorRows(
    summary,
    selected.flatMap((entry) =>
      (records.get(entry.latest.id)?.sections ?? []).flatMap(({ code, row }) =>
        MEASURES.some((measure) => measure.code === code) && !isDim(entry, code) ? [row] : [],
      ),
    ),
  )
}

const countShown = (selected: readonly CountryEntry[], isDim: IsDim): number =>
  selected.reduce((sum, entry) => sum + MEASURES.filter(({ code }) => !isDim(entry, code)).length, 0)

/** What a group of countries has in common, column by column. */
const TotalCells = ({
  rows,
  byPillar,
}: {
  rows: readonly CountryEntry[]
  byPillar: boolean
}): ComponentChild =>
  byPillar
    ? MEASURE_PILLARS.map(({ pillar, sections }) => (
        <td key={pillar} class="total">
          {formatPercent(presentShare(rows, sections))}
        </td>
      ))
    : MEASURES.map(({ code }) => (
        <td key={code} class="total">
          {Math.round(percentOf(countPresent(rows, code), rows.length))}
        </td>
      ))

const SectionCells = ({ entry, isDim }: { entry: CountryEntry; isDim: IsDim }): ComponentChild => {
  const country = routeHref('country', [entry.code])
  return MEASURES.map(({ code }) => {
    const status = statusOf(entry.latest, code)
    const { mark, label } = STATUS_APPEARANCE[status]
    return (
      <td key={code} class={isDim(entry, code) ? `${status} dim` : status}>
        <a tabIndex={-1} href={`${country}/${code}`} aria-label={label}>
          {mark}
        </a>
      </td>
    )
  })
}

const PillarCells = ({ entry }: { entry: CountryEntry }): ComponentChild =>
  MEASURE_PILLARS.map(({ pillar, sections }) => {
    const present = presentCount(entry.latest, sections)
    return (
      <td key={pillar} class="share">
        <a tabIndex={-1} href={routeHref('country', [entry.code, sections[0]?.code ?? ''])}>
          <meter min={0} max={sections.length} value={present} aria-hidden="true" />
          <span>
            {present}
            <span class="of"> of {sections.length}</span>
          </span>
        </a>
      </td>
    )
  })

const ariaSort = (order: MatrixOrder, sort: string): 'ascending' | 'descending' | undefined =>
  order.sort === sort ? (order.descending ? 'descending' : 'ascending') : undefined

const SortHeading = ({
  sort,
  label,
  title,
  order,
  set,
}: {
  sort: string
  label: string
  title?: string
  order: MatrixOrder
  set: (query: Query) => void
}): ComponentChild => {
  const turn = order.sort === sort && !order.descending
  return (
    <th scope="col" aria-sort={ariaSort(order, sort)} class={`col-${sort.replaceAll('.', '-')}`}>
      <button type="button" title={title ?? label} onClick={() => set({ sort, desc: turn ? '1' : '' })}>
        <span>{label}</span>
      </button>
    </th>
  )
}

const HeadRows = ({
  byPillar,
  order,
  set,
}: {
  byPillar: boolean
  order: MatrixOrder
  set: (query: Query) => void
}): ComponentChild => (
  <thead>
    {!byPillar && (
      <tr class="pillars">
        <td colSpan={3} />
        {MEASURE_PILLARS.map(({ pillar, sections }) => (
          <th key={pillar} scope="colgroup" colSpan={sections.length}>
            {PILLAR_NAMES[pillar]}
          </th>
        ))}
      </tr>
    )}
    <tr>
      <SortHeading sort="name" label="Country" order={order} set={set} />
      <SortHeading sort="date" label="Date" order={order} set={set} />
      <SortHeading sort="present" label="Present" title="Measures present" order={order} set={set} />
      {byPillar
        ? MEASURE_PILLARS.map(({ pillar }) => (
            <SortHeading key={pillar} sort={pillar} label={PILLAR_NAMES[pillar]} order={order} set={set} />
          ))
        : MEASURES.map(({ code, name }) => (
            <SortHeading key={code} sort={code} label={`${code} ${name}`} order={order} set={set} />
          ))}
    </tr>
  </thead>
)

const MatrixTable = ({
  groups,
  byPillar,
  isDim,
  order,
  set,
}: {
  groups: readonly MatrixGroup[]
  byPillar: boolean
  isDim: IsDim
  order: MatrixOrder
  set: (query: Query) => void
}): ComponentChild => (
  <div class="scroller">
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid by the ARIA practices
      role="grid"
      class={byPillar ? 'matrix by-pillar' : 'matrix'}
      aria-label="Statuses by country and section"
      onKeyDown={moveInGrid}
      onFocusIn={enterGrid}
    >
      <HeadRows byPillar={byPillar} order={order} set={set} />
      {groups.map(({ heading, rows, all }, place) => (
        <tbody key={heading ?? ''}>
          {heading !== null && (
            <tr class="group">
              <th scope="rowgroup" colSpan={3}>
                <span>
                  {heading} ({all.length}), present in per cent
                </span>
              </th>
              <TotalCells rows={all} byPillar={byPillar} />
            </tr>
          )}
          {rows.map((entry, index) => (
            <tr key={entry.code}>
              <th scope="row">
                <a tabIndex={place === 0 && index === 0 ? 0 : -1} href={routeHref('country', [entry.code])}>
                  {entry.name}
                </a>
              </th>
              <td class="date">{entry.latest.date ?? 'undated'}</td>
              <td class="number">{presentCount(entry.latest)}</td>
              {byPillar ? <PillarCells entry={entry} /> : <SectionCells entry={entry} isDim={isDim} />}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </div>
)

/** Countries by sections, coloured by status. */
export const MatrixView = ({ route, summary, entries }: ViewProps): ComponentChild => {
  const selecting = useSelection(route, summary, entries)
  const { selection, selected, typed, chosen, set } = selecting
  const order = orderOf(route.query)
  const byPillar = route.query['columns'] === 'pillars'
  const count = useGrowing()
  const isDim = dimming(selecting)
  const shown = countShown(selected, isDim)
  return (
    <>
      <Heading title="Matrix" />
      <p class="lead">
        What the latest profile of each country says of each measure. Click a cell to read it; the arrow keys
        move between cells.
      </p>
      <Folded label="Filter, sort and group">
        <FilterBar
          selection={selection}
          entries={entries}
          shown={selected.length}
          hasNotes={summary.hasNotes}
          typed={typed}
          chosen={chosen}
        />
        <div class="controls">
          <Choice
            label="Sort by"
            value={order.sort}
            options={SORTS}
            onChoose={(sort) => set({ sort, desc: '' })}
          />
          <label class="choice">
            <input
              type="checkbox"
              checked={order.descending}
              onChange={(event) => set({ desc: event.currentTarget.checked ? '1' : '' })}
            />{' '}
            Descending
          </label>
          <Choice
            label="Group by"
            value={order.group}
            options={GROUPS}
            onChoose={(group) => set({ group })}
          />
          <Choice
            label="Columns"
            value={byPillar ? 'pillars' : ''}
            options={COLUMNS}
            onChoose={(columns) => set({ columns })}
          />
        </div>
      </Folded>
      <SaveRows
        summary={summary}
        title={['Matrix', ...describeSelection(selection)].join(', ')}
        choices={selectsAll(selection) ? ['matrix'] : describeSelection(selection)}
        count={shown}
        load={() => loadShownRows(summary, selected, isDim)}
      />
      {selected.length === 0 ? (
        <p>No country matches. Choose fewer filters.</p>
      ) : (
        <MatrixTable
          groups={firstRows(matrixGroups(selected, order), count)}
          byPillar={byPillar}
          isDim={isDim}
          order={order}
          set={set}
        />
      )}
    </>
  )
}

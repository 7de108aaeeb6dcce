import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import { MEASURES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { plural } from '../model/format.ts'
import { availableSets, listRegions, REGION_SET_NAMES, regionKey } from '../model/regions.ts'
import { EVERYTHING, type Selection, selectsAll } from '../route/selection.ts'
import { Choice } from './choice.tsx'
import { CountryPicker } from './country-picker.tsx'

/** Statuses that measures can have; `reported` is for background figures. */
const MEASURE_STATUSES = STATUSES.filter((status) => status !== 'reported')

const StatusBox = ({
  status,
  chosen,
  toggle,
}: {
  status: Status
  chosen: boolean
  toggle: () => void
}): ComponentChild => (
  <label class={`status ${status}`}>
    <input type="checkbox" checked={chosen} onChange={toggle} />
    <span aria-hidden="true">{STATUS_APPEARANCE[status].mark}</span> {STATUS_APPEARANCE[status].label}
  </label>
)

/** A region of the UN or the ITU to choose. */
export const RegionChoice = ({
  entries,
  value,
  onChoose,
}: {
  entries: readonly CountryEntry[]
  value: string
  onChoose: (region: string) => void
}): ComponentChild => {
  const sets = availableSets(entries)
  if (sets.length === 0) return null
  return (
    <label class="choice">
      Region{' '}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">All</option>
        {sets.map((set) => (
          <optgroup key={set} label={`${REGION_SET_NAMES[set]}s`}>
            {listRegions(entries, set).map((name) => (
              <option key={name} value={regionKey(name, set)}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

interface Props {
  readonly selection: Selection
  readonly entries: readonly CountryEntry[]
  /** How many countries are shown. */
  readonly shown: number
  /** Whether the release holds words to search for. */
  readonly hasNotes: boolean
  /** Called while a person types. */
  readonly typed: (selection: Selection) => void
  /** Called otherwise. */
  readonly chosen: (selection: Selection) => void
}

/** What the views of many countries are filtered by. */
export const FilterBar = ({ selection, entries, shown, hasNotes, typed, chosen }: Props): ComponentChild => {
  const toggled = (status: Status): readonly Status[] =>
    selection.statuses.includes(status)
      ? selection.statuses.filter((other) => other !== status)
      : [...selection.statuses, status]
  const countries = plural(entries.length, 'country', 'countries')
  return (
    <search class="filters" aria-label="Filter">
      <label>
        {hasNotes ? 'Words' : 'Country, indicator or name'}{' '}
        <input
          type="search"
          value={selection.text}
          onInput={(event) => typed({ ...selection, text: event.currentTarget.value })}
        />
      </label>
      <RegionChoice
        entries={entries}
        value={selection.region}
        onChoose={(region) => chosen({ ...selection, region })}
      />
      <Choice
        label="Indicator"
        value={selection.section}
        options={[
          { value: '', label: 'Any' },
          ...MEASURES.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChoose={(section) => chosen({ ...selection, section })}
      />
      <fieldset>
        <legend>Status</legend>
        {MEASURE_STATUSES.map((status) => (
          <StatusBox
            key={status}
            status={status}
            chosen={selection.statuses.includes(status)}
            toggle={() => chosen({ ...selection, statuses: toggled(status) })}
          />
        ))}
      </fieldset>
      <details class="more-filters" open={selection.countries.length > 0}>
        <summary>Choose countries</summary>
        <CountryPicker
          entries={entries}
          chosen={selection.countries}
          onChange={(countries) => chosen({ ...selection, countries })}
        />
      </details>
      <span role="status" class="shown">
        {shown === entries.length ? countries : `${shown} of ${countries}`}
      </span>
      {!selectsAll(selection) && (
        <button type="button" onClick={() => chosen(EVERYTHING)}>
          Show all
        </button>
      )}
    </search>
  )
}

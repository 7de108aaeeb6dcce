import type { ComponentChild, ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import { MEASURES } from '../model/catalogue.ts'
import { plural } from '../model/text.ts'
import { setQuery, typeQuery } from '../route/route.ts'
import { EVERYTHING, type Selection, selectionQuery } from '../route/selection.ts'
import { Choice, RegionChoice } from './choice.tsx'
import { CountryPicker } from './country-picker.tsx'
import { useRelease } from './release.ts'
import { StatusLabel } from './status-mark.tsx'

/** Statuses that measures can have; `reported` is for background figures. */
const MEASURE_STATUSES = STATUSES.filter((status) => status !== 'reported')

const INDICATORS = [
  { value: '', label: 'Any' },
  ...MEASURES.map(({ indicator, name }) => ({ value: indicator, label: name })),
]

/** Screens as wide as this have room for everything; the styles say the same. */
const WIDE = '(min-width: 40rem)'

const toggle = (statuses: readonly Status[], status: Status): void =>
  setQuery({
    status: (statuses.includes(status)
      ? statuses.filter((other) => other !== status)
      : [...statuses, status]
    ).join(' '),
  })

interface FilterBarProps {
  readonly label: string
  readonly selection: Selection
  /** How many countries are shown. */
  readonly shown: number
  /** More controls. */
  readonly children?: ComponentChildren
}

/** What the views of many countries are filtered by; a small screen folds it, so that the countries are seen first. */
export const FilterBar = ({ label, selection, shown, children }: FilterBarProps): ComponentChild => {
  const { summary, entries } = useRelease()
  const [open] = useState(() => matchMedia(WIDE).matches)
  const countries = plural(entries.length, 'country', 'countries')
  return (
    <details class="folded" open={open}>
      <summary>{label}</summary>
      <search class="filters" aria-label="Filter">
        <label>
          {summary.hasNotes ? 'Words' : 'Country, indicator or name'}{' '}
          <input
            type="search"
            value={selection.text}
            onInput={(event) => typeQuery({ text: event.currentTarget.value })}
          />
        </label>
        <RegionChoice value={selection.region} />
        <Choice
          label="Indicator"
          value={selectionQuery(selection)['in'] ?? ''}
          options={INDICATORS}
          onChoose={(indicator) => setQuery({ in: indicator })}
        />
        <fieldset>
          <legend>Status</legend>
          {MEASURE_STATUSES.map((status) => (
            <label key={status} class={`status ${status}`}>
              <input
                type="checkbox"
                checked={selection.statuses.includes(status)}
                onChange={() => toggle(selection.statuses, status)}
              />
              <StatusLabel status={status} />
            </label>
          ))}
        </fieldset>
        <details class="more-filters" open={selection.countries.length > 0}>
          <summary>Choose countries</summary>
          <CountryPicker chosen={selection.countries} />
        </details>
        <span role="status" class="quiet-text">
          {shown === entries.length ? countries : `${shown} of ${countries}`}
        </span>
        <button type="button" onClick={() => setQuery(selectionQuery(EVERYTHING))}>
          Show all
        </button>
      </search>
      {children}
    </details>
  )
}

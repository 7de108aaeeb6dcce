import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import { MEASURES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { plural } from '../model/format.ts'
import { type Selection, selectsAll } from '../route/selection.ts'
import { Choice } from './choice.tsx'

/** Statuses that measures can have; `reported` is for background figures. */
const CHOSEN_FROM = STATUSES.filter((status) => status !== 'reported')

const NOTHING = { text: '', region: '', statuses: [], section: '' } as const

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

/** What the views of many countries are filtered by. `typed` is called while a person types, `chosen` otherwise. */
export const FilterBar = ({
  selection,
  entries,
  shown,
  typed,
  chosen,
}: {
  selection: Selection
  entries: readonly CountryEntry[]
  shown: number
  typed: (selection: Selection) => void
  chosen: (selection: Selection) => void
}): ComponentChild => {
  const regions = [...new Set(entries.flatMap(({ region }) => region ?? []))].sort()
  const toggled = (status: Status): readonly Status[] =>
    selection.statuses.includes(status)
      ? selection.statuses.filter((other) => other !== status)
      : [...selection.statuses, status]
  return (
    <search class="filters" aria-label="Filter">
      <label>
        Country or words{' '}
        <input
          type="search"
          value={selection.text}
          onInput={(event) => typed({ ...selection, text: event.currentTarget.value })}
        />
      </label>
      {regions.length > 0 && (
        <Choice
          label="Region"
          value={selection.region}
          options={[
            { value: '', label: 'All' },
            ...regions.map((region) => ({ value: region, label: region })),
          ]}
          onChoose={(region) => chosen({ ...selection, region })}
        />
      )}
      <fieldset>
        <legend>Status</legend>
        {CHOSEN_FROM.map((status) => (
          <StatusBox
            key={status}
            status={status}
            chosen={selection.statuses.includes(status)}
            toggle={() => chosen({ ...selection, statuses: toggled(status) })}
          />
        ))}
      </fieldset>
      {selection.statuses.length > 0 && (
        <Choice
          label="in section"
          value={selection.section}
          options={[
            { value: '', label: 'any' },
            ...MEASURES.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ]}
          onChoose={(section) => chosen({ ...selection, section })}
        />
      )}
      <span role="status" class="shown">
        {shown === entries.length
          ? plural(entries.length, 'country', 'countries')
          : `${shown} of ${plural(entries.length, 'country', 'countries')}`}
      </span>
      {!selectsAll(selection) && (
        <button type="button" onClick={() => chosen(NOTHING)}>
          Show all
        </button>
      )}
    </search>
  )
}

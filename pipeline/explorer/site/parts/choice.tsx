import type { ComponentChild } from 'preact'
import type { CountryEntry } from '../model/country-entry.ts'
import { availableSets, REGION_SET_NAMES } from '../model/regions.ts'

interface Option {
  readonly value: string
  readonly label: string
}

/** A labelled list to choose one of. */
export const Choice = ({
  label,
  value,
  options,
  onChoose,
}: {
  label: string
  value: string
  options: readonly Option[]
  onChoose: (value: string) => void
}): ComponentChild => (
  <label class="choice">
    {label}{' '}
    <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
)

/** Whose regions a chart groups by, where a release has both. */
export const GroupingChoice = ({
  entries,
  value,
  onChoose,
}: {
  entries: readonly CountryEntry[]
  value: string
  onChoose: (set: string) => void
}): ComponentChild => {
  const sets = availableSets(entries)
  const options = sets.map((set) => ({ value: set === 'un' ? '' : set, label: REGION_SET_NAMES[set] }))
  return sets.length > 1 && <Choice label="Group by" value={value} options={options} onChoose={onChoose} />
}

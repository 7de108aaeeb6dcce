import type { ComponentChild } from 'preact'
import { availableSets, listRegions, REGION_SET_NAMES, regionKey } from '../model/regions.ts'
import { setQuery } from '../route/route.ts'
import { useRelease } from './release.ts'

interface Option {
  readonly value: string
  readonly label: string
}

const Options = ({ options }: { options: readonly Option[] }): ComponentChild =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** A labelled list to choose one of. */
export const Choice = ({
  label,
  value,
  options,
  groups = {},
  onChoose,
}: {
  label: string
  value: string
  options: readonly Option[]
  /** More options, under headings. */
  groups?: Readonly<Record<string, readonly Option[]>>
  onChoose: (value: string) => void
}): ComponentChild => (
  <label class="choice">
    {label}{' '}
    <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <Options options={options} />
      {Object.entries(groups).map(([heading, members]) => (
        <optgroup key={heading} label={heading}>
          <Options options={members} />
        </optgroup>
      ))}
    </select>
  </label>
)

/** Whose regions the charts of a page group by, where a release has both. */
export const GroupingChoice = ({ value }: { value: string }): ComponentChild => {
  const sets = availableSets(useRelease().entries)
  const options = sets.map((set) => ({ value: set === 'un' ? '' : set, label: REGION_SET_NAMES[set] }))
  return (
    sets.length > 1 && (
      <Choice label="Group by" value={value} options={options} onChoose={(by) => setQuery({ by })} />
    )
  )
}

/** The region of the UN or the ITU that a page shows. */
export const RegionChoice = ({ value }: { value: string }): ComponentChild => {
  const { entries } = useRelease()
  const groups = Object.fromEntries(
    availableSets(entries).map((set) => [
      `${REGION_SET_NAMES[set]}s`,
      listRegions(entries, set).map((name) => ({ value: regionKey(name, set), label: name })),
    ]),
  )
  return (
    Object.keys(groups).length > 0 && (
      <Choice
        label="Region"
        value={value}
        options={[{ value: '', label: 'All' }]}
        groups={groups}
        onChoose={(region) => setQuery({ region })}
      />
    )
  )
}

import type { ComponentChild } from 'preact'

export interface Option {
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

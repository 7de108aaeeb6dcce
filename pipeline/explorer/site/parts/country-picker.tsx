import type { ComponentChild } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { CountryEntry } from '../model/country-entry.ts'
import { matchCountries } from '../model/find-countries.ts'

interface Props {
  readonly entries: readonly CountryEntry[]
  readonly chosen: readonly string[]
  readonly max?: number
  readonly onChange: (chosen: readonly string[]) => void
}

/** Names of chosen countries, each with a button that takes it away. */
const Chosen = ({ entries, chosen, onChange }: Props): ComponentChild =>
  chosen.length === 0 ? null : (
    <ul class="chosen" aria-label="Chosen countries">
      {chosen.map((code) => {
        const name = entries.find((entry) => entry.code === code)?.name ?? code
        return (
          <li key={code}>
            {name}{' '}
            <button
              type="button"
              aria-label={`Remove ${name}`}
              onClick={() => onChange(chosen.filter((other) => other !== code))}
            >
              ×
            </button>
          </li>
        )
      })}
    </ul>
  )

/** Chooses several countries: by typing names with commas between them, or by ticking in a list that typing narrows. */
export const CountryPicker = (props: Props): ComponentChild => {
  const { entries, chosen, max = Number.POSITIVE_INFINITY, onChange } = props
  const id = useId()
  const [typed, setTyped] = useState('')
  const [said, say] = useState('')
  const names = typed.split(/[,;]/).map((name) => name.trim())
  const last = names.at(-1) ?? ''
  const offered = last === '' ? entries : matchCountries(entries, last)
  const choose = (codes: readonly string[]): void => {
    say(codes.length > max ? `No more than ${max} countries.` : '')
    onChange(codes.slice(0, max))
    setTyped('')
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    const matches = names
      .filter((name) => name !== '')
      .map((name) => ({ name, match: matchCountries(entries, name)[0] }))
    const missing = matches.filter(({ match }) => match === undefined)
    choose([...new Set([...chosen, ...matches.flatMap(({ match }) => match?.code ?? [])])])
    if (missing.length > 0) say(`No country is called ${missing.map(({ name }) => name).join(', ')}.`)
  }
  return (
    <div class="country-picker">
      <form onSubmit={submit}>
        <label for={id}>Countries</label>{' '}
        <input
          id={id}
          type="text"
          autoComplete="off"
          placeholder="Ghana, Rwanda"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />{' '}
        <button type="submit" disabled={last === ''}>
          Add
        </button>
      </form>
      <Chosen {...props} />
      <details class="tick-list" open={last !== ''}>
        <summary>Choose from the list</summary>
        <fieldset class="columns">
          <legend class="hidden">Countries</legend>
          {offered.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) =>
                  choose(
                    event.currentTarget.checked
                      ? [...chosen, code]
                      : chosen.filter((other) => other !== code),
                  )
                }
              />{' '}
              {name}
            </label>
          ))}
        </fieldset>
      </details>
      <span role="status">{said}</span>
    </div>
  )
}

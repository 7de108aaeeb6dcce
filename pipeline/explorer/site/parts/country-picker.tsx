import type { ComponentChild } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { CountryEntry } from '../model/country-entry.ts'
import { matchCountries } from '../model/find-countries.ts'

/** Countries offered while a person types. */
const MAX_OFFERED = 8

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

/** Chooses several countries: by typing names, with commas between them, or by ticking. */
export const CountryPicker = ({
  entries,
  chosen,
  max = Number.POSITIVE_INFINITY,
  onChange,
}: Props): ComponentChild => {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [said, say] = useState('')
  const last = typed.split(/[,;]/).at(-1) ?? ''
  const offered = matchCountries(entries, last)
    .filter(({ code }) => !chosen.includes(code))
    .slice(0, MAX_OFFERED)
  const add = (codes: readonly string[]): void => {
    const all = [...new Set([...chosen, ...codes])]
    say(all.length > max ? `No more than ${max} countries.` : '')
    onChange(all.slice(0, max))
    setTyped('')
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    const names = typed.split(/[,;]/).filter((name) => name.trim() !== '')
    const found = names.flatMap((name) => matchCountries(entries, name)[0]?.code ?? [])
    const missing = names.filter((name) => matchCountries(entries, name).length === 0)
    add(found)
    if (missing.length > 0) say(`No country is called ${missing.join(', ')}.`)
  }
  return (
    <div class="country-picker">
      <form onSubmit={submit}>
        <label for={id}>Countries</label>{' '}
        <input
          id={id}
          type="text"
          autoComplete="off"
          placeholder="Kenya, Rwanda"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />{' '}
        <button type="submit" disabled={typed.trim() === ''}>
          Add
        </button>
      </form>
      {last.trim() !== '' && offered.length > 0 && (
        <ul class="offered" aria-label="Matching countries">
          {offered.map(({ code, name }) => (
            <li key={code}>
              <button type="button" onClick={() => add([code])}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Chosen entries={entries} chosen={chosen} onChange={onChange} />
      <details class="tick-list">
        <summary>Choose from the list</summary>
        <fieldset class="columns">
          <legend class="hidden">Countries</legend>
          {entries.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) =>
                  event.currentTarget.checked
                    ? add([code])
                    : onChange(chosen.filter((other) => other !== code))
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

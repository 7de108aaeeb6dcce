import type { ComponentChild } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { matchCountries } from '../model/find-countries.ts'
import { setQuery } from '../route/route.ts'
import { useRelease } from './release.ts'

/**
 * Chooses the countries of a page: by typing names with commas between them, or by ticking in a list that typing
 * narrows.
 */
export const CountryPicker = ({
  chosen,
  max = Number.POSITIVE_INFINITY,
}: {
  /** Codes. */
  chosen: readonly string[]
  max?: number
}): ComponentChild => {
  const { entries } = useRelease()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [said, say] = useState('')
  const names = typed.split(/[,;]/).map((name) => name.trim())
  const last = names.at(-1) ?? ''
  const offered = last === '' ? entries : matchCountries(entries, last)
  const choose = (codes: readonly string[]): void => {
    say(codes.length > max ? `No more than ${max} countries.` : '')
    setQuery({ countries: codes.slice(0, max).join(' ') })
    setTyped('')
  }
  const remove = (code: string): void => choose(chosen.filter((other) => other !== code))
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
          ref={input}
          type="text"
          autoComplete="off"
          placeholder="Ghana, Rwanda"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
        />{' '}
        <button type="submit" disabled={last === ''}>
          Add
        </button>
      </form>
      {chosen.length > 0 && (
        <ul class="chosen" aria-label="Chosen countries">
          {chosen.map((code) => {
            const name = entries.find((entry) => entry.code === code)?.name ?? code
            return (
              <li key={code}>
                {name}{' '}
                <button
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() => {
                    remove(code)
                    input.current?.focus()
                  }}
                >
                  ×
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <details class="tick-list" open={last !== ''}>
        <summary>Choose from the list</summary>
        <fieldset class="columns">
          <legend class="hidden">Countries</legend>
          {offered.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) => (event.currentTarget.checked ? choose([...chosen, code]) : remove(code))}
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

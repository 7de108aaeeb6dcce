import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { MEASURES, presentCount } from '../model/catalogue.ts'
import { matchCountries } from '../model/find-countries.ts'
import { groupByRegion } from '../model/regions.ts'
import { Heading } from '../parts/heading.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** All countries by region, found by typing. */
export const CountryList = ({ entries, unknown }: ViewProps & { unknown: boolean }): ComponentChild => {
  const [typed, setTyped] = useState('')
  const found = typed.trim() === '' ? entries : matchCountries(entries, typed)
  const groups = groupByRegion(found, 'un').filter((_, index, { length }) => index > 0 || length === 1)
  return (
    <>
      <Heading title="Countries" />
      {unknown && <p>No country of the release has this code.</p>}
      <label class="filters">
        Country <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      {found.length === 0 && <p role="status">No country has this name.</p>}
      {groups.map(({ name, entries: members }) => (
        <section key={name}>
          <h2>
            {name} <span class="quiet-text">{members.length}</span>
          </h2>
          <ul class="columns country-list">
            {members.map((entry) => (
              <li key={entry.code}>
                <a href={routeHref('country', [entry.code])}>{entry.name}</a>{' '}
                <span class="quiet-text">{presentCount(entry.latest)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="meta">The number is that of the measures present, out of {MEASURES.length}.</p>
    </>
  )
}

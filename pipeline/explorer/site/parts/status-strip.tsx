import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { findStatus, MEASURE_PILLARS, PILLAR_NAMES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { countPresent, toPercent } from '../model/shares.ts'
import { routeHref } from '../route/route.ts'
import { useRelease } from './release.ts'

const share = (entries: readonly CountryEntry[], code: string): string =>
  String(Math.round(toPercent(countPresent(entries, code), entries.length)))

/** The statuses of a country, each beside the share of its region and of all countries that have the measure. */
export const StatusStrip = ({ entry }: { entry: CountryEntry }): ComponentChild => {
  const { entries } = useRelease()
  const region = entry.region === null ? null : entries.filter((other) => other.region === entry.region)
  return (
    <section class="strip" aria-label="All statuses">
      {MEASURE_PILLARS.map(({ pillar, sections }) => (
        <table key={pillar}>
          <thead>
            <tr>
              <th scope="col">{PILLAR_NAMES[pillar]}</th>
              {region && (
                <th scope="col" class="number">
                  {entry.region} %
                </th>
              )}
              <th scope="col" class="number">
                All %
              </th>
            </tr>
          </thead>
          <tbody>
            {sections.map(({ code, indicator, name }) => {
              const status = findStatus(entry.latest, code)
              const { mark, label } = STATUS_APPEARANCE[status]
              return (
                <tr key={code}>
                  <th scope="row">
                    <a href={routeHref('country', [entry.code, indicator])}>
                      <span class={`tile ${status}`} title={label} aria-hidden="true">
                        {mark}
                      </span>
                      {name}
                    </a>
                    <span class="hidden">: {label}</span>
                  </th>
                  {region && <td class="number">{share(region, code)}</td>}
                  <td class="number">{share(entries, code)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
      <p class="meta">Beside each status: the share of countries that have the measure, in per cent.</p>
    </section>
  )
}

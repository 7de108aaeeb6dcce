import type { ComponentChild } from 'preact'
import type { Section } from '../../../../schemas/sections.ts'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { findStatus, MEASURE_PILLARS, PILLAR_NAMES } from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { percentPresent } from '../model/shares.ts'
import { routeHref } from '../route/route.ts'
import { useRelease } from './release.ts'
import { Table } from './table.tsx'

const Measure = ({ entry, section }: { entry: CountryEntry; section: Section }): ComponentChild => {
  const status = findStatus(entry.latest, section.code)
  const { mark, label } = STATUS_APPEARANCE[status]
  return (
    <>
      <a href={routeHref('country', [entry.code, section.indicator])}>
        <span class={`tile ${status}`} title={label} aria-hidden="true">
          {mark}
        </span>
        {section.name}
      </a>
      <span class="hidden">: {label}</span>
    </>
  )
}

/** The statuses of a country, each beside the share of its region and of all countries that have the measure. */
export const StatusStrip = ({ entry }: { entry: CountryEntry }): ComponentChild => {
  const { entries } = useRelease()
  const region = entries.filter((other) => other.region === entry.region)
  const groups = [...(entry.region === null ? [] : [region]), entries]
  const heads = [...(entry.region === null ? [] : [`${entry.region} %`]), 'All %']
  return (
    <section class="strip" aria-label="All statuses">
      {MEASURE_PILLARS.map(({ pillar, sections }) => (
        <Table
          key={pillar}
          caption={PILLAR_NAMES[pillar]}
          heads={[PILLAR_NAMES[pillar], ...heads]}
          rows={sections.map((section) => [
            <Measure entry={entry} section={section} />,
            ...groups.map((group) => Math.round(percentPresent(group, section.code))),
          ])}
        />
      ))}
      <p class="meta">Beside each status: the share of countries that have the measure, in per cent.</p>
    </section>
  )
}

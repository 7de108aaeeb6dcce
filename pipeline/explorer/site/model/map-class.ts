import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import { findStatus, MEASURES, presentCount } from './catalogue.ts'
import type { CountryEntry } from './country-entry.ts'

/** A colour of the map: the name of its style, its meaning and its sign. */
export interface MapClass {
  readonly name: string
  readonly label: string
  readonly mark: string
}

const BOUNDS = [0, 1, 5, 9, 13, 17] as const

/** Colours of the classes that are no status: from light to dark, so that the order shows without colour. */
export const CLASS_FILLS = {
  'count-0': '#ffffff',
  'count-1': '#eef2ac',
  'count-2': '#a9dba5',
  'count-3': '#52b5a6',
  'count-4': '#2a7aa8',
  'count-5': 'light-dark(#1f3f83, #3f63b4)',
  none: 'light-dark(#d3d8dd, #3a424b)',
} as const

/** The number of measures present in steps, the fewest first. */
export const COUNT_STEPS: readonly MapClass[] = BOUNDS.map((from, index) => {
  const to = (BOUNDS[index + 1] ?? MEASURES.length + 1) - 1
  return { name: `count-${index}`, label: from === to ? String(from) : `${from} to ${to}`, mark: '' }
})

const NO_STEP: MapClass = { name: 'count-0', label: '0', mark: '' }

/** The class of a status, in maps and other charts. */
export const statusClass = (status: Status): MapClass => ({ name: status, ...STATUS_APPEARANCE[status] })

/** How a country is coloured: by its status in a section, or by its number of measures where no section is named. */
export const mapClass = ({ latest }: CountryEntry, section: string): MapClass => {
  if (section !== '') return statusClass(findStatus(latest, section))
  const present = presentCount(latest)
  return COUNT_STEPS[BOUNDS.findLastIndex((from) => present >= from)] ?? NO_STEP
}

/** Land that the release, or the selection, has no profile of. */
export const NO_PROFILE: MapClass = { name: 'none', label: 'No profile', mark: '' }

/** The classes that some countries have, in the order of the legend. */
export const mapClasses = (entries: readonly CountryEntry[], section: string): readonly MapClass[] => {
  const names = new Set(entries.map((entry) => mapClass(entry, section).name))
  const known = section === '' ? COUNT_STEPS : STATUSES.map(statusClass)
  return known.filter(({ name }) => names.has(name))
}

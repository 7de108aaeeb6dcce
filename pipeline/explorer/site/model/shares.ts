import type { Section } from '../../../../schemas/sections.ts'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import { findStatus, MEASURES, presentCount } from './catalogue.ts'
import type { CountryEntry } from './country-entry.ts'

/** How many countries have a status. */
export interface StatusCount {
  readonly status: Status
  readonly count: number
}

/** The statuses of an indicator in some countries, without those that no country has. */
export const countStatuses = (entries: readonly CountryEntry[], code: string): readonly StatusCount[] =>
  STATUSES.map((status) => ({
    status,
    count: entries.filter(({ latest }) => findStatus(latest, code) === status).length,
  })).filter(({ count }) => count > 0)

/** How many of some countries have an indicator present. */
export const countPresent = (entries: readonly CountryEntry[], code: string): number =>
  entries.filter(({ latest }) => findStatus(latest, code) === 'present').length

/** A part of a whole in per cent; 0 of nothing. */
export const toPercent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

/** The share of some countries that have an indicator present, in per cent. */
export const percentPresent = (entries: readonly CountryEntry[], code: string): number =>
  toPercent(countPresent(entries, code), entries.length)

/** The share of some measures that are present in some countries, in per cent. */
export const presentShare = (
  entries: readonly CountryEntry[],
  sections: readonly Section[] = MEASURES,
): number =>
  toPercent(
    entries.reduce((sum, { latest }) => sum + presentCount(latest, sections), 0),
    entries.length * sections.length,
  )

export const formatPercent = (percent: number): string => `${Math.round(percent)}\u00a0%`

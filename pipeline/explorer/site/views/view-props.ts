import type { Summary } from '../../data/explorer-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import type { Route } from '../route/route.ts'

/** What every view is given. */
export interface ViewProps {
  readonly route: Route
  readonly summary: Summary
  readonly entries: readonly CountryEntry[]
}

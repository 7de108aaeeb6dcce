import type { Release } from '../parts/release.ts'
import type { Route } from '../route/route.ts'

/** What every view shows: the release, and what the address says of it. */
export interface ViewProps extends Release {
  readonly route: Route
}

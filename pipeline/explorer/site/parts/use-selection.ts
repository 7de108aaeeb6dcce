import type { Summary } from '../../data/explorer-data.ts'
import { loadAllRecords, type Records } from '../data/page-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { selectCountries } from '../model/select-countries.ts'
import type { Query, Route } from '../route/route.ts'
import { routeHref } from '../route/route.ts'
import { type Selection, selectionOf, selectionQuery } from '../route/selection.ts'
import { go, replaceQuery } from '../route/use-route.ts'
import { useLoaded } from './use-loaded.ts'

/** The selection that the address names, what it takes, and how it is changed. */
export interface Selecting {
  readonly selection: Selection
  readonly selected: readonly CountryEntry[]
  /** Null until notes are asked for and there. */
  readonly records: Records | null
  readonly typed: (selection: Selection) => void
  readonly chosen: (selection: Selection) => void
  /** Sets other words of the query. */
  readonly set: (query: Query) => void
}

/** Follows the selection of a view; the notes are loaded when a text is looked for, or where `always` says so. */
export const useSelection = (
  route: Route,
  summary: Summary,
  entries: readonly CountryEntry[],
  always = false,
): Selecting => {
  const selection = selectionOf(route.query)
  const wanted = always || selection.text !== ''
  const { value: records } = useLoaded(wanted ? 'all' : null, () => loadAllRecords(summary))
  const change = (query: Query): Query => ({ ...route.query, ...query })
  const chosen = (query: Query): void => go(routeHref(route.view, route.parts, change(query)))
  return {
    selection,
    selected: selectCountries(entries, selection, (id) => records?.get(id)),
    records,
    typed: (changed) => replaceQuery(route, change(selectionQuery(changed))),
    chosen: (changed) => chosen(selectionQuery(changed)),
    set: chosen,
  }
}

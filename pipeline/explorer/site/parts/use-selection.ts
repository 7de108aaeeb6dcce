import type { Summary } from '../../data/explorer-data.ts'
import { loadSearch } from '../data/page-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { type FoundSections, groupHits, selectCountries } from '../model/select-countries.ts'
import type { Query, Route } from '../route/route.ts'
import { routeHref } from '../route/route.ts'
import { parseSelection, type Selection, selectionQuery } from '../route/selection.ts'
import { go, replaceQuery } from '../route/use-route.ts'
import { useLoaded } from './use-loaded.ts'

/** The selection that the address names, what it takes, and how it is changed. */
export interface Selecting {
  readonly selection: Selection
  readonly selected: readonly CountryEntry[]
  /** Results of the text of the selection; null without a text, or during the search. */
  readonly found: FoundSections | null
  readonly typed: (selection: Selection) => void
  readonly chosen: (selection: Selection) => void
  /** Sets other words of the query. */
  readonly set: (query: Query) => void
}

/** Follows the selection of a view; notes are loaded when a text is looked for. */
export const useSelection = (route: Route, summary: Summary, entries: readonly CountryEntry[]): Selecting => {
  const selection = parseSelection(route.query)
  const search = useLoaded(selection.text === '' ? null : 'search', () => loadSearch(summary))
  const found =
    selection.text === '' || search.value === null ? null : groupHits(search.value.find(selection.text).hits)
  const change = (query: Query): Query => ({ ...route.query, ...query })
  const chosen = (query: Query): void => go(routeHref(route.view, route.parts, change(query)))
  return {
    selection,
    selected: selectCountries(entries, selection, found),
    found,
    typed: (changed) => replaceQuery(route, change(selectionQuery(changed))),
    chosen: (changed) => chosen(selectionQuery(changed)),
    set: chosen,
  }
}

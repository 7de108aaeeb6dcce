import { loadSearch } from '../data/page-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { type FoundSections, groupHits, selectCountries } from '../model/select-countries.ts'
import type { Query } from '../route/route.ts'
import { parseSelection, type Selection } from '../route/selection.ts'
import { useRelease } from './release.ts'
import { useLoaded } from './use-loaded.ts'

/** The selection that an address names, and what it takes. */
export interface Selected {
  readonly selection: Selection
  readonly selected: readonly CountryEntry[]
  /** Results of the text of the selection; null without a text, or during the search. */
  readonly found: FoundSections | null
}

/** Follows the selection of a view; notes are loaded when a text is looked for. */
export const useSelection = (query: Query): Selected => {
  const { summary, entries } = useRelease()
  const selection = parseSelection(query)
  const search = useLoaded(selection.text === '' ? null : 'search', () => loadSearch(summary))
  const found =
    selection.text === '' || search.value === null ? null : groupHits(search.value.find(selection.text).hits)
  return { selection, selected: selectCountries(entries, selection, found), found }
}

import { useMemo } from 'preact/hooks'
import { loadSearch } from '../data/page-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { type FoundSections, groupHits, selectCountries } from '../model/select-countries.ts'
import type { Query } from '../route/route.ts'
import { parseSelection, type Selection } from '../route/selection.ts'
import { useLoaded } from './loading.tsx'
import { useRelease } from './release.ts'

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
  const { text } = selection
  const found = useMemo(
    () => (text === '' || search.value === null ? null : groupHits(search.value.find(text).hits)),
    [text, search.value],
  )
  const selected = useMemo(() => selectCountries(entries, selection, found), [entries, query, found])
  return { selection, selected, found }
}

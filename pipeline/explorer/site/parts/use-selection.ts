import { useMemo } from 'preact/hooks'
import { loadSearch } from '../data/page-data.ts'
import { groupHits, selectCountries } from '../model/select-countries.ts'
import type { Query } from '../route/route.ts'
import { parseSelection } from '../route/selection.ts'
import { useLoaded } from './loading.tsx'
import { useRelease } from './release.ts'

/**
 * Follows the selection that an address names, and what it takes; notes are loaded when a text is looked for. What was
 * found is null without a text, and during the search.
 */
export const useSelection = (query: Query) => {
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

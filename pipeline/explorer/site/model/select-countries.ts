import type { Selection } from '../route/selection.ts'
import type { Hit } from '../search/search-index.ts'
import { findStatus, MEASURES } from './catalogue.ts'
import type { CountryEntry } from './country-entry.ts'
import { isInRegion } from './regions.ts'

/** The sections that a search found, by document id. */
export type FoundSections = ReadonlyMap<string, ReadonlySet<string>>

export const groupHits = (hits: readonly Hit[]): FoundSections => {
  const found = new Map<string, Set<string>>()
  for (const { record, section } of hits) {
    const { document_id } = record.document
    found.set(document_id, (found.get(document_id) ?? new Set()).add(section.code))
  }
  return found
}

/**
 * Whether a cell is among what a selection looks for.
 * @param found what the text of the selection found; null if it holds none
 */
export const isSelectedCell = (
  { latest }: CountryEntry,
  code: string,
  { statuses, section }: Selection,
  found: FoundSections | null,
): boolean =>
  (section === '' || section === code) &&
  (statuses.length === 0 || statuses.includes(findStatus(latest, code))) &&
  (found === null || (found.get(latest.id)?.has(code) ?? false))

/** The countries that a selection takes: those with a cell that it looks for. */
export const selectCountries = (
  entries: readonly CountryEntry[],
  selection: Selection,
  found: FoundSections | null,
): readonly CountryEntry[] =>
  entries.filter(
    (entry) =>
      isInRegion(entry, selection.region) &&
      (selection.countries.length === 0 || selection.countries.includes(entry.code)) &&
      MEASURES.some(({ code }) => isSelectedCell(entry, code, selection, found)),
  )

import type { CountrySummary, DocumentSummary, Summary } from '../../data/explorer-data.ts'

/** A country with its documents. */
export interface CountryEntry extends CountrySummary {
  readonly latest: DocumentSummary
  /** All documents, the earliest first. */
  readonly editions: readonly DocumentSummary[]
}

/** The countries of a release by name; one without a latest document, which no release has, is left out. */
export const countryEntries = ({ countries, documents }: Summary): readonly CountryEntry[] => {
  const byCountry = Map.groupBy(documents, ({ country }) => country)
  return countries.flatMap((country) => {
    const editions = byCountry.get(country.code) ?? []
    const latest = editions.find(({ isLatest }) => isLatest)
    return latest ? [{ ...country, latest, editions }] : []
  })
}

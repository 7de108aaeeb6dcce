import { STATUSES } from '../../../../schemas/statuses.ts'
import { findSection, findStatus, MEASURE_PILLARS, presentCount } from './catalogue.ts'
import type { CountryEntry } from './country-entry.ts'
import { compareTexts } from './text.ts'

export const GROUPINGS = ['none', 'region', 'itu', 'year'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** How the rows of the matrix are ordered. */
export interface MatrixOrder {
  /** `name`, `region`, `date`, `present`, a pillar, or an indicator. */
  readonly sort: string
  readonly descending: boolean
  readonly group: Grouping
}

/** Rows under one heading; the heading is null if rows are not grouped. */
export interface MatrixGroup {
  readonly heading: string | null
  readonly rows: readonly CountryEntry[]
}

/** What a row is ordered by: numbers by size, texts by the alphabet. */
const sortValue = (sort: string): ((entry: CountryEntry) => string | number) => {
  const pillar = MEASURE_PILLARS.find((candidate) => candidate.pillar === sort)
  if (pillar) return ({ latest }) => presentCount(latest, pillar.sections)
  switch (sort) {
    case 'name':
      return ({ name }) => name
    case 'region':
      return ({ region }) => region ?? ''
    case 'date':
      return ({ latest }) => latest.date ?? ''
    case 'present':
      return ({ latest }) => presentCount(latest)
    default:
      return ({ latest }) => STATUSES.indexOf(findStatus(latest, findSection(sort)?.code ?? ''))
  }
}

const sorted = (entries: readonly CountryEntry[], { sort, descending }: MatrixOrder): CountryEntry[] => {
  // they come by name
  if (sort === 'name' && !descending) return [...entries]
  const toRank = sortValue(sort)
  const direction = descending ? -1 : 1
  return entries.toSorted((left, right) => {
    const [a, b] = [toRank(left), toRank(right)]
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b))
    return direction * order || compareTexts(left.name, right.name)
  })
}

const findHeading = ({ region, ituRegion, latest }: CountryEntry, group: Grouping): string | null => {
  switch (group) {
    case 'region':
      return region ?? 'No region'
    case 'itu':
      return ituRegion ?? 'No region'
    case 'year':
      return latest.date?.slice(0, 4) ?? 'No date'
    case 'none':
      return null
  }
}

/** The rows of the matrix, ordered within their groups; `entries` come by name. */
export const matrixGroups = (
  entries: readonly CountryEntry[],
  order: MatrixOrder,
): readonly MatrixGroup[] => {
  const groups = Map.groupBy(sorted(entries, order), (entry) => findHeading(entry, order.group))
  return [...groups]
    .map(([heading, rows]) => ({ heading, rows }))
    .sort((left, right) => compareTexts(left.heading ?? '', right.heading ?? ''))
}

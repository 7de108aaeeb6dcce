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

type ToValue = (entry: CountryEntry) => string | number

const SORTS: ReadonlyMap<string, ToValue> = new Map<string, ToValue>([
  ['name', ({ name }) => name],
  ['region', ({ region }) => region ?? ''],
  ['date', ({ latest }) => latest.date ?? ''],
  ['present', ({ latest }) => presentCount(latest)],
  ...MEASURE_PILLARS.map(({ pillar, sections }): [string, ToValue] => [
    pillar,
    ({ latest }) => presentCount(latest, sections),
  ]),
])

/** What a row is ordered by: numbers by size, texts by the alphabet. */
const sortValue = (sort: string): ToValue => {
  const code = findSection(sort)?.code ?? ''
  return SORTS.get(sort) ?? (({ latest }) => STATUSES.indexOf(findStatus(latest, code)))
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

const HEADINGS: Readonly<Record<Grouping, (entry: CountryEntry) => string | null>> = {
  none: () => null,
  region: ({ region }) => region ?? 'No region',
  itu: ({ ituRegion }) => ituRegion ?? 'No region',
  year: ({ latest }) => latest.date?.slice(0, 4) ?? 'No date',
}

/** The rows of the matrix, ordered within their groups; `entries` come by name. */
export const matrixGroups = (
  entries: readonly CountryEntry[],
  order: MatrixOrder,
): readonly MatrixGroup[] => {
  const groups = Map.groupBy(sorted(entries, order), HEADINGS[order.group])
  return [...groups]
    .map(([heading, rows]) => ({ heading, rows }))
    .sort((left, right) => compareTexts(left.heading ?? '', right.heading ?? ''))
}

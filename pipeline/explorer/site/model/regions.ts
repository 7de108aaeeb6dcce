import type { CountryEntry } from './country-entry.ts'

/** Whose regions countries are grouped by. */
export const REGION_SETS = ['un', 'itu'] as const
export type RegionSet = (typeof REGION_SETS)[number]

export const REGION_SET_NAMES: Readonly<Record<RegionSet, string>> = { un: 'UN region', itu: 'ITU region' }

/** The set that an address names; that of the UN if it names none. */
export const parseRegionSet = (text: string | undefined): RegionSet => (text === 'itu' ? 'itu' : 'un')

/** The region of a country; null for invented places. */
export const findRegion = ({ region, ituRegion }: CountryEntry, set: RegionSet): string | null =>
  set === 'un' ? region : ituRegion

/** Names of the regions that some countries lie in, by the alphabet. */
export const listRegions = (entries: readonly CountryEntry[], set: RegionSet): readonly string[] =>
  [...new Set(entries.flatMap((entry) => findRegion(entry, set) ?? []))].sort()

/** The sets of regions that a release has: invented places have none. */
export const availableSets = (entries: readonly CountryEntry[]): readonly RegionSet[] =>
  REGION_SETS.filter((set) => listRegions(entries, set).length > 0)

/** Countries with the name of what they have in common. */
export interface CountryGroup {
  readonly name: string
  readonly entries: readonly CountryEntry[]
}

/** All countries as one group, then one group for each region. */
export const groupByRegion = (
  entries: readonly CountryEntry[],
  set: RegionSet,
  all = 'All countries',
): readonly CountryGroup[] => [
  { name: all, entries },
  ...listRegions(entries, set).map((name) => ({
    name,
    entries: entries.filter((entry) => findRegion(entry, set) === name),
  })),
]

const ITU_PREFIX = 'itu:'

/** A region as written in an address: `Africa` of the UN, `itu:Africa` of the ITU. */
export const regionKey = (name: string, set: RegionSet): string => (set === 'itu' ? ITU_PREFIX + name : name)

/** The words for a region in an address. */
export const describeRegion = (key: string): string =>
  key.startsWith(ITU_PREFIX) ? `${key.slice(ITU_PREFIX.length)} (ITU region)` : key

/** Whether a country lies in the region that an address names; empty for all regions. */
export const isInRegion = (entry: CountryEntry, key: string): boolean =>
  key === '' ||
  (key.startsWith(ITU_PREFIX) ? entry.ituRegion === key.slice(ITU_PREFIX.length) : entry.region === key)

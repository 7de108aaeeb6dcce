import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import { findSection, nameSection } from '../model/catalogue.ts'
import { describeRegion } from '../model/regions.ts'
import type { Query } from './route.ts'

/** Which countries and cells are shown; carried from view to view in the address. */
export interface Selection {
  /** Words to search for. */
  readonly text: string
  /** A region, see `regionKey`; empty for all. */
  readonly region: string
  /** Country codes; empty for all. */
  readonly countries: readonly string[]
  /** Empty for all. */
  readonly statuses: readonly Status[]
  /** Code of the section that is looked at; empty for all. */
  readonly section: string
}

export const EVERYTHING: Selection = { text: '', region: '', countries: [], statuses: [], section: '' }

const isStatus = (name: string): name is Status => STATUSES.some((status) => status === name)

const splitList = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[ ,]+/).filter((part) => part !== '')

/** The selection in a query; unknown names are ignored. */
export const parseSelection = (query: Query): Selection => ({
  text: query['text'] ?? '',
  region: query['region'] ?? '',
  countries: splitList(query['countries']).map((code) => code.toUpperCase()),
  statuses: splitList(query['status']).filter(isStatus),
  section: findSection(query['in'])?.code ?? '',
})

/** The selection as part of a query. */
export const selectionQuery = ({ text, region, countries, statuses, section }: Selection): Query => ({
  text,
  region,
  countries: countries.join(' '),
  status: statuses.join(' '),
  in: nameSection(section),
})

/** Whether everything is shown. */
export const selectsAll = ({ text, region, countries, statuses, section }: Selection): boolean =>
  [text, region, section].every((part) => part === '') && countries.length === 0 && statuses.length === 0

/** The selection in words, for titles and file names. */
export const describeSelection = ({ text, region, countries, statuses, section }: Selection): string[] => [
  ...(section !== '' ? [findSection(section)?.name ?? section] : []),
  ...statuses.map((status) => STATUS_APPEARANCE[status].label),
  ...(region === '' ? [] : [describeRegion(region)]),
  ...countries,
  ...(text === '' ? [] : [text]),
]

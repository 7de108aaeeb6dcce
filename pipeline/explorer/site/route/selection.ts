import { STATUSES, type Status } from '../../../../schemas/statuses.ts'
import type { Query } from './route.ts'

/** Which countries and cells are looked at; carried from view to view in the address. */
export interface Selection {
  /** Looked for in names and notes. */
  readonly text: string
  /** A part of the world; empty for all. */
  readonly region: string
  /** Empty for all. */
  readonly statuses: readonly Status[]
  /** The section that must have one of the statuses; empty where any may. */
  readonly section: string
}

const isStatus = (name: string): name is Status => STATUSES.some((status) => status === name)

/** The selection that a query names; what it names wrongly is passed over. */
export const selectionOf = (query: Query): Selection => ({
  text: query['text'] ?? '',
  region: query['region'] ?? '',
  statuses: (query['status'] ?? '').split(' ').filter(isStatus),
  section: query['in'] ?? '',
})

/** The selection as part of a query. */
export const selectionQuery = ({ text, region, statuses, section }: Selection): Query => ({
  text,
  region,
  status: statuses.join(' '),
  in: section,
})

/** Whether everything is looked at. */
export const selectsAll = ({ text, region, statuses }: Selection): boolean =>
  text === '' && region === '' && statuses.length === 0

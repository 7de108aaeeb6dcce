import type { EntityRecord } from './explorer-data.ts'

/** Things with one identity across countries. */
export const entityRecords = (): readonly EntityRecord[] => []

import type { ReleaseInfo, Table } from '../../schemas/index.ts'

/** What the self-describing formats carry beside the rows, as keys and values in a fixed order. */
export const releaseMetadata = (
  info: ReleaseInfo,
  table: Pick<Table, 'name' | 'description'>,
): readonly (readonly [string, string])[] => [
  ['title', info.title],
  ['version', info.version],
  ['licence', info.licence],
  ['description', info.description],
  ['table', table.name],
  ['table_description', table.description],
]

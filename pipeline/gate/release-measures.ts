import type { Measure } from '../../schemas/index.ts'
import type { ReopenedRelease, ReopenedTable } from '../reopen/index.ts'

/** What is counted in a release; what it does not hold is not counted. */
export interface ReleaseMeasures {
  readonly documents: number
  readonly values: ReadonlyMap<Measure, number>
}

const countValues = async (
  table: ReopenedTable | undefined,
  column: string,
): Promise<ReadonlyMap<string, number> | null> => {
  if (!table?.columns.some(({ name }) => name === column)) return null
  const counts = new Map<string, number>()
  for await (const row of table.rows([column])) {
    const value = String(row[column])
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** Counts what the expectations are about. */
export const releaseMeasures = async ({ tables }: ReopenedRelease): Promise<ReleaseMeasures> => {
  const documents = tables.get('documents')?.rowCount ?? 0
  const values = new Map<Measure, number>([['documents', documents]])
  const countries = await countValues(tables.get('documents'), 'country_code')
  if (countries) values.set('countries', countries.size)
  if (documents === 0) return { documents, values }

  const [indicators, items] = [tables.get('indicators'), tables.get('items')]
  if (indicators) values.set('indicators_per_document', indicators.rowCount / documents)
  if (items) values.set('items_per_document', items.rowCount / documents)
  const statuses = await countValues(indicators, 'status')
  if (indicators && statuses && indicators.rowCount > 0) {
    const shareOf = (status: string): number => (statuses.get(status) ?? 0) / indicators.rowCount
    values.set('answered_share', 1 - shareOf('not_reported'))
    values.set('unclassified_share', shareOf('unclassified'))
  }
  return { documents, values }
}

import type { Column } from '../../schemas/index.ts'
import type { Batch } from './batch.ts'
import { columnGatherer } from './column-gatherer.ts'
import type { Row } from './published-table.ts'

/** How many rows a batch of the columnar formats holds at most. */
export const ROWS_PER_BATCH = 8_192

/** Gathers rows of one table into batches. */
export interface Batcher {
  /** Adds a row; gives a batch whenever one is full. */
  readonly add: (row: Row) => Batch | null
  /** The rows that are left; null where there are none. */
  readonly rest: () => Batch | null
}

/** A batcher for rows of the given columns. @throws TypeError as publishedCell does */
export const batcher = (columns: readonly Column[], size: number = ROWS_PER_BATCH): Batcher => {
  const gatherers = columns.map((column) => ({ name: column.name, ...columnGatherer(column, size) }))
  let length = 0
  const rest = (): Batch | null => {
    if (length === 0) return null
    const batch = { length, columns: gatherers.map(({ take }) => take()) }
    length = 0
    return batch
  }
  return {
    add: (row) => {
      for (const { name, add } of gatherers) add(row[name])
      length += 1
      return length === size ? rest() : null
    },
    rest,
  }
}
